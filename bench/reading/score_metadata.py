#!/usr/bin/env python3
"""Scores titles, dates of publication and bylines against what the pages say of themselves.

usage: score_metadata.py DATA [PROJECT]          runs `dateline articles --jsonl DATA/dev.jsonl` in PROJECT
       score_metadata.py DATA --pred PRED.jsonl  lines {"id","title","byline","published":{"iso"}}
DATA holds dev.jsonl, lines {"id","text"}, and html/ID.html.gz, the page of each. Gold is the page's own metadata: JSON-LD,
OpenGraph, <meta>, <time>, <h1>. Only what the dump itself holds is asked for: a headline that stands in it, a date that it
prints in one of many forms, an author whose name it prints. What is named where the page says nothing is not counted.
"""
import datetime
import gzip
import html.parser
import json
import os
import re
import subprocess
import sys

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


# Authors that are no persons.
ORGANISATION = "staff|editorial|news|press|times|admin|team|coordenadoria|agency|redac|conde nast|condé nast"


class Page(html.parser.HTMLParser):
    """Collects <meta>, JSON-LD, <time> and <h1>."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.meta, self.ld, self.times, self.heads = {}, [], [], []
        self.in_ld, self.in_head, self.buffer = False, 0, []

    def handle_starttag(self, tag, attrs):
        a = {k: v or "" for k, v in attrs}
        if tag == "meta":
            key = (a.get("property") or a.get("name") or a.get("itemprop") or "").lower()
            self.meta.setdefault(key, []).append(a.get("content", ""))
        if tag == "script" and "ld+json" in a.get("type", ""):
            self.in_ld, self.buffer = True, []
        if tag == "time" and a.get("datetime"):
            self.times.append((a.get("itemprop", "") + " " + a.get("class", "") + " " + ("pubdate" if "pubdate" in a else ""), a["datetime"]))
        if tag == "h1":
            self.in_head, self.buffer = 1, []

    def handle_endtag(self, tag):
        if tag == "script" and self.in_ld:
            self.in_ld = False
            try:
                self.ld.append(json.loads("".join(self.buffer), strict=False))
            except ValueError:
                pass
        if tag == "h1" and self.in_head:
            self.in_head = 0
            self.heads.append(" ".join("".join(self.buffer).split()))

    def handle_data(self, data):
        if self.in_ld or self.in_head:
            self.buffer.append(data)


def articles(value):
    if isinstance(value, dict):
        if re.search("Article|Posting|Report", str(value.get("@type"))):
            yield value
        for v in value.values():
            yield from articles(v)
    elif isinstance(value, list):
        for v in value:
            yield from articles(v)


def names(author):
    if isinstance(author, str):
        return [author]
    if isinstance(author, list):
        return [n for a in author for n in names(a)]
    if isinstance(author, dict) and "Organization" in str(author.get("@type")):
        return []
    if isinstance(author, dict):
        return names(author.get("name") or "")
    return []


def day(text):
    m = re.match(r"\s*(\d{4})-(\d\d)-(\d\d)", str(text or ""))
    try:
        return datetime.date(*map(int, m.groups())) if m else None
    except ValueError:
        return None


def gold(path):
    page = Page()
    page.feed(gzip.open(path).read().decode("utf-8", "replace"))
    found = [a for ld in page.ld for a in articles(ld)]
    meta = lambda *keys: [v for k in keys for v in page.meta.get(k, []) if v]
    titles = [html.unescape(str(a.get("headline"))) for a in found if a.get("headline")] + meta("og:title", "twitter:title") + page.heads
    dates = [d for d in map(day, [a.get("datePublished") for a in found] + meta("article:published_time", "datepublished", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "date")) if d]
    if not dates:
        dates = [d for k, t in page.times if re.search("publish|pubdate|entry-date", k) for d in [day(t)] if d][:1]
    authors = [n for a in found for n in names(a.get("author"))] + meta("author", "parsely-author", "sailthru.author", "article:author", "dc.creator")
    site = " ".join(plain(s) for s in meta("og:site_name", "publisher", "article:publisher") + [str((a.get("publisher") or {}).get("name")) for a in found if isinstance(a.get("publisher"), dict)])
    people = {re.sub(r"^.*\bby\s+", "", re.split(r"[,|/(]| and | & ", html.unescape(a), maxsplit=1)[0], flags=re.I).strip() for a in authors if "http" not in a}
    dates = [d for d in dates if 1990 < d.year < 2100]
    return titles, dates[:1], {p for p in people if len(p.split()) > 1 and plain(p) not in site and not re.search(ORGANISATION, p, re.I)}


def plain(text):
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def prints(text, date):
    """Whether the dump prints the day in a common form."""
    forms = [f"{date:%Y-%m-%d}", f"{date:%Y/%m/%d}", f"{date:%Y.%m.%d}", f"{date:%d.%m.%Y}", f"{date:%d/%m/%Y}", f"{date:%m/%d/%Y}", f"{date:%m.%d.%Y}",
             f"{date.month}/{date.day}/{date.year}", f"{date:%m/%d/%y}", f"{date.year}年{date.month}月{date.day}日", f"{date.day}.{date.month}.{date.year}"]
    low = text.lower()
    if any(f in low for f in forms):
        return True
    for table in MONTHS.values():
        full = table.split()[date.month - 1].lower()
        for name in {full, full[:3], full[:4]}:
            name = re.escape(name) + r"\.?"
            d, y = rf"0?{date.day}(?:st|nd|rd|th|\.|º)?", date.year
            if re.search(rf"\b{name}\s+{d},?\s+{y}|\b{d}[\s/-]+(?:de\s+)?{name},?[\s/-]+(?:de\s+)?{y}", low):
                return True
    return False


def predictions(data, project):
    command = ["cargo", "run", "-q", "--release", "-p", "dateline-cli", "--", "articles", "--jsonl", os.path.join(data, "dev.jsonl")]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True)
    if run.returncode:
        sys.exit("articles failed: " + run.stderr[-400:])
    return run.stdout.splitlines()


def main():
    data = sys.argv[1]
    verbose = "--verbose" in sys.argv
    args = [a for a in sys.argv[2:] if a != "--verbose"]
    if args[:1] == ["--pred"]:
        lines = open(args[1], encoding="utf-8")
    else:
        lines = predictions(data, args[0] if args else ".")
    found = {o["id"]: o for o in map(json.loads, lines)}
    count = dict.fromkeys(("title_asked", "title_right", "date_asked", "date_hit", "date_given", "date_right", "else_given", "by_asked", "by_hit", "by_given", "by_right"), 0)
    for page in map(json.loads, open(os.path.join(data, "dev.jsonl"), encoding="utf-8")):
        titles, dates, people = gold(os.path.join(data, "html", page["id"] + ".html.gz"))
        text, got = page["text"], found[page["id"]]
        own = {plain(line) for line in text.splitlines()}
        asked = {plain(t) for t in titles} & own - {""}
        asked |= {plain(t) for t in titles if plain(text.splitlines()[0]).startswith(plain(t)) and len(plain(t).split()) >= 3}
        shown = lambda what, want, have: verbose and print(f"{page['id'][:8]} {what}: wanted {want}, got {have!r}")
        if asked:
            name = plain(got["title"])
            right = name in asked or len(name.split()) >= 4 and any(a.startswith(name + " ") for a in asked)
            count["title_asked"] += 1
            count["title_right"] += right
            right or shown("title", sorted(asked)[:2], got["title"])
        iso = day((got.get("published") or {}).get("iso", ""))
        if dates:
            near = [dates[0] + datetime.timedelta(days=k) for k in (0, -1, 1)]
            right = iso in near
            printed = any(prints(text, d) for d in near)
            count["date_given"] += printed and iso is not None
            count["date_right"] += printed and right
            count["else_given"] += not printed and iso is not None
            count["date_asked"] += printed
            count["date_hit"] += printed and right
            (right or not printed and not iso) or shown("date", [str(dates[0]), printed], (got.get("published") or {}).get("printed"))
        if people:
            own_names = {p for p in people if plain(p) and plain(p) in plain(text)}
            by = plain(got.get("byline"))
            right = any(plain(p) in by or by and by in plain(p) for p in people)
            count["by_given"] += bool(by)
            count["by_right"] += right
            count["by_asked"] += bool(own_names)
            count["by_hit"] += bool(own_names) and right
            (right or not by and not own_names) or shown("byline", sorted(people)[:3], got.get("byline"))
    c = count
    share = lambda a, b: f"{c[a]}/{c[b]} = {c[a] / max(1, c[b]):.3f}"
    print("titles right:", share("title_right", "title_asked"))
    print("dates: precision", share("date_right", "date_given"), " recall", share("date_hit", "date_asked"))
    print("dates given where the dump does not print the one of the metadata:", c["else_given"])
    print("bylines: precision", share("by_right", "by_given"), " recall", share("by_hit", "by_asked"))


if __name__ == "__main__":
    main()
