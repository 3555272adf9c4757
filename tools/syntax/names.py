"""Names for training beyond GUM's: partial labels for treebanks without entities, and other names in their places.

Where a treebank has no entities, its proper nouns tell where names can be: all other words are outside. A run of proper
nouns is typed where the lexicons leave no doubt, and stays without a label (−1) elsewhere.
"""
from pathlib import Path

from gazetteer import DEMONYM, FAMILY, GIVEN, ORGANISATION, PLACE, _rows
from atoms import atoms

PERSON, ORG, LOC = 0, 1, 2
TITLES = set(
    "mr mrs ms miss dr prof professor president senator sen gov governor rep congressman secretary minister general gen "
    "colonel col captain capt lt sgt major king queen prince princess pope sir lord lady judge justice sheikh ayatollah "
    "imam mullah chancellor ambassador chairman mayor attorney vice prime commander admiral".split())
CALENDAR = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept "
    "oct nov dec christmas easter ramadan thanksgiving halloween am pm est gmt internet god".split())
BODIES = set(
    "inc corp corporation university company co bank department committee agency ministry association party council "
    "institute times post llc llp ltd group commission foundation congress senate parliament court college school "
    "society union club bureau office".split())
SPOTS = set("river street st avenue ave road rd county city island islands lake mountain mountains bay province beach valley".split())


class Lists:
    """Whole names of the lexicons, by their words in small letters."""

    def __init__(self, lexicons, bits):
        root, self.bits = Path(lexicons), bits
        self.places, self.bodies, self.countries = set(), set(), set()
        self.given, self.family, self.single_places = [], [], []
        for row in _rows(root / "knowledge/localities.tsv"):
            self.places.add(row[0].lower())
            if " " not in row[0] and row[0].isalpha():
                self.single_places.append(row[0])
        for row in _rows(root / "knowledge/regions.tsv"):
            self.places.add(row[0].lower())
        for row in _rows(root / "knowledge/countries.tsv"):
            for name in [*row[5:7], *(row[7].split("|") if len(row) > 7 else [])]:
                self.places.add(name.lower())
                self.countries.add(name.lower().removeprefix("the "))
                if " " not in name and name.isalpha():
                    self.single_places += [name] * 20
        for path in ("organisations.tsv", "armed-groups.tsv"):
            for row in _rows(root / "knowledge" / path):
                for name in [row[0], *(row[4].split("|") if len(row) > 4 else [])]:
                    self.bodies.add(name.lower())
        for path in ("people.tsv", "offices.tsv"):
            for row in _rows(root / "knowledge" / path):
                words = row[0].split()
                if len(words) > 1:
                    self.given.append(words[0])
                    self.family.append(words[-1])
        self.single_places = self.single_places[:4000]

    def of(self, word):
        return self.bits.get(atoms(word)[0], 0)


def spans(names):
    """The names as (start, end, kind)."""
    at = 0
    while at < len(names):
        if names[at] < 1 or names[at] % 2 == 0:
            at += 1
            continue
        end = at + 1
        while end < len(names) and names[end] == names[at] + 1:
            end += 1
        yield at, end, (names[at] - 1) // 2
        at = end


def mended(forms, tags, names, lists):
    """What stands otherwise in a treebank's entities than names are understood here: a country is a place also where it
    acts, a people ("the Danes") is no name, and both sides of a hyphen within a word are one name."""
    out = list(names)
    found = list(spans(out))
    for (start, middle, kind), (after, end, other) in zip(found, found[1:]):
        if kind == other and after == middle + 1 and tags[middle].endswith("|HYPH"):
            out[middle : end] = [2 + 2 * kind] * (end - middle)
    for start, end, kind in list(spans(out)):
        text = " ".join(forms[start:end]).lower()
        if kind == ORG and text in lists.countries:
            out[start:end] = [1 + 2 * LOC] + [2 + 2 * LOC] * (end - start - 1)
        elif kind == PERSON and end - start == 1 and tags[start].endswith("|NNPS"):
            out[start] = 0
    return out


def label(sentence, lists):
    """Fills in partial names from the proper nouns of a sentence."""
    n = len(sentence)
    proper = [t.startswith("PROPN") for t in sentence.tags]
    for i in range(1, n - 1):
        # "Coca-Cola": the hyphen within a word belongs to the name.
        proper[i] |= sentence.tags[i].endswith("|HYPH") and proper[i - 1] and sentence.tags[i + 1].startswith("PROPN")
    names = [0] * n
    for i in range(1, n - 1):
        if not proper[i] and proper[i - 1] and proper[i + 1] and sentence.forms[i].lower() in ("of", "the", "and", "&", "-", "for", "'s"):
            names[i] = -1
    start = 0
    while start < n:
        if not proper[start]:
            start += 1
            continue
        end = start
        while end < n and proper[end]:
            end += 1
        _label_run(sentence, start, end, names, lists)
        start = end
    for i in range(n - 1):
        if names[i] == -1 and not proper[i] and names[i + 1] == 0 and names[i - 1] == 0:
            names[i] = 0
    sentence.names = names


def _label_run(sentence, start, end, names, lists):
    words = [w.lower().strip(".") for w in sentence.forms[start:end]]
    if all(w in CALENDAR for w in words):
        return
    titled = False
    while start < end - 1 and words[0] in TITLES:
        start, words, titled = start + 1, words[1:], True
    kind = _kind(sentence.forms[start:end], words, titled, lists)
    for i in range(start, end):
        names[i] = -1 if kind is None else 1 + 2 * kind if i == start else 2 + 2 * kind


def _kind(forms, words, titled, lists):
    text, bits = " ".join(words), [lists.of(f) for f in forms]
    if text in lists.countries and not bits[0] & GIVEN:
        return LOC
    if titled and len(words) <= 3 and not bits[0] & PLACE:
        return PERSON
    if text in lists.bodies and text not in lists.places:
        return ORG
    if len(words) > 1 and words[-1] in BODIES:
        return ORG
    if text in lists.places and not (len(words) == 1 and bits[0] & (GIVEN | FAMILY | ORGANISATION | DEMONYM)):
        return LOC
    if len(words) > 1 and words[-1] in SPOTS:
        return LOC
    if bits[0] & GIVEN and not bits[0] & (PLACE | ORGANISATION) and len(words) <= 3 and not bits[-1] & (ORGANISATION | PLACE):
        return PERSON
    return None


def renamed(sentence_forms, names, lists, rng):
    """The forms with other names of the same kind in the places of people and single-word places."""
    forms = list(sentence_forms)
    for start, end, kind in spans(names):
        plain = all(forms[j][:1].isupper() and forms[j].isalpha() for j in range(start, end))
        if plain and kind == PERSON and end - start <= 2:
            if end - start == 2:
                forms[start], forms[start + 1] = rng.choice(lists.given), rng.choice(lists.family)
            else:
                forms[start] = rng.choice(lists.family if rng.random() < 0.6 else lists.given)
        elif plain and kind == LOC and end - start == 1:
            forms[start] = rng.choice(lists.single_places)
    return forms
