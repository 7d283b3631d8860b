#!/usr/bin/env python3
"""Speed of other dictionary taggers on the same texts: MB of text per CPU second.

usage: peers.py LINES.jsonl        lines {"id","text"}; needs geotext and flashgeotext

Both are asked as their documentation says. The slow ones read the first 2 MB only; loading is not timed.
"""
import json
import sys
import time

MOST = 2_000_000


def texts(path):
    size = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            size += len(text.encode())
            yield text
            if size >= MOST:
                return


def measure(name, ask, list_of_texts):
    ask("A first text about France, so that everything is loaded.")
    start = time.process_time()
    found = sum(ask(text) for text in list_of_texts)
    seconds = time.process_time() - start
    size = sum(len(text.encode()) for text in list_of_texts)
    print(f"{name}\t{found} mentions, {size / 1e6 / seconds:.2f} MB per CPU second", flush=True)


def geotext():
    from geotext import GeoText
    return lambda text: sum(GeoText(text).country_mentions.values())


def flashgeotext():
    from flashgeotext.geotext import GeoText
    tagger = GeoText()
    return lambda text: sum(row["count"] for row in tagger.extract(text)["countries"].values())


def main():
    read = list(texts(sys.argv[1]))
    for name, make in (("geotext", geotext), ("flashgeotext", flashgeotext)):
        try:
            ask = make()
        except ImportError as missing:
            print(f"{name}\tSKIPPED: {missing}", flush=True)
            continue
        measure(name, ask, read)


if __name__ == "__main__":
    main()
