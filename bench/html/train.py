#!/usr/bin/env python3
"""Trains the model that finds the article among the blocks of a page, and writes its weights.

usage: train.py SAMPLES.jsonl LABELS.jsonl [--folds N] [--write]

SAMPLES is what `cargo run --release -p dateline-html --example samples` prints for a list of pages. LABELS holds lines
{"file", "labels", "weights", "group"}: for each block of a page whether it is text of the article and how much that
counts (0: not known), and the site or set that must not be split between folds. With --folds each page is scored by a
model that never saw its group. With --write a model trained on all goes to crates/html/src/model/weights.tsv. Needs
numpy, scipy and scikit-learn.
"""
import argparse
import collections
import json
import os

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from around import around

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../crates/html/src/model/weights.tsv")
HIDDEN = 16
# Groups in which a word must occur to be learned.
LEAST = {"near": 8, "far": 10, "says": 10}
# Weights of words below this are left out.
LIGHT = 0.12


class Page:
    def __init__(self, blocks, labels, weights, group, file):
        self.values = np.array([b[1] for b in blocks], dtype=np.float32)
        self.words = [{"near": b[2], "far": b[3], "says": b[4]} for b in blocks]
        self.blocks = [{"length": b[5], "chain": b[6], "sign": b[7]} for b in blocks]
        self.texts = [b[0] for b in blocks]
        self.y, self.w = np.array(labels, dtype=np.float32), np.array(weights, dtype=np.float32)
        self.group, self.file = group, file


def read(samples, labels):
    labels = {o["file"]: o for o in map(json.loads, open(labels, encoding="utf-8"))}
    with open(samples, encoding="utf-8") as lines:
        names = json.loads(next(lines))
        pages = []
        for o in map(json.loads, lines):
            l = labels.get(o["file"])
            if l and o["blocks"]:
                pages.append(Page(o["blocks"], l["labels"], l["weights"], l["group"], o["file"]))
    return names, pages


class Alone:
    """The first step: logistic regression over measures and words."""

    def __init__(self, pages):
        seen = collections.defaultdict(set)
        for page in pages:
            for words in page.words:
                for kind, list_ in words.items():
                    for word in list_:
                        seen[kind, word].add(page.group)
        known = [k for k, groups in seen.items() if len(groups) >= LEAST[k[0]]]
        self.index = {k: i for i, k in enumerate(sorted(known))}
        x, y, w = sparse.vstack([self.inputs(p) for p in pages]), np.concatenate([p.y for p in pages]), np.concatenate([p.w for p in pages])
        use = w > 0
        self.model = LogisticRegression(C=0.3, max_iter=120, tol=1e-3).fit(x[use], y[use] > 0.5, sample_weight=w[use])
        n = pages[0].values.shape[1]
        coef = self.model.coef_[0]
        coef[n:][np.abs(coef[n:]) < LIGHT] = 0
        self.n = n

    def inputs(self, page):
        rows, cols = [], []
        for i, words in enumerate(page.words):
            for kind, list_ in words.items():
                for word in set(list_):
                    j = self.index.get((kind, word))
                    if j is not None:
                        rows.append(i)
                        cols.append(j)
        shape = (len(page.words), len(self.index))
        return sparse.hstack([sparse.csr_matrix(page.values), sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, cols)), shape)]).tocsr()

    def run(self, page):
        return self.model.predict_proba(self.inputs(page))[:, 1]


class Together:
    """The second step: a net with one hidden layer, by Adam."""

    def __init__(self, x, y, w, seed=0, epochs=14, decay=3e-5):
        rng = np.random.RandomState(seed)
        n = x.shape[1]
        self.p = [rng.randn(n, HIDDEN).astype(np.float32) * np.sqrt(2 / n), np.zeros(HIDDEN, np.float32),
                  rng.randn(HIDDEN).astype(np.float32) * 0.3, np.zeros(1, np.float32)]
        m, v, t = [np.zeros_like(a) for a in self.p], [np.zeros_like(a) for a in self.p], 0
        for epoch in range(epochs):
            order, rate = rng.permutation(len(x)), 3e-3 * (1 - epoch / epochs) + 1e-4
            for at in range(0, len(x), 256):
                i = order[at : at + 256]
                h = np.maximum(x[i] @ self.p[0] + self.p[1], 0)
                out = 1 / (1 + np.exp(-(h @ self.p[2] + self.p[3])))
                d = (out - y[i]) * w[i] / 256
                dh = np.outer(d, self.p[2]) * (h > 0)
                grads = [x[i].T @ dh, dh.sum(0), h.T @ d, d.sum(keepdims=True)]
                t += 1
                for k, g in enumerate(grads):
                    m[k] = 0.9 * m[k] + 0.1 * g
                    v[k] = 0.999 * v[k] + 0.001 * g * g
                    self.p[k] -= rate * (m[k] / (1 - 0.9**t) / (np.sqrt(v[k] / (1 - 0.999**t)) + 1e-8) + decay * 10 * self.p[k])

    def run(self, x):
        return 1 / (1 + np.exp(-(np.maximum(x @ self.p[0] + self.p[1], 0) @ self.p[2] + self.p[3])))


def fit(pages):
    """Both steps; the second sees likelihoods by first steps that did not see the page."""
    groups = sorted({p.group for p in pages})
    order = np.random.RandomState(1).permutation(len(groups))
    fold = {groups[g]: k % 3 for k, g in enumerate(order)}
    likely = {}
    for k in range(3):
        alone = Alone([p for p in pages if fold[p.group] != k])
        likely.update({p.file: alone.run(p) for p in pages if fold[p.group] == k})
    x = np.vstack([inputs(p, likely[p.file]) for p in pages])
    y, w = np.concatenate([p.y for p in pages]), np.concatenate([p.w for p in pages])
    use = w > 0
    return Alone(pages), Together(x[use], y[use], w[use])


def inputs(page, likely):
    return np.hstack([page.values, np.array(around(page.blocks, list(map(float, likely))), dtype=np.float32)])


def likelihoods(models, page):
    alone, together = models
    return together.run(inputs(page, alone.run(page)))


def write(names, models):
    alone, together = models
    coef = alone.model.coef_[0]
    with open(TABLE, "w", encoding="utf-8") as out:
        print("# Weights of the model, written by bench/html/train.py; do not edit. See weights.rs.", file=out)
        print("bias\t\t%.4g" % alone.model.intercept_[0], file=out)
        for name, weight in zip(names["values"], coef):
            print("value\t%s\t%.4g" % (name, weight), file=out)
        for (kind, word), i in alone.index.items():
            if coef[alone.n + i]:
                print("%s\t%s\t%.3g" % (kind, word, coef[alone.n + i]), file=out)
        row = lambda numbers: "\t".join("%.3g" % n for n in numbers)
        for name, weights in zip(names["values"] + names["around"], together.p[0]):
            print("hidden\t%s\t%s" % (name, row(weights)), file=out)
        print("hidden bias\t\t" + row(together.p[1]), file=out)
        print("out\t\t" + row(together.p[2]), file=out)
        print("out bias\t\t" + row(together.p[3]), file=out)
    print("wrote", os.path.normpath(TABLE), os.path.getsize(TABLE), "bytes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("samples")
    parser.add_argument("labels")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--out", help="where the likelihoods of folds go, as JSON lines")
    args = parser.parse_args()
    names, pages = read(args.samples, args.labels)
    print(len(pages), "pages", sum(len(p.y) for p in pages), "blocks", flush=True)
    if args.folds:
        groups = sorted({p.group for p in pages})
        order = np.random.RandomState(0).permutation(len(groups))
        fold = {groups[g]: k % args.folds for k, g in enumerate(order)}
        out = open(args.out, "w", encoding="utf-8") if args.out else None
        wrong = right = 0
        for k in range(args.folds):
            models = fit([p for p in pages if fold[p.group] != k])
            for p in (p for p in pages if fold[p.group] == k):
                found = likelihoods(models, p)
                hit = (found > 0.5) == (p.y > 0.5)
                right += (hit * p.w).sum()
                wrong += (~hit * p.w).sum()
                if out:
                    print(json.dumps({"file": p.file, "p": [round(float(v), 4) for v in found]}), file=out)
            print("fold", k, "error so far %.4f" % (wrong / (right + wrong)), flush=True)
    if args.write:
        write(names, fit(pages))


if __name__ == "__main__":
    main()
