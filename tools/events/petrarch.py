#!/usr/bin/env python3
"""Hold the events' CAMEO roots against PETRARCH's unit tests, actors aside: a stress test, many of its codes are invented.

    petrarch.py prepare petrarch-unit-tests.xml > in.jsonl
    newsline code --input jsonl in.jsonl > out.jsonl
    petrarch.py score petrarch-unit-tests.xml out.jsonl --codes cameo2plover.tsv [--errors]

A coding counts if its code is one of CAMEO's (the first column of --codes); it is found if the sentence has an event whose
code begins with the same two digits. Each code of a sentence counts once, because an event lists its parties. Most codes that look like
CAMEO's are older ones, WEIS's, under other roots (122 is "denounce" there, 081 "agree"); the second figure takes all
codes for WEIS's and asks for a root of CAMEO's that says the same.
"""
import argparse
import html
import json
import re
from collections import Counter

# WEIS's roots, and the roots of CAMEO that say the same.
WEIS = {
    "01": "08", "02": "01 05 11", "03": "04", "04": "05", "05": "03", "06": "05 08", "07": "07", "08": "03 05 06 08", "09": "02 10",
    "10": "02 10", "11": "12", "12": "11", "13": "14 11", "14": "12 11", "15": "10", "16": "13 11", "17": "13", "18": "14 15 17",
    "19": "12 16", "20": "16 17", "21": "17", "22": "18 19 20"}


def matched(codes, events, roots):
    """How many codings find an event of theirs, each event once."""
    left = Counter(event["cameo"][:2] for event in events)
    found = []
    for code in codes:
        root = next((root for root in roots(code) if left[root] > 0), None)
        if root:
            left[root] -= 1
        found.append(root is not None)
    return found


def sentences(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = re.sub(r"<!--.*?-->", "", file.read(), flags=re.S)
    for number, body in enumerate(re.findall(r"<Sentence .*?</Sentence>", text, re.S)):
        words = re.search(r"<Text>(.*?)</Text>", body, re.S)
        codes = re.findall(r'eventcode\s*=\s*"(\w+)"', body)
        if words and codes:
            yield str(number), html.unescape(" ".join(words.group(1).split())), codes


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=["prepare", "score"])
    parser.add_argument("tests")
    parser.add_argument("records", nargs="?")
    parser.add_argument("--codes")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if options.command == "prepare":
        for id, text, _ in sentences(options.tests):
            print(json.dumps({"id": id, "text": text}, ensure_ascii=False))
        return
    if not options.records or not options.codes:
        parser.error("score needs the records and --codes")
    with open(options.codes, encoding="utf-8") as file:
        real = {line.split("\t")[0] for line in file}
    with open(options.records, encoding="utf-8") as file:
        documents = {document["input"]: document for document in map(json.loads, file)}
    cameo, weis = [], []
    for id, text, codes in sentences(options.tests):
        events = documents.get(id, {}).get("events", [])
        codes = list(dict.fromkeys(codes))
        known = [code for code in codes if code in real]
        own = matched(known, events, lambda code: [code[:2]])
        cameo += own
        old = [code for code in codes if code[:2] in WEIS]
        older = matched(old, events, lambda code: WEIS[code[:2]].split())
        weis += older
        if options.errors and not (all(own) and own or all(older) and older):
            print(codes, [event["cameo"] for event in events], text)
    print(f"CAMEO root {100 * sum(cameo) / len(cameo):.1f} % of {len(cameo)} codings")
    print(f"as WEIS    {100 * sum(weis) / len(weis):.1f} % of {len(weis)} codings")


if __name__ == "__main__":
    main()
