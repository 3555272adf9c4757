"""Which lists of the lexicons a word stands in: given names, family names, places, organisations, demonyms."""
from pathlib import Path

from atoms import atoms

GIVEN, FAMILY, PLACE, ORGANISATION, DEMONYM = 1, 2, 4, 8, 16
SIZE = 32
LOWER = {"of", "the", "and", "for", "in", "de", "la", "al", "el", "a", "on", "to", "at", "by", "an", "or", "for"}


def _rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def read(lexicons):
    """-> {hash of a word in lower case: bits} from the folder of lexicons."""
    found, root = {}, Path(lexicons)

    def add(name, bit):
        for word in name.replace("-", " ").split():
            word = word.strip(".,'’()")
            if len(word) > 1 and word.lower() not in LOWER:
                key = atoms(word)[0]
                found[key] = found.get(key, 0) | bit

    for row in _rows(root / "mentions/given_names.tsv"):
        add(row[0], GIVEN)
    for path in ("people.tsv", "offices.tsv"):
        for row in _rows(root / "knowledge" / path):
            words = row[0].split()
            if len(words) > 1:
                add(words[0], GIVEN)
                add(words[-1], FAMILY)
    for row in _rows(root / "knowledge/localities.tsv"):
        add(row[0], PLACE)
    for row in _rows(root / "knowledge/regions.tsv"):
        add(row[0], PLACE)
    for row in _rows(root / "knowledge/countries.tsv"):
        for name in [*row[5:7], *(row[7].split("|") if len(row) > 7 else [])]:
            add(name, PLACE)
        for name in row[8].split("|") if len(row) > 8 else []:
            add(name, DEMONYM)
    for path in ("organisations.tsv", "armed-groups.tsv"):
        for row in _rows(root / "knowledge" / path):
            for name in [row[0], *(row[4].split("|") if len(row) > 4 else [])]:
                add(name, ORGANISATION)
    return found
