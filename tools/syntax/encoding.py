"""What the networks read: sentences as arrays of what is seen of each word, and of what is to be told of it."""
import copy
from collections import Counter
from pathlib import Path

import numpy as np
import torch

import gazetteer
import lemmas
import names
from atoms import atoms


def common_words(folder, count):
    """The commonest words, in small letters."""
    if folder is None:
        return []
    import pyarrow.parquet

    return pyarrow.parquet.read_table(Path(folder) / "glove_6B_index.parquet").column(0)[:count].to_pylist()


def vectors(folder, count):
    if folder is None:
        return {}, torch.zeros(1, 50)
    words = common_words(folder, count)
    values = np.load(Path(folder) / "glove_6B_50d_emb.npy", mmap_mode="r")[:count]
    rows, kept = {}, []
    for number, word in enumerate(words):
        key = atoms(word)[0]
        if key not in rows:
            rows[key] = len(rows) + 1
            kept.append(number)
    table = np.concatenate([np.zeros((1, values.shape[1]), np.float32), values[kept]])
    scale = np.abs(table).max(1, keepdims=True) / 127 + 1e-9
    return rows, torch.from_numpy((np.round(table / scale) * scale).astype(np.float32))


class Vocabulary:
    """What the training sentences hold: words, tags, features, lemma rules, relations."""

    def __init__(self, sentences, vector_rows, gazetteer_bits):
        forms = Counter(atoms(f)[0] for s in sentences for f in s.forms)
        self.words = {key: i + 1 for i, (key, n) in enumerate(forms.most_common()) if n > 1}
        self.vectors, self.gazetteer = vector_rows, gazetteer_bits

        def listed(counter, least):
            return [value for value, n in sorted(counter.items(), key=lambda e: (-e[1], e[0])) if n >= least]

        self.tags = listed(Counter(t for s in sentences for t in s.tags), 2)
        self.features = listed(Counter(f for s in sentences for f in s.features), 2)
        self.lemmas = listed(
            Counter(lemmas.rule(f, l) for s in sentences for f, l in zip(s.forms, s.lemmas)), 2)
        self.relations = listed(Counter(r for s in sentences for r in s.relations), 2)
        self.of = {
            name: {value: i for i, value in enumerate(getattr(self, name))}
            for name in ("tags", "features", "lemmas", "relations")
        }

    @property
    def sizes(self):
        return {
            "words": len(self.words), "tags": len(self.tags), "features": len(self.features),
            "lemmas": len(self.lemmas), "relations": len(self.relations), "names": 7,
            "gazetteer": gazetteer.SIZE,
        }


class Encoded:
    """A sentence as arrays; −1 where a target is not known."""

    def __init__(self, sentence, vocabulary):
        self.forms = sentence.forms
        self.encode(vocabulary)
        of = vocabulary.of
        self.tags = np.array([of["tags"].get(t, -1) for t in sentence.tags])
        self.features = np.array([of["features"].get(t, -1) for t in sentence.features])
        self.lemmas = np.array(
            [of["lemmas"].get(lemmas.rule(f, l), -1) for f, l in zip(sentence.forms, sentence.lemmas)])
        self.relations = np.array([of["relations"].get(r, -1) for r in sentence.relations])
        self.heads = np.array(sentence.heads)
        self.names = np.array(sentence.names) if sentence.names else np.full(len(sentence), -1)
        self.soft = None

    def encode(self, vocabulary):
        """Fills in what the network sees of the forms."""
        keys = [atoms(f) for f in self.forms]
        self.words = np.array([vocabulary.words.get(k, 0) for k, _ in keys])
        self.tables = np.array([rows for _, rows in keys]).T
        self.vectors = np.array([vocabulary.vectors.get(k, 0) for k, _ in keys])
        self.gazetteer = np.array([vocabulary.gazetteer.get(k, 0) for k, _ in keys])

    def __len__(self):
        return len(self.forms)


class Read(Encoded):
    """A sentence as a teacher read it (teacher.py): its forms, and the shares of the likeliest values."""

    def __init__(self, reading, vocabulary, lists):
        self.forms = reading["forms"]
        self.encode(vocabulary)
        for name in ("heads", "features", "lemmas", "names"):
            setattr(self, name, reading[name].astype(np.int64))
        arcs, shares = reading["arcs"]
        arcs = np.where(arcs <= len(self), arcs, 0)  # beyond the sentence stands what has no share
        self.soft = {"heads": (arcs, shares), "relations": reading["relations"], "tags": reading["tags"]}
        self.tags = reading["tags"][0][:, 0].astype(np.int64)
        self.relations = reading["relations"][0][:, 0].astype(np.int64)
        if lists:
            tags = [vocabulary.tags[t] for t in self.tags]
            self.names = np.array(names.mended(self.forms, tags, self.names, lists))


def recased(encoded, sentence_forms, vocabulary, rng):
    """The sentence as a headline would capitalise it, or all in small letters: only what the input shows changes."""
    forms = cased(sentence_forms, rng)
    return reworded(encoded, forms, vocabulary)


def cased(forms, rng):
    """The forms in another case."""
    style = rng.random()
    return [
        f.capitalize() if style < 0.6 and len(f) > 3 else f.lower() if style >= 0.75 else f.upper() if style >= 0.6 else f
        for f in forms
    ]


def reworded(encoded, forms, vocabulary):
    """The sentence with other forms: only what the input shows changes."""
    other = copy.copy(encoded)
    other.forms = forms
    other.encode(vocabulary)
    return other


def varied(encoded, vocabulary, lists, rng):
    """The sentence now and then as a headline, or with other names."""
    if rng.random() < 0.03:
        return recased(encoded, encoded.forms, vocabulary, rng)
    if lists and (encoded.names > 0).any() and rng.random() < 0.35:
        return reworded(encoded, names.renamed(encoded.forms, encoded.names, lists, rng), vocabulary)
    return encoded
