#!/usr/bin/env python3
"""Write a trained network as the flat file that Swift reads (Sources/Pipeline/Syntax/Model/ModelFile.swift).

    export.py network.pt english.model

Weights become whole numbers of one byte with a scale a row; the SHA-256 goes beside the model.
"""
import hashlib
import struct
import sys
from pathlib import Path

import numpy as np
import torch

from network import Network
from train import Vocabulary  # noqa: F401  (pickled in the file)

sys.modules["__main__"].Vocabulary = Vocabulary


def floats(array):
    return np.ascontiguousarray(array, np.float32).tobytes()


def rows(array):
    """Rows and columns (4 bytes each), a scale a row (float), the bytes."""
    array = np.asarray(array, np.float32)
    scale = np.abs(array).max(1) / 127
    scale[scale == 0] = 1
    whole = np.clip(np.round(array / scale[:, None]), -127, 127).astype(np.int8)
    return struct.pack("<II", *array.shape) + floats(scale) + whole.tobytes()


def value_table(values):
    """Buckets by the key's upper bits, entries of its lower 16 bits and the value (ValueTable.swift)."""
    bits = 1
    while bits < 24 and len(values) >> bits > 3:
        bits += 1
    starts, body = [], []
    for index, (key, value) in enumerate(sorted(values.items())):
        while len(starts) <= key >> (64 - bits):
            starts.append(index)
        body.append(struct.pack("<HH", key & 0xFFFF, value))
    while len(starts) <= 1 << bits:
        starts.append(len(values))
    return struct.pack(f"<I{len(starts)}I", bits, *starts) + b"".join(body)


def sections(network, vocabulary):
    state = {k: v.numpy() for k, v in network.state_dict().items()}

    def linear(name, key):
        yield f"{name}.w", rows(state[f"{key}.weight"])
        yield f"{name}.b", floats(state[f"{key}.bias"])

    def norm(name, key):
        yield name, floats(np.concatenate([state[f"{key}.weight"], state[f"{key}.bias"]]))

    yield "word rows", value_table(vocabulary.words)
    yield "vector rows", value_table(vocabulary.vectors)
    yield "gazetteer rows", value_table(vocabulary.gazetteer)
    yield "lemma rows", value_table(vocabulary.lemma_rows)
    yield "words", rows(state["words.weight"])
    yield "vectors", rows(state["vectors.weight"])
    yield "gazetteer", rows(state["gazetteer.weight"])
    for i in range(len(network.tables)):
        yield f"table {i}", rows(state[f"tables.{i}.weight"])
    yield from linear("project", "project")
    yield from norm("mix.n", "mix_norm")
    yield from linear("mix in", "mix_in")
    yield from linear("mix out", "mix_out")
    yield "root", floats(state["root"])
    for i in range(len(network.blocks)):
        yield from norm(f"block {i}.n", f"blocks.{i}.norm")
        yield f"block {i}.taps", floats(state[f"blocks.{i}.taps"])
        yield from linear(f"block {i} in", f"blocks.{i}.inward")
        yield from linear(f"block {i} out", f"blocks.{i}.outward")
    yield from norm("norm", "norm")
    for name, key in (
        ("tags", "tags"), ("features", "features"), ("lemmas", "lemmas"), ("name hidden", "name_hidden"),
        ("names", "names"), ("arc from", "arc_dependent"), ("arc to", "arc_head"),
        ("relation from", "label_dependent"), ("relation to", "label_head"), ("relations", "labels"),
    ):
        yield from linear(name, key)
    yield "arc pair.w", rows(state["arc_bilinear"].T)
    yield "arc pair.b", floats(np.zeros(state["arc_bilinear"].shape[1]))
    yield "arc head bias", floats(state["arc_bias.weight"][0])
    yield "distances", floats(state["distances"])
    for name in ("tags", "features", "lemmas", "relations"):
        yield f"{name[:-1]} names", "\n".join(getattr(vocabulary, name)).encode()


def container(parts):
    """The file of these named sections (ModelFile.swift)."""
    offset = 12 + 24 * len(parts)
    header = b"NWSYNTX2" + struct.pack("<I", len(parts))
    for name, body in parts:
        assert len(name.encode()) <= 16, name
        header += name.encode().ljust(16, b"\0") + struct.pack("<II", offset, len(body))
        offset += len(body)
    return header + b"".join(body for _, body in parts)


def write(trained, model):
    """Writes a trained network, a file of PyTorch, as a model."""
    saved = torch.load(trained, weights_only=False)
    a, vocabulary = saved["arguments"], saved["vocabulary"]
    network = Network(
        vocabulary.sizes, a["width"], a["depth"], a["arc"], a["label"],
        saved["state"]["vectors.weight"], a["dropout"])
    network.load_state_dict(saved["state"])
    data = container(list(sections(network, vocabulary)))
    path = Path(model)
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    path.with_suffix(".sha256").write_text(digest + "\n")
    print(f"{path}: {len(data)} bytes, SHA-256 {digest}")


if __name__ == "__main__":
    write(*sys.argv[1:3])
