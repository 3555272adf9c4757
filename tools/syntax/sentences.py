#!/usr/bin/env python3
"""Train what tells where sentences end, and write it as the flat file that Swift reads (Tokens/SentenceEnds.swift).

    sentences.py --pair TREEBANK.conllu READ.conllu --dev TREEBANK.conllu READ.conllu --model sentences.model

READ.conllu is what `newsline-eval tokens` makes of a treebank's raw text, one paragraph after the other with empty
lines between: its words, and the ends that the rules find, are what the model starts from. A logistic regression over keys
of the words, shapes and blanks around each gap; keys seen once teach nothing. Seeded, one thread, a minute or two.
"""
import argparse
import hashlib
import struct
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from export import container, value_table
from gaps import atoms, candidates, keys, paragraphs

SCALE = 256


def split(words, weight, bias):
    """The ends that the rules and the model find."""
    made, found, start = [atoms(w[0]) for w in words], {i for i, w in enumerate(words) if w[2]}, 0
    by_rule = sorted(found)
    for i, context in candidates(words):
        while by_rule and by_rule[0] < i:
            start = max(start, by_rule.pop(0) + 1)
        if bias + sum(weight(k) for k in keys(made, i, context, i - start + 1)) > 0:
            found.add(i)
            start = i + 1
    return found | {len(words) - 1}


def score(pairs, weight, bias):
    """F1 of sentences, in percent."""
    def spans(ends):
        start = 0
        for end in sorted(ends):
            yield start, end
            start = end + 1

    right = gold_count = count = 0
    for words, gold, sentences in pairs:
        found = set(spans(split(words, weight, bias)))
        right += len(found & set(spans(i for i, e in enumerate(gold) if e)))
        gold_count, count = gold_count + sentences, count + len(found)
    return round(200 * right / (gold_count + count), 2)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--pair", nargs=2, action="append", required=True)
    p.add_argument("--dev", nargs=2, action="append", default=[])
    p.add_argument("--passes", type=int, default=4)
    p.add_argument("--least", type=int, default=2, help="times that a key must be seen")
    p.add_argument("--prune", type=float, default=0.1, help="smaller weights are left out")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--model", required=True)
    a = p.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    rows, ends = [], []
    for pair in a.pair:
        for words, gold, _ in paragraphs(*pair):
            made, starts = [atoms(w[0]) for w in words], np.cumsum([0, *gold[:-1]])
            first = {s: i for i, s in reversed(list(enumerate(starts)))}
            for i, context in candidates(words):
                rows.append(keys(made, i, context, i - first[starts[i]] + 1))
                ends.append(gold[i])
    counts = Counter(k for row in rows for k in row)
    number = {k: i + 1 for i, k in enumerate(k for k, n in counts.items() if n >= a.least)}
    x = torch.tensor([[number.get(k, 0) for k in row] for row in rows])
    y = torch.tensor(ends, dtype=torch.float32)
    print(f"{len(x)} gaps, {len(number)} keys", flush=True)
    weights = torch.zeros(len(number) + 1, requires_grad=True)
    bias = torch.full((1,), -3.0, requires_grad=True)
    optimiser = torch.optim.Adagrad([weights, bias], lr=0.12)
    devs = [(Path(g).stem, paragraphs(g, r)) for g, r in a.dev]
    for number_of_pass in range(a.passes):
        order, total = torch.randperm(len(x)), 0.0
        for at in range(0, len(x), 512):
            chosen = x[order[at : at + 512]]
            kept = ((torch.rand(chosen.shape) > 0.1) & (chosen > 0)).float() / 0.9
            logits = (weights[chosen] * kept).sum(1) + bias
            loss = F.binary_cross_entropy_with_logits(logits, y[order[at : at + 512]])
            loss = loss + 1e-5 * (weights[chosen] ** 2).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item() * len(chosen)
        whole = torch.round(weights.detach() * SCALE).long().clamp(-32768, 32767).tolist()
        table = {k: whole[i] for k, i in number.items() if abs(whole[i]) >= a.prune * SCALE}
        constant = round(bias.item() * SCALE)
        print(f"pass {number_of_pass + 1} loss {total / len(x):.4f}, {len(table)} keys kept",
              {n: score(d, lambda k: table.get(k, 0), constant) for n, d in devs}, flush=True)
    data = container([
        ("sentence ends", value_table({k: v + 32768 for k, v in table.items()})),
        ("sentence bias", struct.pack("<i", constant))])
    Path(a.model).write_bytes(data)
    print(f"{a.model}: {len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
