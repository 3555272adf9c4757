#!/usr/bin/env python3
"""Requests a second of the site, by wrk beside the server. See README.md beside this file.

    Benchmarks/requests.py BINARY STORE [--seconds 10] [--connections 8 64]
"""
import argparse
import http.client
import json
import re
import signal
import subprocess
import time
import urllib.request


def addresses(base):
    """The home page, its first stored article, and the actor that most documents name."""
    def twin(path):
        with urllib.request.urlopen(base + path) as answer:
            return json.load(answer)
    items = twin("/index.json")["items"]
    article = next(item["document"] for item in items if "document" in item)[:16]
    parties = [p["actor"] for e in twin("/events.json")["items"] for p in e["parties"] if "actor" in p]
    return {
        "home": "/", "article": f"/articles/{article}", "actor": f"/actors/{parties[0]}",
    }


def once(base, count=500):
    """Articles a second where none was asked for before: one connection, one after another."""
    with urllib.request.urlopen(base + "/sitemap.xml") as answer:
        paths = re.findall(r"/articles/[0-9a-f]+", answer.read().decode())[-count:]
    connection = http.client.HTTPConnection(base.removeprefix("http://"))
    begin = time.perf_counter()
    for path in paths:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, path
    return len(paths) / (time.perf_counter() - begin)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("store")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--connections", type=int, nargs="*", default=[8, 64])
    arguments = parser.parse_args()
    server = subprocess.Popen(
        [arguments.binary, "serve", "--db", arguments.store, "--port", "0"],
        stderr=subprocess.PIPE, text=True)
    base = "http://" + re.search(r"127\.0\.0\.1:\d+", server.stderr.readline()).group()
    try:
        for name, path in addresses(base).items():
            with urllib.request.urlopen(base + path) as answer:
                page = answer.read().decode()
            # What the browser waits for before it paints: style sheets, and scripts that are not put off.
            blocking = len(re.findall(r'<link rel="stylesheet"|<script (?![^>]*\bdefer\b)', page))
            print(f"{name:8} {path}  {len(page.encode()):,} bytes, {blocking} blocking request(s)")
            for connections in arguments.connections:
                run = subprocess.run(
                    ["wrk", "-t1", f"-c{connections}", f"-d{arguments.seconds}s", "--latency", base + path],
                    capture_output=True, text=True, check=True).stdout
                rate = re.search(r"Requests/sec:\s+([\d.]+)", run).group(1)
                slow = re.search(r"99%\s+(\S+)", run).group(1)
                bad = re.search(r"Non-2xx.*", run)
                print(f"{'':8} {connections:3} connections: {float(rate):8.0f} a second, 99 % within {slow}"
                      + (f", {bad.group()}" if bad else ""))
        print(f"articles that nobody has asked for: {once(base):.0f} a second, one after another")
    finally:
        server.send_signal(signal.SIGTERM)
        print("stopped with status", server.wait(timeout=15))


if __name__ == "__main__":
    main()
