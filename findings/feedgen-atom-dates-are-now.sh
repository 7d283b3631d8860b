#!/usr/bin/env bash
# feedgen (python-feedgen) writes the present into `updated` of every Atom entry that was given no date, and
# the same entries without any date into RSS: one archive of old articles is dated today as Atom and undated
# as RSS. Nothing but the closeness of these times to the feed's own tells them from true ones; the feed's time
# is a few microseconds earlier than that of the entries in it. The entries also stand in reverse order.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet feedgen==1.0.0
venv/bin/pip list 2>/dev/null | grep -E '^feedgen '

venv/bin/python - <<'PY'
import datetime, re
from feedgen.feed import FeedGenerator

feed = FeedGenerator()
feed.id("https://harbour.example/")
feed.title("Harbour Courier")
feed.link(href="https://harbour.example/")
feed.description("An archive")
for number in (1, 2, 3):
    entry = feed.add_entry()
    entry.id(f"https://harbour.example/{number}")
    entry.title(f"Old ferry story {number}")
    entry.content("The ferry stopped for a week in the year 1999.")
atom, rss = feed.atom_str().decode(), feed.rss_str().decode()
times = [datetime.datetime.fromisoformat(t) for t in re.findall(r"<updated>(.*?)</updated>", atom)]
print("feed and entries of Atom:", *times, sep="\n  ")
assert len(times) == 4, atom
now = datetime.datetime.now(datetime.timezone.utc)
assert all(now - t < datetime.timedelta(minutes=1) for t in times), times
assert all(times[0] <= t for t in times[1:]), times
assert "<published>" not in atom
assert "<pubDate>" not in rss and "<lastBuildDate>" in rss, rss
titles = re.findall(r"<title>Old ferry story (\d)</title>", atom)
print("order of the entries:", *titles)
assert titles == ["3", "2", "1"], titles
PY
echo "as described: entries of Atom are dated now, items of RSS not at all"
