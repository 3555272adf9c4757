#!/usr/bin/env python3
"""Score the reading of pages on the public sets, all five in one run.

    pages.py NEWSLINE_EVAL DATA [--half made|held] [--set NAME] [--errors NAME.FIELD] [--save FOLDER]

NEWSLINE_EVAL is the built `newsline-eval`, DATA the folder that holds `snippets`, `readability`, `publishers`, `dates`
and `metadata`. Each set's pages are parted by a hash of their names into two halves: rules are made while reading the
errors of the one (`made`), and the other's figures (`held`) tell what they are worth. Both are printed, and the whole.
`--errors snippets.body` prints the wrong answers of the chosen half, wanted and found, and never those of `held`.

Measures. Body: 4-word shingles, precision and recall a page averaged over pages, and the F1 of the two; on snippets F
over the wanted and unwanted snippets. Title: the same text, but for white space, case and the shape of quotation marks.
Author: the same set of names, but for case, "By", and what parts or introduces names; `people` leaves
out the pages whose truth names no one by two words. Day: the wanted instant's day in UTC, or within the zone that
either side prints.
"""
import argparse
import gzip
import hashlib
import html
import json
import re
import subprocess
import tempfile
import unicodedata
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from pathlib import Path

WORD = re.compile(r"\w+")
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})
PARTING = re.compile(r"\s*(?:[,;/|&•·]|\band\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)
INTRODUCTION = re.compile(r"^(?:by|von|par|por|di|af|av|door|written by|posted by)\b[\s:]*", re.IGNORECASE)


def half_of(key):
    return "made" if hashlib.sha256(key.encode()).digest()[0] & 1 else "held"


def plain(text):
    return " ".join(unicodedata.normalize("NFC", html.unescape(str(text))).translate(QUOTES).casefold().split())


def names(value):
    found = set()
    for text in value if isinstance(value, list) else [value]:
        for piece in PARTING.split(INTRODUCTION.sub("", " ".join(str(text).split()))):
            piece = INTRODUCTION.sub("", plain(piece)).strip(" .")
            if piece:
                found.add(piece)
    return found


def instant(text):
    text = str(text).strip().replace(" ", "T", 1).replace("Z", "+00:00")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text[:10])


def same_day(want, got):
    """Whether two dates name one day: as printed, in UTC, or each in the other's zone."""
    if not got:
        return False
    if got[:10] == str(want)[:10]:
        return True
    got_text = got
    try:
        want, got = instant(want), instant(got)
    except ValueError:
        return False
    if len(got_text) == 10 and want.minute == want.second == 0 and want.hour:
        # Midnight of some zone: a day printed without a clock, written down as an instant.
        west = got if want.utcoffset() is None else got.replace(tzinfo=want.tzinfo)
        if abs(west - want) <= timedelta(hours=14):
            return True
    if want.tzinfo is None or got.tzinfo is None:
        return want.date() == got.date()
    utc = want - want.utcoffset()
    other = got - got.utcoffset()
    return utc.replace(tzinfo=None).date() == other.replace(tzinfo=None).date() or any(
        (utc + zone).date() == (other + zone).date()
        for zone in (want.utcoffset(), got.utcoffset(), timedelta(0)))


def shingles(text, n=4):
    words = WORD.findall(text)
    return Counter(tuple(words[i:i + n]) for i in range(max(1, len(words) - n + 1))) if words else Counter()


def overlap(want, got):
    true, found = shingles(want), shingles(got)
    shared = sum((true & found).values())
    return shared, sum(found.values()), sum(true.values())


class Tally:
    def __init__(self):
        self.right = self.asked = 0
        self.precisions, self.recalls = [], []
        self.hit = self.miss = self.leak = 0

    def figure(self):
        if self.hit + self.miss:
            precision, recall = self.hit / max(1, self.hit + self.leak), self.hit / (self.hit + self.miss)
        elif self.recalls:
            precision = sum(self.precisions) / max(1, len(self.precisions))
            recall = sum(self.recalls) / len(self.recalls)
        else:
            return f"{self.right / max(1, self.asked):.3f}"
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
        return f"{f1:.4f} (P {precision:.4f} R {recall:.4f})"


class Scores:
    def __init__(self, half, wanted):
        self.tallies = defaultdict(Tally)
        self.half, self.wanted, self.shown = half, wanted, []

    def each(self, field, key):
        yield self.tallies[field, "all"]
        yield self.tallies[field, half_of(key)]

    def show(self, field, key, want, got):
        if field == self.wanted and half_of(key) == "made":
            self.shown.append((key, want, got))

    def answer(self, field, key, want, got, right):
        for tally in self.each(field, key):
            tally.asked += 1
            tally.right += right
        if not right:
            self.show(field, key, want, got)

    def body(self, field, key, want, got):
        shared, found, true = overlap(want, got)
        for tally in self.each(field, key):
            if found:
                tally.precisions.append(shared / found)
            if true:
                tally.recalls.append(shared / true)
        if shared < 0.95 * max(found, true):
            self.show(field, key, want, got)

    def print(self, halves):
        for field in sorted({field for field, _ in self.tallies}):
            print(f"{field:24}", *(f"{half} {self.tallies[field, half].figure():34}" for half in halves))


def read(binary, folder, save, name):
    path = Path(save or tempfile.mkdtemp()) / f"{name}.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        files = sorted(str(page) for page in folder.rglob("*.gz"))
        if subprocess.run([binary, "pages", *files], stdout=file).returncode:
            raise SystemExit(f"{binary} pages failed on {folder}")
    pages = {}
    for line in open(path, encoding="utf-8"):
        page = json.loads(line)
        pages[Path(page["input"]).name.removesuffix(".gz")] = page
    return pages


def published(page):
    return (page.get("published") or {}).get("start", "")


def metadata(scores, name, key, page, title=None, author=None, day=None):
    if title:
        got = page.get("title") or ""
        scores.answer(f"{name}.title", key, title, got, plain(title) == plain(got))
    if author:
        got = page.get("authors") or []
        scores.answer(f"{name}.author", key, author, got, names(author) == names(got))
        if any(len(one.split()) >= 2 for one in names(author)):
            scores.answer(f"{name}.author-people", key, author, got, names(author) == names(got))
    if day:
        scores.answer(f"{name}.day", key, day, published(page), same_day(day, published(page)))


def score_publishers(scores, data, pages):
    for country in sorted(p for p in (data / "publishers").iterdir() if p.is_dir()):
        for file in sorted(country.glob("*.json")):
            # A publisher's pages are named by their days, its versions in that order.
            fixtures = sorted(p.name.removesuffix(".gz") for p in country.glob(file.stem + "_2*.html.gz"))
            truths = [truth for _, truth in sorted(json.loads(file.read_text()).items())]
            for fixture, truth in zip(fixtures, truths):
                page = pages.get(fixture, {})
                lines = []
                for section in truth["body"]["sections"]:
                    lines += section["headline"] + section["paragraphs"]
                text = page.get("text") or ""
                scores.body("publishers.body", fixture, "\n".join(lines), text)
                scores.body("publishers.body+lead", fixture, "\n".join(truth["body"]["summary"] + lines), text)
                metadata(scores, "publishers", fixture, page, truth.get("title"), truth.get("authors"),
                         truth.get("publishing_date"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=["made", "held", "all"])
    parser.add_argument("--set", action="append")
    parser.add_argument("--errors")
    parser.add_argument("--save")
    given = parser.parse_args()
    sets = given.set or ["snippets", "readability", "publishers", "metadata", "dates"]
    halves = [given.half] if given.half else ["all", "made", "held"]
    scores = Scores(halves[0], given.errors)
    pages = {name: read(given.binary, given.data / name, given.save, name) for name in sets}
    if "snippets" in sets:
        for key, want in json.loads((given.data / "snippets/truth.json").read_text()).items():
            page = pages["snippets"].get(key, {})
            text = " ".join((page.get("text") or "").split())
            missed = [s for s in want.get("with", []) if " ".join(s.split()) not in text]
            leaked = [s for s in want.get("without", []) if " ".join(s.split()) in text]
            for tally in scores.each("snippets.body", key):
                tally.hit += len(want.get("with", [])) - len(missed)
                tally.miss += len(missed)
                tally.leak += len(leaked)
            if missed or leaked:
                scores.show("snippets.body", key, {"missed": missed, "leaked": leaked}, text)
            metadata(scores, "snippets", key, page, want.get("title"), want.get("author"), want.get("date"))
    if "readability" in sets:
        by_key = {name.split(".")[0]: page for name, page in pages["readability"].items()}
        for key, want in json.loads((given.data / "readability/truth.json").read_text()).items():
            scores.body("readability.body", key, want["articleBody"], by_key.get(key, {}).get("text") or "")
    if "publishers" in sets:
        score_publishers(scores, given.data, pages["publishers"])
    if "metadata" in sets:
        for want in json.loads((given.data / "metadata/truth.json").read_text()):
            key = want["fixtures"][0]
            metadata(scores, "metadata", key, pages["metadata"].get(key, {}), want.get("title"), want.get("author"),
                     want.get("date_published"))
    if "dates" in sets:
        both = dict(pages["dates"], **(pages.get("snippets") or read(given.binary, given.data / "snippets", None, "s")))
        for path, want in json.loads((given.data / "dates/truth.json").read_text()).items():
            key = Path(path).name.removesuffix(".gz")
            metadata(scores, "dates", key, both.get(key, {}), day=want["published"])
    for key, want, got in scores.shown:
        print(json.dumps({"page": key, "want": want, "got": got}, ensure_ascii=False))
    if not given.errors:
        scores.print(halves)


if __name__ == "__main__":
    main()
