#!/usr/bin/env python3
"""Trains the model that finds the article among the blocks of a page, and writes its weights.

usage: train.py SAMPLES.jsonl LABELS.jsonl [--folds N] [--nets N] [--write] [--out FILE]

SAMPLES is what `cargo run --release -p dateline-html --example samples` prints for a list of pages. LABELS holds lines
{"file", "labels", "weights", "group"}: for each block of a page whether it is text of the article and how much that
counts (0: not known), and the site or set that must not be split between folds. With --folds each page is scored by a
model that never saw its group; --out takes these likelihoods. With --write a model trained on all goes to
crates/html/src/model/weights.tsv. Needs numpy.

A word of a class or of a short block weighs what it says by itself: the logarithm of its odds to stand by text,
shrunk to those of any block where few groups have it. A page never sees what its own group says of a word. Two nets
stand on these and on the measures: the first looks at a block alone, the second also at what the first says around it.
Each is the mean of several, trained from different beginnings.
"""
import argparse
import collections
import json
import os

import numpy as np

from around import around

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../crates/html/src/model/weights.tsv")
KINDS = ("near", "far", "says")
HIDDEN = 12
# Groups in which a word must occur; blocks of any kind that are added to those of a word; weights left out below.
LEAST, SHRINK, LIGHT = 6, 4.0, 0.15
# A word counts in a page by the root of its number of blocks there, this many at most.
MOST = 8


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


class Words:
    """What each word says by itself."""

    def __init__(self, pages):
        self.own = {}
        self.text, self.all, self.groups = collections.Counter(), collections.Counter(), collections.defaultdict(set)
        for page in pages:
            text, count = collections.Counter(), collections.Counter()
            for i, words in enumerate(page.words):
                if page.w[i] > 0:
                    for kind in KINDS:
                        for word in set(words[kind]):
                            count[kind, word] += 1
                            text[kind, word] += float(page.y[i])
            own = self.own.setdefault(page.group, collections.Counter())
            for key, n in count.items():
                scale = min(n, MOST) ** 0.5
                own[key, 0] += text[key] / n * scale
                own[key, 1] += scale
                self.text[key] += text[key] / n * scale
                self.all[key] += scale
                self.groups[key].add(page.group)
        self.share = sum(float(p.y.sum()) for p in pages) / sum(len(p.y) for p in pages)

    def weight(self, key, group=None):
        own = self.own.get(group, {})
        met = (key, 1) in own
        if len(self.groups.get(key, ())) - met < LEAST:
            return 0.0
        text, count = self.text[key] - own.get((key, 0), 0), self.all[key] - own.get((key, 1), 0)
        odds = lambda p: np.log(p / (1 - p))
        weight = odds(np.clip((text + SHRINK * self.share) / (count + SHRINK), 0.005, 0.995)) - odds(self.share)
        return float(weight) if abs(weight) >= LIGHT else 0.0

    def measures(self, page):
        """Sum, largest and smallest weight of the words of each kind: the same as weights.rs."""
        group = page.group if page.group in self.own else None
        known = {}
        out = np.zeros((len(page.words), 3 * len(KINDS)), np.float32)
        for i, words in enumerate(page.words):
            for j, kind in enumerate(KINDS):
                weights = []
                for word in set(words[kind]):
                    key = (kind, word)
                    if key not in known:
                        known[key] = self.weight(key, group)
                    if known[key]:
                        weights.append(known[key])
                if weights:
                    out[i, 3 * j : 3 * j + 3] = np.clip(sum(weights), -6, 6) / 3, max(weights) / 3, min(weights) / 3
        return out


class Net:
    """One hidden layer of rectified sums, by Adam, with inputs dropped at random."""

    def __init__(self, x, y, w, seed=0, epochs=14, decay=3e-4, drop=0.1):
        rng = np.random.RandomState(seed)
        n = x.shape[1]
        self.p = [rng.randn(n, HIDDEN).astype(np.float32) * np.sqrt(2 / n), np.zeros(HIDDEN, np.float32),
                  rng.randn(HIDDEN).astype(np.float32) * 0.3, np.zeros(1, np.float32)]
        m, v, t = [np.zeros_like(a) for a in self.p], [np.zeros_like(a) for a in self.p], 0
        for epoch in range(epochs):
            order, rate = rng.permutation(len(x)), 3e-3 * (1 - epoch / epochs) + 1e-4
            for at in range(0, len(x), 256):
                i = order[at : at + 256]
                xi = x[i] * (rng.random_sample((1, n)) >= drop)
                h = np.maximum(xi @ self.p[0] + self.p[1], 0)
                out = 1 / (1 + np.exp(-(h @ self.p[2] + self.p[3])))
                d = (out - y[i]) * w[i] / 256
                dh = np.outer(d, self.p[2]) * (h > 0)
                grads = [xi.T @ dh, dh.sum(0), h.T @ d, d.sum(keepdims=True)]
                t += 1
                for k, g in enumerate(grads):
                    m[k] = 0.9 * m[k] + 0.1 * g
                    v[k] = 0.999 * v[k] + 0.001 * g * g
                    self.p[k] -= rate * (m[k] / (1 - 0.9**t) / (np.sqrt(v[k] / (1 - 0.999**t)) + 1e-8) + decay * self.p[k])

    def run(self, x):
        return np.maximum(x @ self.p[0] + self.p[1], 0) @ self.p[2] + self.p[3]


def nets(x, y, w, count, seed):
    use = w > 0
    return [Net(x[use], y[use], w[use], seed + k) for k in range(count)]


def mean(nets, x):
    return 1 / (1 + np.exp(-sum(net.run(x) for net in nets) / len(nets)))


def together(pages, what):
    return np.concatenate([what(p) for p in pages])


def fit(pages, count):
    """Words and both nets; the second sees likelihoods by first nets that did not see the page."""
    words = Words(pages)
    alone = {p.file: np.hstack([p.values, words.measures(p)]) for p in pages}
    first = lambda some, seed: nets(*(together(some, f) for f in (lambda p: alone[p.file], lambda p: p.y, lambda p: p.w)), count, seed)
    groups = sorted({p.group for p in pages})
    order = np.random.RandomState(1).permutation(len(groups))
    fold = {groups[g]: k % 3 for k, g in enumerate(order)}
    x = {}
    for k in range(3):
        some = first([p for p in pages if fold[p.group] != k], 100 * k)
        for p in pages:
            if fold[p.group] == k:
                x[p.file] = np.hstack([alone[p.file], surroundings(p, mean(some, alone[p.file]))])
    second = nets(*(together(pages, f) for f in (lambda p: x[p.file], lambda p: p.y, lambda p: p.w)), count, 7)
    return words, first(pages, 1), second


def surroundings(page, likely):
    return np.array(around(page.blocks, list(map(float, likely))), dtype=np.float32)


def likelihoods(models, page):
    words, first, second = models
    alone = np.hstack([page.values, words.measures(page)])
    return mean(second, np.hstack([alone, surroundings(page, mean(first, alone))]))


def write(names, models):
    words, first, second = models
    row = lambda numbers: "\t".join("%.3g" % n for n in numbers)
    inputs = names["values"] + ["%s %s" % (kind, what) for kind in KINDS for what in ("sum", "most", "least")]
    with open(TABLE, "w", encoding="utf-8") as out:
        print("# Weights of the model, written by bench/html/train.py; do not edit. See weights.rs.", file=out)
        for key in sorted(words.all):
            weight = words.weight(key)
            if weight:
                print("%s\t%s\t%.2f" % (*key, weight), file=out)
        for step, these, own in (("alone", first, inputs), ("together", second, inputs + names["around"])):
            for net in these:
                print("net\t%s" % step, file=out)
                for name, weights in zip(own, net.p[0]):
                    print("hidden\t%s\t%s" % (name, row(weights)), file=out)
                print("hidden bias\t\t" + row(net.p[1]), file=out)
                print("out\t\t" + row(net.p[2]), file=out)
                print("out bias\t\t" + row(net.p[3]), file=out)
    print("wrote", os.path.normpath(TABLE), os.path.getsize(TABLE), "bytes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("samples")
    parser.add_argument("labels")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--nets", type=int, default=3)
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
            models = fit([p for p in pages if fold[p.group] != k], args.nets)
            for p in (p for p in pages if fold[p.group] == k):
                found = likelihoods(models, p)
                hit = (found > 0.5) == (p.y > 0.5)
                right += (hit * p.w).sum()
                wrong += (~hit * p.w).sum()
                if out:
                    print(json.dumps({"file": p.file, "p": [round(float(v), 4) for v in found]}), file=out)
            print("fold", k, "error so far %.4f" % (wrong / (right + wrong)), flush=True)
    if args.write:
        write(names, fit(pages, args.nets))


if __name__ == "__main__":
    main()
