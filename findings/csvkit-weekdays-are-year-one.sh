#!/usr/bin/env bash
# csvkit takes words for dates: a column of weekdays ("Sun", "Fri") or of months ("May") becomes days of
# the year 1, and a text "none" becomes empty, in csvjson, csvsort and every other tool that infers types.
# A newspaper called Sun, or a weekend section, is lost to whoever sorts a table before reading it.
# `--no-inference` keeps the weekdays and months; "none" is lost even then, without `--blanks`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6
venv/bin/pip list 2>/dev/null | grep -E '^(csvkit|agate|parsedatetime) '

cat > table.csv <<'CSV'
title,source,section,text
Ferry stops,Sun,May,The ferry to the islands stopped for a week.
Bridge opens,Fri,March,none
CSV
echo "csvjson:"
venv/bin/csvjson table.csv | tee inferred.json
echo
echo "csvsort -c title:"
venv/bin/csvsort -c title table.csv | tee sorted.csv
echo "csvjson --no-inference:"
venv/bin/csvjson --no-inference table.csv | tee plain.json
echo

python3 - <<'PY'
import csv, json
inferred = json.load(open("inferred.json"))
assert [row["source"] for row in inferred] == ["0001-01-07", "0001-01-05"], inferred
assert [row["section"] for row in inferred] == ["0001-05-01", "0001-03-01"], inferred
assert inferred[1]["text"] is None, inferred
rows = list(csv.DictReader(open("sorted.csv")))
assert [row["source"] for row in rows] == ["0001-01-05", "0001-01-07"], rows
plain = json.load(open("plain.json"))
assert [row["source"] for row in plain] == ["Sun", "Fri"] and plain[1]["text"] is None, plain
PY
echo "as described: weekdays and months are days of the year 1"
