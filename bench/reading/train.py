#!/usr/bin/env python3
"""Trains the reader's model and writes its weights as a table of the crate.

usage: train.py GOLD.jsonl [--folds N] [--write] [--made N] [--draws N]

GOLD holds lines {"id","text","body"}: a page dump and what annotators marked as its article. With --folds the pages are
dealt into N folds and each is decoded by a model that never saw it. With --write a model trained on every page is written
to crates/reading/src/model/weights.tsv. Needs numpy and numba.
"""
import argparse
import collections
import os
import re

import numpy as np

import crf
import dumps

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
# Weights are written in units of 1 / SCALE.
SCALE = 1024


def grams(text):
    words = re.findall(r"\w+", text or "")
    return collections.Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words[i : i + 4])


def f1(pages, chosen):
    """Precision and recall of runs of four words, each page counting alike, and F1 of the two."""
    rows = []
    for page, mask in zip(pages, chosen):
        gold, found = grams(page["body"]), grams("\n".join(t.strip() for t, m in zip(page["chunks"], mask) if m))
        hit = sum((gold & found).values())
        rows.append((hit / max(1, sum(found.values())), hit / max(1, sum(gold.values()))))
    precision, recall = np.mean(rows, 0)
    return 2 * precision * recall / (precision + recall), precision, recall


def decoded(model, page):
    """The decoder of the crate: scores with the same corrections (crates/reading/src/model/scores.rs)."""
    score = model.scores(dumps.inputs(page))
    of = lambda name: dumps.among(page, name)
    lonely = (of("ProseBefore") < 0.25) & (of("ProseAfter") < 0.25) & (of("OwnProse") == 0)
    score[lonely, 0] = np.minimum(score[lonely, 0], -0.35)
    title = of("IsTitle") > 0
    score[title, 0] -= 2
    score[title, 1] -= 2
    score[of("Commented") > 0, 0] -= 4
    score[of("AboveTitle") > 0, 0] -= 1.5
    score[:, 0] += 0.25
    return crf.decode(score, model.step + np.array([0.5, 0]))


def fitted(pages, count, draws):
    models = []
    for seed in range(draws):
        more = dumps.made(PROJECT, pages, count, seed + 1)
        every = pages + more
        weight = np.array([2.0] * len(pages) + [1.0] * len(more))
        models.append(crf.train([dumps.inputs(p) for p in every], [p["y"] for p in every], weight, seed=seed))
    return crf.mean(models)


def write(model):
    """The table of the crate: a row a feature by its name."""
    names = ["around " + name for name in dumps.NAMES["around"]]
    for offset in range(-dumps.WINDOW, dumps.WINDOW + 1):
        names += [(f"line{offset:+d} " if offset else "line ") + name for name in dumps.NAMES["own"]]
    names += [f"{edge} {d}" for edge in ("top", "bottom") for d in range(1, dumps.WINDOW + 1)] + ["bias"]
    whole = np.round(np.vstack([model.weights, model.bias]) * SCALE).astype(int)
    path = os.path.join(PROJECT, "crates/reading/src/model/weights.tsv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"# Made by bench/reading/train.py; do not edit. Feature; weights for text, gap, start and end in units of 1/{SCALE}.\n")
        # Half a point above the trained step, by cross-validation.
        file.write(f"step text to gap\t{model.step[0] + 0.5:.4f}\nstep gap to text\t{model.step[1]:.4f}\n")
        for name, row in zip(names, whole, strict=True):
            file.write("\t".join([name, *map(str, row)]) + "\n")
    print("wrote", os.path.normpath(path))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--made", type=int, default=400)
    parser.add_argument("--draws", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pages = dumps.read(PROJECT, args.gold)
    if args.folds:
        chosen = [None] * len(pages)
        order = np.random.RandomState(0).permutation(len(pages))
        for fold in range(args.folds):
            held = order[fold :: args.folds]
            model = fitted([pages[i] for i in order if i not in set(held)], args.made, args.draws)
            for i in held:
                chosen[i] = decoded(model, pages[i])
            print("fold %d: F1 %.3f" % (fold, f1([pages[i] for i in held], [chosen[i] for i in held])[0]), flush=True)
        print("all folds: F1 %.3f precision %.3f recall %.3f" % f1(pages, chosen))
    if args.write:
        model = fitted(pages, args.made, args.draws)
        print("seen in training: F1 %.3f precision %.3f recall %.3f" % f1(pages, [decoded(model, p) for p in pages]))
        write(model)


if __name__ == "__main__":
    main()
