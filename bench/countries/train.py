#!/usr/bin/env python3
"""Trains data/context/weights.tsv: which names are places, and which place they are.

usage: train.py GOLD.jsonl [GOLD.jsonl ...] [--folds N] [--write]

GOLD lines are {"id","text","mentions":[{"start","end","country","kind","null_reason"?}]} with offsets in
code points. Lines without mentions but with "doc_countries" (labels of whole documents) teach the sense
model only: where the largest place of a name lies in a labelled country, it is taken to be meant; every
fifth document is read. Two models, both by gradient descent with an L2 penalty (numpy):

place   logistic regression over the features of a candidate (crates/countries/src/context/features.rs),
        each once for its group (name, capital, town ...) and once for all groups. A candidate is a place if
        it touches a gold mention; one that touches only a mention the annotators left open is no example.
sense   conditional logit over the senses of a name (senses.rs): the gold country against the others.

Without --write it prints cross-validated scores (folds by document); with --write it trains on everything
and writes the table. The sense features depend on the place model, so run it twice after a change.
"""
import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
TABLE = os.path.join(ROOT, "data", "context", "weights.tsv")


def export(docs):
    command = ["cargo", "run", "-q", "--release", "-p", "dateline-countries", "--features", "places", "--example", "examples"]
    lines = "".join(json.dumps({"id": doc["id"], "text": doc["text"]}) + "\n" for doc in docs)
    out = subprocess.run(command, cwd=ROOT, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def load(path):
    """Examples with their labels: place (1, 0 or None) and the gold country."""
    docs = [json.loads(line) for line in open(path, encoding="utf-8")]
    if not any(doc["mentions"] for doc in docs):
        docs = docs[::5]
    for doc, seen in zip(docs, export(docs)):
        raw, examples = doc["text"].encode(), []
        at = {}
        for example in seen["examples"]:
            for end in ("start", "end"):
                at[example[end]] = 0
        chars = done = 0
        for byte in sorted(at):
            chars += len(raw[done:byte].decode())
            done = byte
            at[byte] = chars
        for example in seen["examples"]:
            start, end = at[example["start"]], at[example["end"]]
            touch = [m for m in doc["mentions"] if m["start"] < end and start < m["end"]]
            countries = {m["country"] for m in touch if m["country"]}
            example["countries"] = countries
            example["place"] = None if touch and not countries else bool(touch)
            if example["group"] == "demonym" and not touch:
                example["place"] = None
            if not doc["mentions"] and doc["doc_countries"]:
                example["place"] = None
                example["countries"] = weak_label(example, doc["doc_countries"])
            examples.append(example)
        yield doc, examples


def weak_label(example, labels):
    """The country of the largest sense, if it is one of the document's labels."""
    senses = example["senses"]
    largest = max(senses, key=lambda s: (s["features"]["Size"], s["features"]["IsName"]))["country"] if senses else None
    return {largest} if largest in labels else set()


def fit_place(examples, weights, l2, rounds=400):
    names = sorted({n for e in examples for n in keys(e)})
    index = {n: i for i, n in enumerate(names)}
    rows = [np.array([index[k] for k in keys(e)]) for e in examples]
    flat = np.concatenate(rows)
    owner = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    label = np.array([e["place"] for e in examples], dtype=float)
    importance = np.array(weights)
    theta, m, v = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for t in range(1, rounds + 1):
        score = np.bincount(owner, theta[flat], len(rows))
        error = (1 / (1 + np.exp(-score)) - label) * importance
        grad = np.bincount(flat, error[owner], len(names)) + l2 * theta
        m, v = 0.9 * m + 0.1 * grad, 0.999 * v + 0.001 * grad**2
        theta -= 0.05 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return dict(zip(names, theta))


def keys(example):
    return [f"{example['group']}/{f}" for f in example["features"]] + list(example["features"])


def fit_sense(examples, weights, l2, rounds=300):
    names = sorted({n for e in examples for s in e["senses"] for n in s["features"]})
    tables = [np.array([[s["features"].get(n, 0.0) for n in names] for s in e["senses"]]) for e in examples]
    right = [np.array([s["country"] in e["countries"] for s in e["senses"]], dtype=float) for e in examples]
    theta, m, v = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    flat = np.concatenate(tables)
    sizes = np.array([len(t) for t in tables])
    owner = np.repeat(np.arange(len(tables)), sizes)
    good = np.concatenate(right)
    importance = np.array(weights)[owner]
    for t in range(1, rounds + 1):
        score = flat @ theta
        top = np.full(len(tables), -1e9)
        np.maximum.at(top, owner, score)
        e = np.exp(score - top[owner])
        p = e / np.bincount(owner, e)[owner]
        q = e * good
        q = q / np.maximum(np.bincount(owner, q), 1e-12)[owner]
        grad = flat.T @ ((p - q) * importance) + l2 * theta
        m, v = 0.9 * m + 0.1 * grad, 0.999 * v + 0.001 * grad**2
        theta -= 0.05 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return dict(zip(names, theta))


def place_examples(examples):
    return [e for e in examples if e["place"] is not None and e["group"] != "demonym"]


def sense_examples(examples):
    out = []
    for e in examples:
        known = {s["country"] for s in e["senses"]}
        if len(e["senses"]) > 1 and e["countries"] & known and not e["contained"]:
            out.append(e)
    return out


def train(corpora, l2):
    """corpora: lists of documents' examples; each corpus weighs the same."""
    models = []
    for pick, fit in ((place_examples, fit_place), (sense_examples, fit_sense)):
        examples, weights = [], []
        total = sum(len(pick(doc)) for corpus in corpora for doc in corpus)
        for corpus in corpora:
            mine = [e for doc in corpus for e in pick(doc)]
            examples += mine
            weights += [total / (len(corpora) * max(len(mine), 1))] * len(mine)
        models.append(fit(examples, weights, l2))
    return models


def place_score(model, example):
    score = sum(model.get(k, 0.0) for k in keys(example))
    return 1 / (1 + np.exp(-score))


def best_sense(model, example):
    scores = [sum(model.get(n, 0.0) * v for n, v in s["features"].items()) for s in example["senses"]]
    return example["senses"][int(np.argmax(scores))]["country"]


def evaluate(models, docs):
    place, sense = models
    tally = defaultdict(lambda: np.zeros(3))
    senses = np.zeros(2)
    for doc in docs:
        for e in place_examples(doc):
            said = place_score(place, e) >= 0.5
            tally[e["group"]] += [said and e["place"], said and not e["place"], e["place"] and not said]
        for e in sense_examples(doc):
            senses += [best_sense(sense, e) in e["countries"], 1]
    return tally, senses


def show(title, tally, senses):
    for group, (tp, fp, fn) in sorted(tally.items()):
        print(f"{title:28} {group:8} P {tp / max(tp + fp, 1):.3f} R {tp / max(tp + fn, 1):.3f} ({int(tp + fn)})")
    print(f"{title:28} sense right {senses[0]:.0f} of {senses[1]:.0f} = {senses[0] / max(senses[1], 1):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    corpora = [[examples for _, examples in load(path)] for path in args.gold]
    names = [os.path.basename(path) for path in args.gold]
    if args.write:
        place, sense = train(corpora, args.l2)
        with open(TABLE, "w", encoding="utf-8") as f:
            f.write("# Made by bench/countries/train.py; do not edit. group/feature, then its weight in hundredths.\n")
            for prefix, model in (("", place), ("sense/", sense)):
                for name, weight in sorted(model.items()):
                    if abs(weight) >= 0.02:
                        f.write(f"{prefix}{name}\t{round(weight * 100)}\n")
        return
    for held, name in enumerate(names):
        if not any(e["place"] is not None for doc in corpora[held] for e in doc):
            continue
        others = [c for i, c in enumerate(corpora) if i != held]
        if others:
            show(f"{name} from the others", *evaluate(train(others, args.l2), corpora[held]))
        tally, senses = defaultdict(lambda: np.zeros(3)), np.zeros(2)
        for fold in range(args.folds):
            kept = [[d for i, d in enumerate(c) if i % args.folds != fold] for c in corpora]
            part, right = evaluate(train(kept, args.l2), [d for i, d in enumerate(corpora[held]) if i % args.folds == fold])
            senses += right
            for group, counts in part.items():
                tally[group] += counts
        show(f"{name} {args.folds} folds", tally, senses)


if __name__ == "__main__":
    main()
