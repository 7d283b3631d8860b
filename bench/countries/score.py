#!/usr/bin/env python3
"""Scores country mentions against news that other people annotated.

usage: score.py GOLD.jsonl... [--dateline BINARY] [--pred FILE...]

GOLD lines are {"id","text","mentions":[{"start","end","country","kind","null_reason"?}],"doc_countries"}, offsets in
code points; kind is country, demonym, capital or other-place. Lines without mentions are scored by their labels.
Predictions are those of BINARY (target/release/dateline), or FILE for each GOLD: lines {"id","mentions"} with offsets
in code points and the kinds of the gold.

A prediction is right if it overlaps a gold mention of the same country. Explicit mentions are names, demonyms and
capitals; there a prediction of another place is never wrong, nor one of an explicit kind that is right for a gold place.
Nor are predictions that touch only what the annotators left open, nor demonyms that touch nothing: the annotators
of LGL and TR-News marked about three in four. The countries of an article are scored as sets, over all articles;
one that the gold has for another place is not wrong among the explicit.
Labels: micro F1 of the countries mentioned, and whether the most mentioned one is a label; with the borders of 1987.
"""
import argparse
import json
import os
import subprocess
import tempfile
from collections import Counter

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
EXPLICIT = ("country", "demonym", "capital")
OPEN = ("unresolved", "ambiguous-demonym")
KINDS = {"name": "country", "place": "other-place"}
# States of today that were part of another one in 1987.
THEN = {new: old for old, news in {
    "RU": "UA BY KZ UZ TM KG TJ AM AZ GE MD LT LV EE", "CZ": "SK", "RS": "HR SI BA MK ME XK",
    "ET": "ER", "SD": "SS", "ID": "TL", "CW": "SX BQ",
}.items() for new in news.split()}


def ours(binary, documents):
    """The program's mentions by document, in code points."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        for document in documents:
            lines.write(json.dumps({"id": document["id"], "text": document["text"]}) + "\n")
        lines.flush()
        out = subprocess.run([binary, "mentions", "--jsonl", lines.name], stdout=subprocess.PIPE, check=True).stdout
    found = {line["id"]: line["mentions"] for line in map(json.loads, out.splitlines())}
    for document in documents:
        raw = document["text"].encode()
        for mention in found[document["id"]]:
            mention["start"] = len(raw[:mention["start"]].decode())
            mention["end"] = len(raw[:mention["end"]].decode())
            mention["kind"] = KINDS.get(mention["kind"], mention["kind"])
    return found


def judge(mention, gold, explicit):
    """True for right, False for wrong, None for neither."""
    touched = [g for g in gold if g["start"] < mention["end"] and mention["start"] < g["end"]]
    same = [g for g in touched if g["country"] == mention["country"]]
    if any(g["kind"] in EXPLICIT or not explicit for g in same):
        return True
    if same or (explicit and mention["kind"] == "other-place"):
        return None
    if touched and all(not g["country"] and g.get("null_reason") in OPEN for g in touched):
        return None
    return None if not touched and mention["kind"] == "demonym" else False


def f1(right, wrong, found, missed):
    precision, recall = right / max(right + wrong, 1), found / max(found + missed, 1)
    return 100 * 2 * precision * recall / max(precision + recall, 1e-9)


def annotated(documents, found):
    out = {}
    for explicit in (True, False):
        spans, sets = Counter(), Counter()
        for document in documents:
            gold, mentions = document["mentions"], found.get(document["id"], [])
            judged = [(m, judge(m, gold, explicit)) for m in mentions]
            spans["right"] += sum(j is True for _, j in judged)
            spans["wrong"] += sum(j is False for _, j in judged)
            wanted = [g for g in gold if g["country"] and (g["kind"] in EXPLICIT or not explicit)]
            for g in wanted:
                hit = any(m["start"] < g["end"] and g["start"] < m["end"] and m["country"] == g["country"] for m in mentions)
                spans["found" if hit else "missed"] += 1
            want, got = {g["country"] for g in wanted}, {m["country"] for m, j in judged if j is not None}
            sets["right"] += len(want & got)
            sets["wrong"] += len(got - want - {g["country"] for g in gold})
            sets["missed"] += len(want - got)
        name = "explicit" if explicit else "all places"
        out[name] = f1(spans["right"], spans["wrong"], spans["found"], spans["missed"])
        out[f"{name}, per article"] = f1(sets["right"], sets["wrong"], sets["right"], sets["missed"])
    return out


def labelled(documents, found):
    right = wrong = missed = top = asked = 0
    for document in documents:
        labels = set(document["doc_countries"])
        then = [THEN.get(m["country"], m["country"]) for m in found.get(document["id"], [])]
        named = set(then)
        right, wrong, missed = right + len(labels & named), wrong + len(named - labels), missed + len(labels - named)
        if labels:
            asked += 1
            top += bool(then) and Counter(then).most_common(1)[0][0] in labels
    return {"labels, micro": f1(right, wrong, right, missed), "top-1": 100 * top / max(asked, 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--dateline", default=os.path.join(ROOT, "target", "release", "dateline"))
    parser.add_argument("--pred", nargs="*", default=[])
    args = parser.parse_args()
    for at, path in enumerate(args.gold):
        documents = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
        if args.pred:
            found = {d["id"]: d["mentions"] for d in map(json.loads, open(args.pred[at], encoding="utf-8"))}
        else:
            found = ours(args.dateline, documents)
        score = annotated if any(d["mentions"] for d in documents) else labelled
        print(os.path.basename(path), *(f"{name} {value:.1f}" for name, value in score(documents, found).items()), sep="; ")


if __name__ == "__main__":
    main()
