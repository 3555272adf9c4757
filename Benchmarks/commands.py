#!/usr/bin/env python3
"""Times whole commands of the shipped binary, in turns. See README.md beside this file.

    Benchmarks/commands.py [BINARY] [--runs N]
"""
import json
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SEED = ROOT.parent / "shared/seed/page.txt"
COPIES = 400


def timed(command, stdin=None):
    begin = time.perf_counter()
    subprocess.run(command, input=stdin, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def main():
    arguments = sys.argv[1:]
    runs = int(arguments.pop(arguments.index("--runs") + 1)) if "--runs" in arguments else 15
    binary = next((a for a in arguments if not a.startswith("--")), str(ROOT / "bin/newsline"))
    page = str(ROOT / "Tests/Fixtures/harbour.html")
    coded = subprocess.run([binary, "page", page], capture_output=True, check=True).stdout
    text = json.loads(coded)["text"]
    stream = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i in range(COPIES)).encode()
    rows = {
        "start": ([binary, "--version"], None),
        "page": ([binary, "page", page], None),
        "code": ([binary, "code", page], None),
        "stream": ([binary, "code", "--threads", "1", "-"], stream),
    }
    if SEED.exists():
        rows["seed"] = ([binary, "code", str(SEED)], None)
    times = {name: [] for name in rows}
    for _ in range(runs):
        for name, (command, stdin) in rows.items():
            times[name].append(timed(command, stdin))
    first = statistics.median(times["start"])
    for name, values in times.items():
        median = statistics.median(values)
        line = f"{name:8} {median * 1000:8.1f} ms  ({min(values) * 1000:.1f} to {max(values) * 1000:.1f})"
        line += f"  {median / first:6.1f} × start"
        if name == "stream":
            words = len(text.split()) * COPIES
            line += f"  {words / (median - first):,.0f} words a second on one thread"
        print(line)


if __name__ == "__main__":
    main()
