"""A linear-chain conditional random field over the lines of a page, and its decoder.

States: BEFORE the article, TEXT of it, a GAP amid it, AFTER it. Per line four scores, linear in the line's features:
TEXT and GAP (of being in that state), START (of the step from BEFORE to TEXT), END (of the step from TEXT to AFTER).
Trained by gradient ascent (Adam) on the log-likelihood of the marked states (Lafferty et al. 2001).
"""
import numba
import numpy as np

BEFORE, TEXT, GAP, AFTER = range(4)
NONE = -1e9


@numba.njit
def log_add(a, b):
    if a < b:
        a, b = b, a
    return a if b < -1e8 else a + np.log1p(np.exp(b - a))


@numba.njit
def gradient(score, step, states, grad):
    """Log-likelihood of `states`; fills `grad`, the gradient by `score` (lines x 4); returns that by `step` too.

    `step` holds the scores of the steps TEXT to GAP and back.
    """
    n = score.shape[0]
    a, b = np.full((n, 4), NONE), np.full((n, 4), NONE)
    by_step = np.zeros(2)
    a[0, BEFORE] = 0.0
    a[0, TEXT] = score[0, 2] + score[0, 0]
    for i in range(1, n):
        a[i, BEFORE] = a[i - 1, BEFORE]
        enter = log_add(a[i - 1, BEFORE] + score[i, 2], a[i - 1, TEXT])
        a[i, TEXT] = log_add(enter, a[i - 1, GAP] + step[1]) + score[i, 0]
        a[i, GAP] = log_add(a[i - 1, TEXT] + step[0], a[i - 1, GAP]) + score[i, 1]
        a[i, AFTER] = log_add(a[i - 1, TEXT] + score[i, 3], a[i - 1, AFTER])
    b[n - 1, TEXT] = 0.0
    b[n - 1, AFTER] = 0.0
    for i in range(n - 2, -1, -1):
        text, gap = b[i + 1, TEXT] + score[i + 1, 0], b[i + 1, GAP] + score[i + 1, 1]
        b[i, BEFORE] = log_add(b[i + 1, BEFORE], text + score[i + 1, 2])
        b[i, TEXT] = log_add(log_add(text, gap + step[0]), b[i + 1, AFTER] + score[i + 1, 3])
        b[i, GAP] = log_add(text + step[1], gap)
        b[i, AFTER] = b[i + 1, AFTER]
    total = log_add(a[n - 1, TEXT], a[n - 1, AFTER])
    value = -total
    for i in range(n):
        grad[i, 0] = -np.exp(a[i, TEXT] + b[i, TEXT] - total)
        grad[i, 1] = -np.exp(a[i, GAP] + b[i, GAP] - total)
        before = 0.0 if i == 0 else a[i - 1, BEFORE]
        grad[i, 2] = -np.exp(before + score[i, 2] + score[i, 0] + b[i, TEXT] - total)
        grad[i, 3] = 0.0
        if i > 0:
            grad[i, 3] = -np.exp(a[i - 1, TEXT] + score[i, 3] + b[i, AFTER] - total)
            by_step[0] -= np.exp(a[i - 1, TEXT] + step[0] + score[i, 1] + b[i, GAP] - total)
            by_step[1] -= np.exp(a[i - 1, GAP] + step[1] + score[i, 0] + b[i, TEXT] - total)
        now, last = states[i], states[i - 1] if i > 0 else BEFORE
        if now == TEXT or now == GAP:
            grad[i, now - 1] += 1
            value += score[i, now - 1]
        if now == TEXT and last == BEFORE:
            grad[i, 2] += 1
            value += score[i, 2]
        if now == AFTER and last == TEXT:
            grad[i, 3] += 1
            value += score[i, 3]
        if now == GAP and last == TEXT:
            by_step[0] += 1
            value += step[0]
        if now == TEXT and last == GAP:
            by_step[1] += 1
            value += step[1]
    return value, by_step


def decode(score, step):
    """Whether each line is TEXT on the best path."""
    text, gap, start, end = score.T
    best, back = [0.0, start[0] + text[0], NONE, NONE], [(0, 0, 0, 0)]
    for i in range(1, len(score)):
        a = max((best[0] + start[i], 0), (best[1], 1), (best[2] + step[1], 2))
        g = max((best[1] + step[0], 1), (best[2], 2))
        e = max((best[1] + end[i], 1), (best[3], 3))
        best = [best[0], a[0] + text[i], g[0] + gap[i], e[0]]
        back.append((0, a[1], g[1], e[1]))
    state = TEXT if best[TEXT] > best[AFTER] else AFTER
    path = []
    for i in range(len(score) - 1, -1, -1):
        path.append(state == TEXT)
        state = back[i][state]
    return np.array(path[::-1])


def states(labels):
    on = np.flatnonzero(labels)
    out = np.zeros(len(labels), np.int64)
    out[on[0] : on[-1] + 1] = np.where(labels[on[0] : on[-1] + 1] == 1, TEXT, GAP)
    out[on[-1] + 1 :] = AFTER
    return out


class Model:
    """Weights over raw features: `scores(x) = x @ weights + bias`."""

    def __init__(self, weights, bias, step):
        self.weights, self.bias, self.step = weights, bias, step

    def scores(self, x):
        return (x @ self.weights + self.bias).astype(np.float64)


def mean(models):
    """The mean of models trained from different draws: less variance, still linear."""
    return Model(*(np.mean([getattr(m, k) for m in models], 0) for k in ("weights", "bias", "step")))


def train(pages, labels, weight, epochs=12, rate=0.01, batch=16, l2=0.05, drop=0.2, seed=0):
    """Trains on pages (lines x features); `drop` of the features is left out in each step."""
    rng = np.random.RandomState(seed)
    stack = np.vstack(pages)
    mu, sd = stack.mean(0), stack.std(0) + 0.1
    z = [((x - mu) / sd).astype(np.float32) for x in pages]
    marked = [states(y) for y in labels]
    p = {
        "w": np.zeros((stack.shape[1], 4), np.float32),
        "b": np.array([0, 0, -3, -3], np.float32),
        "t": np.array([-2, -1], np.float32),
    }
    m, v = ({k: np.zeros_like(a) for k, a in p.items()} for _ in range(2))
    steps = 0
    for epoch in range(epochs):
        now = rate * 0.5 * (1 + np.cos(np.pi * epoch / epochs))
        order = rng.permutation(len(z))
        for at in range(0, len(order), batch):
            ids = order[at : at + batch]
            x = np.vstack([z[i] for i in ids]) * (rng.rand(1, stack.shape[1]) > drop).astype(np.float32)
            score = (x @ p["w"] + p["b"]).astype(np.float64)
            grad, by_step, off = np.zeros_like(score), np.zeros(2), 0
            for i in ids:
                n = len(z[i])
                g = np.zeros((n, 4))
                _, s = gradient(score[off : off + n], p["t"].astype(np.float64), marked[i], g)
                grad[off : off + n], by_step, off = g * weight[i], by_step + s * weight[i], off + n
            grad = (grad / len(ids)).astype(np.float32)
            down = {"w": l2 * p["w"] - x.T @ grad, "b": -grad.sum(0), "t": (-by_step / len(ids)).astype(np.float32)}
            steps += 1
            for k in p:
                m[k] = 0.9 * m[k] + 0.1 * down[k]
                v[k] = 0.99 * v[k] + 0.01 * down[k] ** 2
                p[k] = p[k] - now * (m[k] / (1 - 0.9**steps)) / (np.sqrt(v[k] / (1 - 0.99**steps)) + 1e-7)
    weights = p["w"] / sd[:, None]
    return Model(weights, p["b"] - mu @ weights, p["t"])
