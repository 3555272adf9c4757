#!/usr/bin/env python3
"""Kills `newsline read` again and again, and holds the store to what was told. See README.md beside this file.

    Benchmarks/kills.py BINARY PAGES STORE [--kills 20] [--longest SECONDS] [--seed 1]
"""
import argparse
import csv
import io
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time


def told(path):
    """The documents of whole lines."""
    lines = path.read_text().split("\n")[:-1]
    return [line.split(" ", 1)[1] for line in lines if not line.startswith("read ")]


def stored(binary, store):
    """The documents of the store, by another process that opens it."""
    run = subprocess.run(
        [binary, "export", "documents", "--format", "csv", "--db", store],
        capture_output=True, text=True, check=True)
    return [row["input"] for row in csv.DictReader(io.StringIO(run.stdout, newline=""))]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("pages")
    parser.add_argument("store")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--longest", type=float, default=20, help="seconds that a run is given at most")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if os.path.exists(options.store):
        sys.exit(f"{options.store}: is there already; name a new store")
    choices = random.Random(options.seed)
    command = [options.binary, "read", "--quiet", options.pages, "--db", options.store]
    ever = set()
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder, "told")
        for kill in range(1, options.kills + 1):
            with open(output, "w") as file:
                process = subprocess.Popen(command, stdout=file)
            delay = choices.uniform(0, options.longest)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
            names = stored(options.binary, options.store) if os.path.exists(options.store) else []
            ever |= set(told(output))
            assert len(names) == len(set(names)), f"kill {kill}: a document is stored twice"
            lost = ever - set(names)
            assert not lost, f"kill {kill}: told and not stored: {sorted(lost)[:5]}"
            print(f"kill {kill:2} after {delay:5.1f} s: {len(ever)} told in all, {len(names)} stored", flush=True)
        begin = time.perf_counter()
        with open(output, "w") as file:
            subprocess.run(command, stdout=file, check=True)
        seconds = time.perf_counter() - begin
        names = stored(options.binary, options.store)
        assert sorted(names) == sorted(told(output)), "the last run told other documents than are stored"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"the last run: {len(names)} documents, each once, {seconds:.0f} s; most memory of any process {peak:.0f} MB")


if __name__ == "__main__":
    main()
