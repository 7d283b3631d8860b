"""Measures of a block among the others: the same as crates/html/src/model/around.rs."""
import math

LEVELS, REACH = 6, 8


def around(blocks, p):
    """Rows for blocks {"length", "chain", "sign"} with the first step's likelihoods `p`."""
    n = len(blocks)
    length = [b["length"] for b in blocks]
    mass = [a * b for a, b in zip(p, length)]
    total = max(sum(mass), 1.0)
    within, kin = {}, {}
    for i, block in enumerate(blocks):
        for node in block["chain"]:
            sums = within.setdefault(node, [0.0, 0.0])
            sums[0] += mass[i]
            sums[1] += length[i]
        sums = kin.setdefault(block["sign"], [0.0, 0.0])
        sums[0] += p[i]
        sums[1] += 1
    text = [p[i] > 0.6 and length[i] > 80 for i in range(n)]
    first = next((i for i in range(n) if text[i]), n)
    last = next((i for i in reversed(range(n)) if text[i]), 0)
    out, so_far = [], 0.0
    for i, block in enumerate(blocks):
        at = lambda d: p[i + d] if 0 <= i + d < n else 0.0
        low, high = max(0, i - REACH), min(n, i + 1 + REACH)
        share = lambda a, b: sum(mass[a:b]) / max(sum(length[a:b]), 1.0)
        best = lambda a, b: max(p[a:b], default=0.0)
        near = lambda places: next((1 / (1 + d) for d, j in enumerate(places) if text[j]), 0.0)
        chain = block["chain"]
        level = lambda k: within[chain[min(k, len(chain) - 1)]] if chain else (0.0, 0.0)
        steps = lambda of: min(next((k for k, node in enumerate(chain) if within[node][0] >= total * of), 10), 10) / 10
        kin_sum, kin_count = kin[block["sign"]]
        row = [at(0), at(-1), at(-2), at(-3), at(1), at(2), at(3), share(low, i), share(i + 1, high), so_far / total]
        row += [level(k)[0] / total for k in range(LEVELS)]
        row += [level(k)[0] / max(level(k)[1], 1.0) for k in range(LEVELS)]
        row += [steps(0.5), steps(0.8), near(range(i - 1, low - 1, -1)), near(range(i + 1, high)), best(low, i), best(i + 1, high)]
        row += [kin_sum / kin_count, min(math.log1p(kin_count) / 4, 1.0), float(i < first), float(i > last)]
        so_far += mass[i]
        out.append(row)
    return out
