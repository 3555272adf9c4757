"""Treebanks in CoNLL-U, and the names that GUM's entities give."""
from dataclasses import dataclass, field

KINDS = {"person": 0, "organization": 1, "place": 2}
INNER = {"of", "the", "and", "&", "-", "for"}


@dataclass
class Sentence:
    """Words of one sentence, in columns; heads count from 1, 0 is the root."""

    forms: list = field(default_factory=list)
    tags: list = field(default_factory=list)  # "UPOS|XPOS"
    features: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    relations: list = field(default_factory=list)
    entities: list = field(default_factory=list)  # MISC's Entity, or ""
    names: list = None  # 0 outside, 1 + 2k begins a name of kind k, 2 + 2k goes on; None: not annotated

    def __len__(self):
        return len(self.forms)


def read(path):
    """The sentences of a CoNLL-U file, multiword tokens' words and no empty nodes."""
    documents, sentences, current = [], [], Sentence()

    def close():
        nonlocal current
        if current.forms:
            sentences.append(current)
        current = Sentence()

    def close_document():
        if sentences:
            add_names(sentences)
            documents.extend(sentences)
        sentences.clear()

    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                close()
            elif line.startswith("# newdoc"):
                close_document()
            elif line[0] != "#":
                cells = line.split("\t")
                if not cells[0].isdigit():
                    continue
                current.forms.append(cells[1])
                current.lemmas.append(cells[2])
                current.tags.append(f"{cells[3]}|{cells[4]}")
                current.features.append("" if cells[5] == "_" else cells[5])
                current.heads.append(int(cells[6]))
                current.relations.append(cells[7])
                entity = [m[7:] for m in cells[9].split("|") if m.startswith("Entity=")]
                current.entities.append(entity[0] if entity else "")
    close()
    close_document()
    return documents


def marks(entry):
    """`(1-person-…`, `(1-person-…)` or `1)`, one by one."""
    start = 0
    while start < len(entry):
        end = start + 1
        while end < len(entry) and entry[end] not in "()":
            end += 1
        if end < len(entry) and entry[end] == ")":
            end += 1
        yield entry[start:end]
        start = end


def add_names(sentences):
    """Fills in names where a document has entities: the run of proper nouns around an entity's head."""
    opened, found = [], []
    for number, sentence in enumerate(sentences):
        for word, entry in enumerate(sentence.entities):
            for mark in marks(entry):
                if mark[0] == "(":
                    parts = mark[1:].split("-")
                    if len(parts) < 2:
                        continue
                    opened.append((parts[0], parts[1].rstrip(")"), number, word))
                    if mark[-1] != ")":
                        continue
                    entity = opened.pop()
                else:
                    at = next((i for i in reversed(range(len(opened))) if opened[i][0] == mark[:-1]), None)
                    if at is None:
                        continue
                    entity = opened.pop(at)
                if entity[1] in KINDS and entity[2] == number:
                    found.append((number, entity[3], word + 1, KINDS[entity[1]]))
    if not found:
        return
    for sentence in sentences:
        sentence.names = [0] * len(sentence)
    for number, start, end, kind in sorted(found, key=lambda f: (f[0], -(f[2] - f[1]), f[1])):
        mark_name(sentences[number], start, end, kind)


def mark_name(sentence, start, end, kind):
    """Marks the run of proper nouns around the head of the words start..<end, unless an outer name has it."""
    names = sentence.names
    head = next((w for w in range(start, end) if not start <= sentence.heads[w] - 1 < end), None)
    if head is None or not sentence.tags[head].startswith("PROPN") or names[head]:
        return

    def is_name(word):
        return (start <= word < end and not names[word] and sentence.relations[word] != "nmod:desc"
                and (sentence.tags[word].startswith("PROPN") or "|NNP" in sentence.tags[word]))

    def extended(at, step):
        while True:
            following = at + step
            while (start <= following < end and abs(following - at) <= 2 and not names[following]
                   and sentence.forms[following] in INNER
                   and not sentence.tags[following].startswith("PROPN")):
                following += step
            if not is_name(following):
                return at
            at = following

    first, last = extended(head, -1), extended(head, 1)
    for word in range(first, last + 1):
        names[word] = 1 + 2 * kind if word == first else 2 + 2 * kind
