"""Dumps for training: real ones with their features, and made ones that put an article among the furniture of others.

Ninety-five pages are few. A made dump takes title, head and article from one page, what stands above from a second and
what stands below from a third; some have no furniture, less of it, a shorter article, or no title on top.
"""
import json
import os
import subprocess
import tempfile

import numpy as np

from labels import label

WINDOW = 2
# Names of the features of a line by itself and among the others, as the reader prints them.
NAMES = {"own": [], "around": []}


def among(page, name):
    """The column of one feature among the others."""
    return page["around"][:, NAMES["around"].index(name)]


def features(project, texts):
    """(byte offsets, own features, features among the others) of each text, from the reader itself."""
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "in.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for i, text in enumerate(texts):
            file.write(json.dumps({"id": str(i), "text": text}, ensure_ascii=False) + "\n")
    command = ["cargo", "run", "-q", "--release", "-p", "dateline-reading", "--example", "features", "--", path]
    if os.environ.get("FEATURES"):  # a built example, to leave the sources free meanwhile
        command = [os.environ["FEATURES"], path]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    out = []
    lines = run.stdout.splitlines()
    NAMES.update(json.loads(lines[0]))
    for line in lines[1:]:
        rows = json.loads(line)["lines"]
        out.append(tuple(np.array([r[k] for r in rows], t) for k, t in (("start", int), ("own", np.float32), ("around", np.float32))))
    return out


def read(project, path):
    """The pages of a JSONL file with features, labels and the text of each line."""
    pages = [json.loads(line) for line in open(path, encoding="utf-8")]
    out = []
    for page, (starts, own, around) in zip(pages, features(project, [p["text"] for p in pages])):
        raw, marks = page["text"].encode(), label(page["text"], page["body"])
        ends = [*starts[1:], len(raw)]
        chunks = [raw[a:b].decode() for a, b in zip(starts, ends)]
        y = np.array([marks.get(int(s), 0) for s in starts])
        out.append({"id": page["id"], "body": page["body"], "own": own, "around": around, "y": y, "chunks": chunks})
    return out


def inputs(page):
    """The row of features of each line: its own, those of two lines on either side, those among the others, edges."""
    own = page["own"]
    n, width = own.shape
    pad = np.zeros((WINDOW, width), np.float32)
    padded = np.vstack([pad, own, pad])
    edges = np.zeros((n, 2 * WINDOW), np.float32)
    for d in range(1, WINDOW + 1):
        edges[:d, d - 1] = 1
        edges[n - d :, WINDOW + d - 1] = 1
    around = [padded[WINDOW + d : WINDOW + d + n] for d in range(-WINDOW, WINDOW + 1)]
    return np.hstack([page["around"], *around, edges])


def parts(page):
    """Where article and its head (headline to first paragraph) stand."""
    on = np.flatnonzero(page["y"])
    start, end = on[0], on[-1] + 1
    titles = among(page, "IsTitle") > 0
    near = [i for i in range(max(1, start - 25), start) if titles[i]]
    head = min(start, near[-1] if near else max(1, start - 4))
    return start, end, head, titles


def made(project, pages, count, seed):
    """`count` made dumps out of `pages`."""
    rng = np.random.RandomState(seed)
    texts, labels = [], []
    cut = [(p, *parts(p)) for p in pages]
    for _ in range(count):
        (b, start, end, head, _), (a, _, _, above, titles_a), (c, _, below, _, titles_c) = (cut[rng.randint(len(cut))] for _ in range(3))
        title = b["chunks"][0] if head > 0 else ""
        top = [t for t, is_title in zip(a["chunks"][1:above], titles_a[1:above]) if not is_title]
        bottom = [title if is_title and title else t for t, is_title in zip(c["chunks"][below:], titles_c[below:])]
        article, marks = b["chunks"][start:end], list(b["y"][start:end])
        mode = rng.rand()
        if mode < 0.1:
            top, bottom = [], []
        elif mode < 0.2:
            top, bottom = top[-rng.randint(1, 12) :], bottom[: rng.randint(0, 8)]
        elif mode < 0.3:
            bottom = bottom[: rng.randint(0, 30)]
        elif mode < 0.4 and len(article) > 12:
            kept = rng.randint(6, len(article))
            article, marks = article[:kept], marks[:kept]
        if not any(marks):
            continue
        first = [title] if title and rng.rand() < 0.8 else []
        lead = b["chunks"][head:start] if first or rng.rand() < 0.7 else []
        chunks = first + top + lead + article + bottom
        texts.append("".join(t if t.endswith("\n") else t + "\n" for t in chunks))
        labels.append(np.array([0] * (len(first) + len(top) + len(lead)) + marks + [0] * len(bottom)))
    out = []
    for (_, own, around), y in zip(features(project, texts), labels):
        if len(own) == len(y):
            out.append({"own": own, "around": around, "y": y})
    return out
