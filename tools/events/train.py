#!/usr/bin/env python3
"""Train the layer that weighs what the events' frames say, and write it as the tables that Swift reads.

    data.py plv-train.tsv > rows.jsonl && newsline-eval event-features rows.jsonl > proposals.jsonl
    data.py sentences.tsv > own.jsonl && newsline-eval event-features own.jsonl > own-proposals.jsonl
    train.py --rows plv-train.tsv --proposals proposals.jsonl --own sentences.tsv --own-proposals own-proposals.jsonl \\
        --varied varied.tsv --varied-proposals … --control control.tsv --control-proposals … \\
        --vectors DIR --lexicons Sources/NewslineData/lexicons --model Sources/NewslineData/models/events.tsv \\
        --confidence Sources/NewslineData/lexicons/events/confidence.tsv

Rows hold a sentence with its source and target in <s> and <t>, and the category that joins them (marked_sentence,
gold_root). Sentences of our own are learned from in every fold and never scored: --own, and --varied a little. --control, of the same
making as --varied, is only scored. DIR holds GloVe as tools/syntax takes it.
First the gain on folds that the layer has not seen is printed, then confidence against what was right there, then
the layer that is written is trained on all rows. The same weights every time from the same libraries.
"""
import argparse
import hashlib
from pathlib import Path

import numpy as np

import data
import decisions
from layer import Layer, Vectors

FOLDS = 10
SEEDS = (1, 2, 3)
# How many of the commonest words get a row of their own for what their vectors say.
COMMON = {"t": 3000, "a": 6000}
LEAST_WEIGHT = 12
# How much a varied sentence of our own counts beside a marked one: they follow the manual where the marked set does not.
VARIED = 0.1


def fold(row, seed):
    return int(hashlib.md5(f"{seed} {row.text}".encode()).hexdigest(), 16) % FOLDS


def always_learned(own, varied):
    """The examples of our own sentences."""
    some = [(proposal, category, VARIED * weight) for row in varied for proposal, category, weight in data.examples(row)]
    return [example for row in own for example in data.examples(row)] + some


def cross_validate(rows, always, vectors, seed):
    """Gives every row's proposals the likelihoods by a layer that has not seen the row, but all sentences of our own."""
    examples = [data.examples(row) for row in rows]
    folds = [fold(row, seed) for row in rows]
    for number in range(FOLDS):
        layer = Layer(vectors).fit([e for own_fold, mine in zip(folds, examples) if own_fold != number for e in mine] + always)
        held = [p for own_fold, row in zip(folds, rows) if own_fold == number for p in row.proposals]
        for proposal, likely in zip(held, layer.probabilities(held)):
            proposal.likely = likely


def told(name, figures):
    print(f"{name:28} macro-F1 {figures[0]:.1f} accuracy {figures[1]:.1f} joined {figures[2]:.1f} without an event {figures[3]:.1f}")


def reliability(rows):
    """Confidence against what was right, each row's by weights fitted on the other folds."""
    pairs = decisions.judged(rows, decisions.decide)
    number = {id(p): fold(row, 0) for row in rows for p in row.proposals}
    bins = [[] for _ in range(10)]
    for held in range(FOLDS):
        weights = decisions.fit_confidence([pair for pair in pairs if number[id(pair[0][1])] != held])
        for decision, right in pairs:
            if number[id(decision[1])] == held:
                sure = decisions.confidence(decision, weights)
                bins[min(int(sure * 10), 9)].append((sure, right))
    print("confidence  events  mean  right")
    for low, inside in enumerate(bins):
        if inside:
            mean, right = np.mean([s for s, _ in inside]), np.mean([r for _, r in inside])
            print(f"{low / 10:.1f}–{low / 10 + 0.1:.1f}    {len(inside):6}  {mean:.2f}  {right:.2f}")


def lemmas(folder):
    """The lemmas that the frames know."""
    found = set()
    for path in sorted(path for name in ("verbs", "nouns") for path in (Path(folder) / "events" / name).glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                found |= {lemma for lemma in line.split("\t")[0].split() if "_" not in lemma}
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("rows", "proposals", "vectors", "lexicons"):
        parser.add_argument("--" + name, required=True)
    for name in ("own", "varied", "control"):
        parser.add_argument("--" + name)
        parser.add_argument(f"--{name}-proposals")
    parser.add_argument("--model")
    parser.add_argument("--confidence")
    options = parser.parse_args()
    rows = data.read(options.rows, options.proposals)
    own = data.read(options.own, options.own_proposals) if options.own else []
    varied = data.read(options.varied, options.varied_proposals) if options.varied else []
    control = data.read(options.control, options.control_proposals) if options.control else []
    always = always_learned(own, varied)
    vectors = Vectors(options.vectors)
    told("frames alone", data.scores(rows, decisions.undecided))
    for seed in SEEDS:
        cross_validate(rows, always, vectors, seed)
        told(f"with the layer, folds {seed}", data.scores(rows, decisions.decide))
        if seed == SEEDS[0]:
            weights = decisions.fit_confidence(decisions.judged(rows, decisions.decide))
            reliability(rows)
    layer = Layer(vectors).fit([example for row in rows for example in data.examples(row)] + always)
    if control:
        told("control, frames alone", data.scores(control, decisions.undecided))
        for row in control:
            for proposal, likely in zip(row.proposals, layer.probabilities(row.proposals)):
                proposal.likely = likely
        told("control, with the layer", data.scores(control, decisions.decide))
    common = [word for word in vectors.words if word.isalpha()]
    words = {"t": lemmas(options.lexicons) | set(common[:COMMON["t"]]), "a": set(common[:COMMON["a"]])}
    table = {name: row for name, row in layer.table(words).items() if np.abs(row).max() >= LEAST_WEIGHT or name == "bias"}
    if options.model:
        lines = ["# What each feature says for each category, in hundredths; written by tools/events/train.py, models/events.md tells how.",
                 "# Columns: feature, weights parted by blanks, in the order of the first row.",
                 "categories\t" + " ".join(data.CATEGORIES)]
        lines += [name + "\t" + " ".join(map(str, row)) for name, row in sorted(table.items())]
        Path(options.model).write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.confidence:
        lines = ["# How sure an event is, from the learned layer's likelihood and what was found; written by tools/events/train.py.",
                 "# Columns: sign, weight in thousandths; or a threshold of a decision, in thousandths."]
        lines += [f"{name}\t{round(1000 * weight)}" for name, weight in zip(decisions.CONFIDENCE, weights)]
        lines += [f"margin\t{round(1000 * decisions.MARGIN)}", f"likely enough\t{round(1000 * decisions.ADDED)}"]
        Path(options.confidence).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(table)} features")


if __name__ == "__main__":
    main()
