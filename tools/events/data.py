"""Reads marked sentences and what Newsline proposes for them, and says which proposals the marks judge."""
import csv
import json
import re
import sys
from collections import Counter

CATEGORIES = ["AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
              "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE"]
NUMBER = {name: number for number, name in enumerate(CATEGORIES)}
MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
COOPERATIVE = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"}
HOSTILE = {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}


class Proposal:
    """An event that Newsline's rules propose, with what the learned layer sees of it."""

    def __init__(self, event, features, joins, touches):
        self.event, self.features, self.joins, self.touches = event, features, joins, touches
        self.frameless = event["rule"] == "none"
        self.root = None if self.frameless else root(event)
        self.own = folded(event["type"])


class Row:
    """A sentence with its two parties, the category that joins them, and the proposals."""

    def __init__(self, id, text, gold, proposals):
        self.id, self.text, self.gold, self.proposals = id, text, gold, proposals


def folded(type):
    return "YIELD" if type in ("CONCEDE", "RETREAT") else type


def root(event):
    """The one category of an act and its standing, as the marked set has it; Swift's EventModel folds alike."""
    type = folded(event["type"])
    if type == "SANCTION" and event.get("mode") == "convict":
        type = "ACCUSE"
    status = event.get("status", "happened")
    if status in ("refused", "cancelled"):
        return "REJECT"
    if type in COOPERATIVE:
        if status in ("planned", "proposed", "invited", "possible", "postponed"):
            return "AGREE"
        return "REQUEST" if status == "called_for" else type
    if type in HOSTILE:
        if status in ("planned", "proposed", "possible"):
            return "THREATEN"
        return "ACCUSE" if status == "called_for" else type
    return type


def marked(sentence):
    """The bare text and the spans of its source and target."""
    text, parties = "", {"s": [], "t": []}
    for piece in re.split(r"(</?[st]>)", sentence):
        if piece in ("<s>", "<t>"):
            parties[piece[1]].append([len(text), None])
        elif piece in ("</s>", "</t>"):
            parties[piece[2]][-1][1] = len(text)
        else:
            text += piece
    return text, parties


def spans_of(document):
    """Of each mention all spans of the same actor, and of a plural's members."""
    mentions = {mention["id"]: mention for mention in document["mentions"]}
    by_actor = {}
    for mention in mentions.values():
        if mention.get("actor"):
            by_actor.setdefault(mention["actor"], []).append((mention["start"], mention["end"]))
    found = {}
    for id, mention in mentions.items():
        found[id] = [(mention["start"], mention["end"])]
        for member in [mention] + [mentions[m] for m in mention.get("members", []) if m in mentions]:
            found[id] += by_actor.get(member.get("actor"), [(member["start"], member["end"])])
    return found


def relation(event, spans, parties):
    """Whether an event joins the marked parties in their roles, and whether it names either."""
    role = {name: [span for id in event.get(name) or [] for span in spans.get(id, [])] for name in ("actors", "recipients")}

    def meets(name, party):
        return not parties[party] or any(a[0] < b[1] and b[0] < a[1] for a in role[name] for b in parties[party])

    joins = meets("actors", "s") and (meets("recipients", "t") or (not role["recipients"] and meets("actors", "t")))
    if event["type"] in MUTUAL:
        joins = joins or (meets("actors", "t") and meets("recipients", "s"))
    touches = any(a[0] < b[1] and b[0] < a[1] for name in role for a in role[name] for party in parties.values() for b in party)
    return joins, touches


def sentences(path):
    """(category, marked sentence) of a file of ours, two columns, or of one with columns named gold_root and marked_sentence."""
    with open(path, encoding="utf-8") as file:
        if file.readline().startswith("#"):
            return [tuple(line.rstrip("\n").split("\t")) for line in file if not line.startswith("#")]
        file.seek(0)
        return [(row["gold_root"], row["marked_sentence"]) for row in csv.DictReader(file, delimiter="\t")]


def read(rows, proposals):
    """The rows of a file of marked sentences, with the lines that `newsline-eval event-features` printed for them."""
    documents = {}
    with open(proposals, encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            documents[document["input"]] = document
    found = []
    for number, (gold, sentence) in enumerate(sentences(rows)):
        text, parties = marked(sentence)
        document = documents[str(number)]
        spans = spans_of(document)
        found.append(Row(str(number), text, gold, [
            Proposal(event, features, *relation(event, spans, parties))
            for event, features in zip(document["events"], document["features"])]))
    return found


def examples(row):
    """The proposals of a row that its mark judges: (proposal, category, weight)."""
    framed = [p for p in row.proposals if not p.frameless]
    joined = [p for p in framed if p.joins]
    right = [p for p in joined if p.root == row.gold]
    found = [(p, row.gold, 1.0) for p in right or joined]
    if not joined:
        touching = [p for p in framed if p.touches]
        right = [p for p in touching if p.root == row.gold]
        best = right or sorted(touching, key=lambda p: -p.event["confidence"])[:1]
        found += [(p, row.gold, 0.5) for p in best]
    for p in row.proposals:
        if p.frameless:
            found.append((p, row.gold, 1.0) if p.joins and not joined else (p, "NONE", 0.3))
    return found


def answer(decisions):
    """Of (category, proposal, confidence) the one that a scorer of marked pairs takes: the joining, the touching, the surest."""
    return max(decisions, key=lambda d: (d[1].joins, d[1].touches, d[2]), default=None)


def scores(rows, decide):
    """Macro-F1, accuracy, joined and rows without an event, in percent."""
    gold, found, right = Counter(), Counter(), Counter()
    joined = missing = 0
    for row in rows:
        got = answer(decide(row))
        gold[row.gold] += 1
        if got is None:
            missing += 1
            continue
        found[got[0]] += 1
        right[row.gold] += got[0] == row.gold
        joined += got[0] == row.gold and got[1].joins
    f1 = [2 * right[c] / (found[c] + gold[c]) for c in gold]
    percent = 100 / len(rows)
    return 100 * sum(f1) / len(f1), percent * sum(right.values()), percent * joined, percent * missing


if __name__ == "__main__":
    # The bare texts of a file of marked sentences, as JSON Lines.
    for number, (_, sentence) in enumerate(sentences(sys.argv[1])):
        print(json.dumps({"id": str(number), "text": marked(sentence)[0]}, ensure_ascii=False))
