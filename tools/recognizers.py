#!/usr/bin/env python3
"""Scores times on Microsoft Recognizers-Text's English cases: a phrase and a day, and the values that it should have.

    tools/recognizers.py prepare CASES.json > in.jsonl
    newsline code --input jsonl < in.jsonl > out.jsonl
    tools/recognizers.py score CASES.json out.jsonl [--errors]

Counted are the cases all of whose results are dates, ranges of dates or times of day. A case is right where each result
is: an expression is found where its words overlap the result's. Recognizers' ranges end before their last day, ours on
it; "from A to B" is one result there and two expressions here, and its end is B itself; "since", "after", "before" and
"until" are modifiers of a value here and half-open ranges there; "early", "mid" and "late" are modifiers here and parts
of the range there, right where the whole is. Where several values are given, any counts.
"""
import json
import sys
from datetime import date, timedelta

KINDS = {"datetimeV2.date", "datetimeV2.daterange", "datetimeV2.time"}
DAY = timedelta(1)


def cases(path):
    for number, case in enumerate(json.load(open(path, encoding="utf-8-sig"))):
        kinds = {result.get("TypeName") for result in case["Results"]}
        if kinds and kinds <= KINDS:
            yield str(number), case


def reference(case):
    """The date line; None where a case tells none."""
    return case.get("Context", {}).get("ReferenceDateTime", "")[:10] or None


def day(text):
    """A day, or None where the text is none; Recognizers gives 0001-01-01 for days that don't exist."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def holds(wanted, start, end, last, modifier):
    """Whether expressions from `start` to `end`, the last of which begins at `last`, say a wanted value."""
    if wanted["type"] == "date" or wanted["type"] == "daterange" and "value" in wanted:
        return start == end == day(wanted["value"])
    first, limit = wanted.get("start"), wanted.get("end")
    if first and limit:
        first, limit = day(first), day(limit)
        if modifier in ("start", "mid", "end", "since", "before") and start <= first and limit <= end + DAY:
            return True
        return first == start and limit in (end + DAY, end, last)
    if first and modifier in ("start", "mid", "end") and start <= day(first) <= end:
        return True
    if first:
        return day(first) in (start, end + DAY)
    return bool(limit) and day(limit) in (start, end + DAY, end)


def right(result, times):
    begin, stop = result["Start"], result["Start"] + len(result["Text"])
    found = [t for t in times if t["start_offset"] < stop and begin < t["end_offset"] and (t.get("start") or t.get("end"))]
    for wanted in result["Resolution"]["values"]:
        if wanted.get("value") == "not resolved":
            # A day that no calendar has, or a fiscal year: right where none is given.
            if not found:
                return True
            continue
        if wanted["type"] in ("time", "timerange") and "value" in wanted:
            if any("T" in (t.get("start") or "") and t["start"].split("T")[1][:5] == wanted["value"][:5] for t in found):
                return True
            continue
        dated = [t for t in found if day(t.get("start") or t["end"])]
        if not dated:
            continue
        starts = [day(t.get("start") or t["end"]) for t in dated]
        start, last = min(starts), max(starts)
        end = max(day(t.get("end") or t["start"]) for t in dated)
        if holds(wanted, start, end, last, dated[0].get("modifier")):
            return True
    return False


def main():
    if sys.argv[1] == "prepare":
        for number, case in cases(sys.argv[2]):
            print(json.dumps({"id": number, "text": case["Input"], "published": reference(case)}))
        return
    documents = {}
    for line in open(sys.argv[3], encoding="utf-8"):
        document = json.loads(line)
        documents[document["input"]] = document
    counts, hits = {}, {}
    for number, case in cases(sys.argv[2]):
        times = documents.get(number, {}).get("times", [])
        kind = "+".join(sorted({result["TypeName"].split(".")[1] for result in case["Results"]}))
        held = all(right(result, times) for result in case["Results"])
        counts[kind] = counts.get(kind, 0) + 1
        hits[kind] = hits.get(kind, 0) + held
        if "--errors" in sys.argv and not held:
            print(number, reference(case), repr(case["Input"]))
            for result in case["Results"]:
                print("   wants", result["Text"], [{k: w[k] for k in w if k in ("start", "end", "value")} for w in result["Resolution"]["values"]])
            print("   got  ", [(t["text"], t.get("start"), t.get("end"), t.get("modifier"), t["rule"]) for t in times])
    for kind in sorted(counts):
        print(f"{kind}: {hits[kind]} of {counts[kind]}")
    print(f"right {100 * sum(hits.values()) / sum(counts.values()):.1f} of {sum(counts.values())}")


if __name__ == "__main__":
    main()
