"""The lemmas of known words: what the treebanks say of a form and tag, and of other words what regular inflection says.

A classifier by endings alone makes "denie" of "denied"; a table of (form, tag) comes before it. A word that no treebank
has is inflected regularly, or stands in the list of irregular verbs, where a known word comes out.
"""
from collections import Counter, defaultdict
from pathlib import Path

import lemmas
from atoms import _mix, atoms
from gazetteer import _rows

VOWELS = "aeiou"
TAGS = {"VERB|VBG": "ing", "VERB|VBD": "ed", "VERB|VBN": "ed", "VERB|VBZ": "s", "NOUN|NNS": "s"}
SHARE = 0.8


def stems(word, ending):
    """What a regular form may come from, the likeliest first."""
    if ending != "ing" and word.endswith("ie" + ending[-1]):
        return [word[:-3] + "y", word[:-1]]
    if ending == "s":
        if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            return [word[:-2], word[:-1]]
        return [word[:-1]] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else []
    if not word.endswith(ending):
        return []
    stem = word[: -len(ending)]
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in VOWELS
    return [s for s in ([stem[:-1]] if doubled else []) + [stem, stem + "e"] if len(s) > 1]


def key(lower, tag):
    """The key of a form's hash and a tag's number (Swift's ModelParts)."""
    return _mix(lower, tag + 1)


def best_rule(pairs):
    """The rule that is right for most of these forms and lemmas (a form in both cases has one entry), and for how many."""
    rules = sorted({lemmas.rule(form, lemma) for form, lemma in pairs})
    right = lambda rule: sum(n for (form, lemma), n in pairs.items() if lemmas.apply(rule, form) == lemma)
    chosen = max(rules, key=right)
    return chosen, right(chosen)


def table(sentences, vocabulary, words, lexicons=None):
    """Keys and the numbers of lemma rules. `words`: common words in small letters; cost: linear in both."""
    counts, known = defaultdict(Counter), defaultdict(Counter)
    for s in sentences:
        for form, tag, lemma in zip(s.forms, s.tags, s.lemmas):
            counts[atoms(form)[0], tag][form, lemma] += 1
            known[tag.split("|")[0].replace("AUX", "VERB")][lemma] += 1
    common, found = set(words), {}
    irregular = Path(lexicons or "") / "events/irregular.tsv"
    for form, lemma, *_ in _rows(irregular) if lexicons and irregular.exists() else []:
        for tag in ("VERB|VBD", "VERB|VBN"):
            found[atoms(form)[0], tag] = lemmas.rule(form, lemma)
    for word in filter(str.isalpha, words):
        for tag, ending in TAGS.items():
            possible = stems(word, ending)
            seen = {s: known[tag.split("|")[0]][s] for s in possible if s in known[tag.split("|")[0]]}
            chosen = [max(seen, key=seen.get)] if seen else [s for s in possible if s in common]
            if len(chosen) == 1:
                found.setdefault((atoms(word)[0], tag), lemmas.rule(word, chosen[0]))
    for place, pairs in counts.items():
        rule, count = best_rule(pairs)
        total = sum(pairs.values())
        if not place[1].startswith("PROPN") and count > SHARE * total and (total > 1 or place not in found):
            found[place] = rule
    of = vocabulary.of
    return {key(lower, of["tags"][tag]): of["lemmas"][rule] for (lower, tag), rule in sorted(found.items())
            if tag in of["tags"] and rule in of["lemmas"]}
