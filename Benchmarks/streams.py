#!/usr/bin/env python3
"""Measures that `newsline page` streams: time, peak memory and order over many pages in a folder and in a WARC file.

usage: streams.py BINARY PAGES SCRATCH [COUNT ...]

PAGES is a folder of pages (`newsline-eval make-pages PAGES --count 10000`, or any other); they are taken round and
round until there are COUNT (1000, 4000 and 10000 unless told). SCRATCH is a folder for the files made: one of COUNT
pages, one WARC file that is compressed by record. Memory is the largest resident size that the system tells of the
process, as `/usr/bin/time -v` prints it.
"""
import gzip
import itertools
import json
import os
import shutil
import sys
import time


def pages_of(folder):
    paths = sorted(
        os.path.join(root, name)
        for root, _, names in os.walk(folder)
        for name in names
        if name.endswith((".html", ".htm"))
    )
    if not paths:
        sys.exit(f"{folder}: holds no .html")
    return paths


def make(paths, count, scratch):
    """A folder and an archive of `count` pages; their paths."""
    folder = os.path.join(scratch, f"pages-{count}")
    archive = os.path.join(scratch, f"pages-{count}.warc.gz")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with open(archive, "wb") as warc:
        for number, path in zip(range(count), itertools.cycle(paths)):
            with open(path, "rb") as file:
                page = file.read()
            with open(os.path.join(folder, f"{number:06}.html"), "wb") as file:
                file.write(page)
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Target-URI: https://example.org/{number:06}\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            ).encode()
            warc.write(gzip.compress(head + block + b"\r\n\r\n", 6))
    return folder, archive


def run(binary, source, output, threads):
    """Seconds and peak memory in MB of one run, its output in a file."""
    begun = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        arguments = [binary, "page", source] + (["--threads", str(threads)] if threads else [])
        os.execv(binary, arguments)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{source}: exit status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def in_order(output, count):
    numbers = []
    with open(output, "rb") as file:
        for line in file:
            name = json.loads(line)["input"]
            numbers.append(int("".join(c for c in name.rsplit("/", 1)[-1] if c.isdigit())))
    return numbers == list(range(count))


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    binary, folder, scratch = sys.argv[1:4]
    counts = [int(word) for word in sys.argv[4:]] or [1000, 4000, 10000]
    os.makedirs(scratch, exist_ok=True)
    paths = pages_of(folder)
    output = os.path.join(scratch, "out.jsonl")
    print(f"{'input':8} {'pages':>6} {'threads':>7} {'seconds':>8} {'pages/s':>8} {'MB':>6}  order kept")
    for count in counts:
        for kind, source in zip(("folder", "warc"), make(paths, count, scratch)):
            for threads in (1, None):
                seconds, memory = run(binary, source, output, threads)
                kept = "yes" if in_order(output, count) else "NO"
                shown = threads or "all"
                print(
                    f"{kind:8} {count:6} {shown:>7} {seconds:8.1f} {count / seconds:8.0f} {memory:6.0f}  {kept}",
                    flush=True,
                )


main()
