#!/usr/bin/env python3
"""Pages a second on one core, in memory: Newsline beside trafilatura, on the same pages in the same run.

    pages_speed.py NEWSLINE_EVAL FOLDER [--pages N]

FOLDER holds HTML pages, gzipped. trafilatura is a package of PyPI; where this Python lacks it, it is put into a virtual
environment below the system's folder for temporary files. Both read pages that lie in memory, unpacked, on one core, with
metadata: trafilatura by `bare_extraction`, Newsline by `PageReader.read` (`newsline-eval pages --time`, whose second
reading is timed).
"""
import argparse
import gzip
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def with_trafilatura():
    """Starts anew in an environment that has trafilatura, unless this one does."""
    try:
        import trafilatura
        return trafilatura
    except ImportError:
        home = Path(tempfile.gettempdir()) / "newsline-bench"
        python = home / "bin/python"
        if Path(sys.prefix) == home:
            raise SystemExit(f"trafilatura can't be installed into {home}")
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "-q", "install", "trafilatura", "lxml_html_clean"], check=True)
        os.execv(python, [str(python), *sys.argv])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1_000_000)
    given = parser.parse_args()
    trafilatura = with_trafilatura()
    files = sorted(given.folder.rglob("*.gz"))[:given.pages]
    if not files:
        raise SystemExit(f"{given.folder} holds no gzipped pages")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    pages = [gzip.decompress(file.read_bytes()) for file in files]
    # CPU time rather than the clock's: other work on the machine then slows neither.
    start = time.process_time()
    for page in pages:
        try:
            trafilatura.bare_extraction(page, with_metadata=True)
        except Exception:  # one page that it can't read costs it nothing here
            pass
    theirs = time.process_time() - start
    told = subprocess.run([given.binary, "pages", "--time", *map(str, files)], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True).stderr
    found = re.search(r"(\d+) pages in ([\d.]+) seconds", told)
    if not found:
        raise SystemExit(f"{given.binary} tells no time: {told[-300:]}")
    ours = float(found[2])
    count = len(pages)
    print(f"trafilatura {trafilatura.__version__}: {count} pages in {theirs:.2f} s, {count / theirs:.1f} a second")
    print(f"newsline: {found[1]} pages in {ours:.2f} s, {int(found[1]) / ours:.1f} a second")
    print(f"ratio {int(found[1]) / ours / (count / theirs):.1f}")


if __name__ == "__main__":
    main()
