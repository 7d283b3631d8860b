#!/usr/bin/env python3
"""Measures `dateline build`: time, memory and sizes for corpora of made-up articles.
With `--check`, `dateline check` and `init` instead.

    cargo xtask cli
    python3 bench/publishing/measure.py target/release/dateline 100 10000 100000 300000
    python3 bench/publishing/measure.py target/release/dateline --check 100 10000 100000 300000

Articles are text files of about 3 kB, the same in every run: words drawn by Zipf's law, with names
of countries, a headline, a byline and a date. Prints a row a size: the first build; a build that was
killed half-way and started again; one after a single change. Times are wall clock; memory is the
largest resident set.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NAMES = ["Peru", "Chile", "Norway", "the Chinese", "Kabul", "Pakistan", "French", "the United States",
         "Lima", "Brazil", "Kenya", "Indian", "Uzbekistan", "Moscow", "Turkey", "Jordan"]
MONTHS = ["January", "March", "May", "July", "September", "November"]
SIZE = 3000


def words(random_):
    letters = "etaoinshrdlu"
    return ["".join(random_.choice(letters) for _ in range(random_.randint(2, 9))) for _ in range(20_000)]


def article(random_, vocabulary, weights):
    def sentence():
        drawn = random_.choices(vocabulary, cum_weights=weights, k=random_.randint(8, 24))
        if random_.random() < 0.35:
            drawn[random_.randrange(1, len(drawn))] = random_.choice(NAMES)
        return " ".join(drawn).capitalize() + "."

    title = " ".join(random_.choices(vocabulary, cum_weights=weights, k=7)).capitalize()
    date = f"{random_.randint(1, 28)} {random_.choice(MONTHS)} {random_.randint(2015, 2024)}"
    text = [title, "By " + " ".join(random_.choices(vocabulary, k=2)).title(), date, ""]
    size = 0
    while size < SIZE:
        paragraph = " ".join(sentence() for _ in range(random_.randint(2, 5)))
        size += len(paragraph)
        text += [paragraph, ""]
    return "\n".join(text)


def make(folder, count):
    random_ = random.Random(7)
    vocabulary = words(random_)
    weights, total = [], 0.0
    for rank in range(1, len(vocabulary) + 1):
        total += 1 / rank
        weights.append(total)
    size = 0
    for number in range(count):
        inside = os.path.join(folder, f"{number // 1000:03}")
        os.makedirs(inside, exist_ok=True)
        text = article(random_, vocabulary, weights)
        size += len(text)
        with open(os.path.join(inside, f"{number:06}.txt"), "w", encoding="utf-8") as out:
            out.write(text)
    return size


def run(command, kill_after=None):
    """Seconds and peak memory in MB."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    if kill_after is not None:
        time.sleep(kill_after)
        process.send_signal(signal.SIGKILL)
    _, status, used = os.wait4(process.pid, 0)
    if kill_after is None and status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return time.monotonic() - started, used.ru_maxrss / 1000


def size_of(folder):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names)


def measure(dateline, count):
    place = tempfile.mkdtemp(prefix="dateline-")
    try:
        articles, site = os.path.join(place, "articles"), os.path.join(place, "site")
        text = make(articles, count)
        build = [dateline, "build", articles, "--out", site, "--quiet"]
        first, memory = run(build)
        pack = next(os.path.getsize(os.path.join(site, n)) for n in os.listdir(site) if n.endswith(".pack"))
        cache = os.path.getsize(os.path.join(place, ".site.cache"))
        with open(os.path.join(articles, "000", "000000.txt"), "a", encoding="utf-8") as out:
            out.write("\nIt rained in Peru.\n")
        changed, _ = run(build)
        os.remove(os.path.join(place, ".site.cache"))
        run(build, kill_after=first / 2)
        resumed, _ = run(build)
        print(f"| {count:,} | {text / 1e6:.1f} MB | {first:.1f} s | {memory:.0f} MB | {resumed:.1f} s | "
              f"{changed:.1f} s | {pack / 1e6:.1f} MB | {size_of(site) / 1e6:.1f} MB | {cache / 1e6:.0f} MB |", flush=True)
    finally:
        shutil.rmtree(place)


def measure_check(dateline, count):
    place = tempfile.mkdtemp(prefix="dateline-")
    try:
        text = make(place, count)
        runs = [run([dateline, "check", place, *form]) for form in ([], ["--json"], ["--html"])]
        runs.append(run([dateline, "init", place]))
        cells = " | ".join(f"{seconds:.1f} s, {memory:.0f} MB" for seconds, memory in runs)
        print(f"| {count:,} | {text / 1e6:.1f} MB | {cells} |", flush=True)
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    check = "--check" in sys.argv
    if len(sys.argv) < 3 + check:
        sys.exit(__doc__)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if check:
        print("| articles | text | check | check --json | check --html | init |")
        print("|---|---|---|---|---|---|")
    else:
        print("| articles | text | build | memory | after a kill half-way | after one change | pack | site | cache |")
        print("|---|---|---|---|---|---|---|---|---|")
    for count in (argument for argument in sys.argv[2:] if argument != "--check"):
        (measure_check if check else measure)(os.path.abspath(sys.argv[1]), int(count))
