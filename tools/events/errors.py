#!/usr/bin/env python3
"""What frames alone make of marked sentences, and each sentence that they code wrong.

    newsline-eval event-features [--frames FOLDER] rows.jsonl > proposals.jsonl
    errors.py ROWS PROPOSALS [CATEGORY ...]

ROWS is a file of marked sentences (data.py), PROPOSALS what newsline-eval printed for it. First macro-F1, accuracy, joined and
rows without an event, in percent; then, category by category, the rows and how many of them are right and joined; then, for the
categories named, each row whose category or parties are wrong, with what was found: category, rule, actors > recipients.
"""
import json
import sys
from collections import Counter

import data
from decisions import Decision, undecided


def texts(path):
    """By row the text of every mention."""
    with open(path, encoding="utf-8") as file:
        return {line["input"]: {mention["id"]: mention["text"] for mention in line["mentions"]} for line in map(json.loads, file)}


def told(decision, mentions):
    """A decision in a line."""
    category, proposal, _ = decision
    actors, recipients = (", ".join(mentions.get(id, id) for id in proposal.event.get(role) or []) or "–" for role in ("actors", "recipients"))
    standing = proposal.event.get("status", "happened")
    return f"{category} {proposal.event['type']}!{standing} {proposal.event['rule']}: {actors} > {recipients}"


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    rows, mentions, wanted = data.read(sys.argv[1], sys.argv[2]), texts(sys.argv[2]), set(sys.argv[3:])
    print("macro-F1 %.1f  accuracy %.1f  joined %.1f  without an event %.1f" % data.scores(rows, undecided))
    count, right, joined = Counter(), Counter(), Counter()
    for row in rows:
        found = undecided(row)
        best = data.answer(found)
        is_right = best is not None and best[0] == row.gold
        count[row.gold] += 1
        right[row.gold] += is_right
        joined[row.gold] += is_right and best[1].joins
        if row.gold in wanted and not (is_right and best[1].joins):
            marked = data.sentences(sys.argv[1])[int(row.id)][1]
            print(f"\n{row.gold}\t{marked}")
            for decision in found:
                print("    " + told(decision, mentions[row.id]))
    print()
    for category in sorted(count):
        print(f"{category:10} {count[category]:4} rows {right[category]:4} right {joined[category]:4} joined")


if __name__ == "__main__":
    main()
