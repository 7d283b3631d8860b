#!/usr/bin/env bash
# dateparser reads Thai dates, with Thai months, Thai digits and languages=["th"], and takes their years
# for Gregorian ones: 13 May of the Buddhist year 2567 (2024) becomes a day of the year 2567, the short
# year 67 becomes 2067, and 29 February 2567 is no date at all. It has calendars for Persian and Islamic
# years only, so every table of Thai news that was dated with it lies 543 (or 43) years ahead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet dateparser==1.5.0
venv/bin/pip list 2>/dev/null | grep -E '^dateparser '

venv/bin/python - <<'PY'
import dateparser

dates = ["13 พฤษภาคม 2567", "๑๓ พฤษภาคม ๒๕๖๗", "13 พ.ค. 67", "29 กุมภาพันธ์ 2567", "13 พฤษภาคม พ.ศ. 2567"]
found = [dateparser.parse(date, languages=["th"]) for date in dates]
for date, day in zip(dates, found):
    print(f"{date}: {day and day.date()}")
assert [day and str(day.date()) for day in found] == ["2567-05-13", "2567-05-13", "2067-05-13", None, None], found
assert str(dateparser.parse("13 พฤษภาคม 2567").date()) == "2567-05-13"
PY
echo "as described: Thai years are taken for Gregorian ones"
