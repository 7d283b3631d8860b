#!/usr/bin/env bash
# wikiextractor writes `<doc … title="…">` with the quotation marks of a title bare in the attribute, so that its
# output is no XML; the entities of the dump stay in title and text, in `--json` too, where nothing is markup.
# A heading becomes a sentence with a full stop. And a dump whose siteinfo names no Template namespace (number
# 10) gives no article at all, with exit status 0: every title begins with the empty name of that namespace.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet wikiextractor==3.1.0
venv/bin/pip list 2>/dev/null | grep -E '^wikiextractor '

dump() { # the line of the Template namespace, or nothing
  cat <<XML
<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">
  <siteinfo>
    <sitename>Harbour Wiki</sitename>
    <base>https://harbour.example/wiki/Main_Page</base>
    <namespaces>
      <namespace key="0" case="first-letter" />
      $1
    </namespaces>
  </siteinfo>
  <page>
    <title>The "old" ferry &amp; quay</title>
    <ns>0</ns>
    <id>7</id>
    <revision>
      <id>70</id>
      <text xml:space="preserve">The ferry carries 3 &lt; 4 &amp; more people to [[Quayside|the islands]].

== History ==
It stopped for a week.
</text>
    </revision>
  </page>
</mediawiki>
XML
}
dump '<namespace key="10" case="first-letter">Template</namespace>' > with.xml
dump '' > without.xml

extract() { venv/bin/python -m wikiextractor.WikiExtractor "$@" --no-templates 2>/dev/null; }
extract with.xml -o text
extract with.xml --json -o json
extract without.xml -o none
cat text/AA/wiki_00 json/AA/wiki_00

python3 - <<'PY'
import json, xml.etree.ElementTree as tree
text = open("text/AA/wiki_00").read()
assert 'title="The "old" ferry &amp; quay">' in text, text
assert "3 &lt; 4 &amp; more people to the islands." in text and "\nHistory.\n" in text, text
try:
    tree.fromstring(text)
    raise SystemExit("it is XML now")
except tree.ParseError as error:
    print("no XML:", error)
record = json.loads(open("json/AA/wiki_00").read())
assert record["title"] == 'The "old" ferry &amp; quay' and "3 &lt; 4 &amp; more" in record["text"], record
assert open("none/AA/wiki_00").read() == ""
PY
echo "as described: bare quotation marks, entities in JSON, and no article without a Template namespace"
