//! Files that are cut off, empty, or not what they say: each gives a reason that says
//! what to do.

mod shared;

use dateline_formats::Limits;
use expect_test::expect;
use shared::{check, sample, told, zipped};

/// The first `share` percent of a sample.
fn cut(name: &str, share: usize) -> Vec<u8> {
    let mut bytes = sample(name);
    bytes.truncate(bytes.len() * share / 100);
    bytes
}

#[test]
fn empty_files() {
    for name in ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.epub", "a.eml"] {
        let want = format!("skipped {name}: empty: no text in its 0 bytes; remove it or fill it\n");
        assert_eq!(told(name, b"", Limits::default()), want);
    }
    check(
        "a.csv",
        b"",
        expect![[r#"
        skipped a.csv: empty: no column in it; remove it or fill it
    "#]],
    );
    check(
        "a.json",
        b"",
        expect![[r#"
            skipped a.json: empty: no record in it; remove it or fill it
        "#]],
    );
    check(
        "a.json",
        b"[]",
        expect![[r#"
        skipped a.json: an empty list; no record in it
    "#]],
    );
    check(
        "a.jsonl",
        b"",
        expect![[r#"
        skipped a.jsonl: empty: no record in it; remove it or fill it
    "#]],
    );
    check(
        "a.mbox",
        b"",
        expect![[r#"
        skipped a.mbox: no message in this mailbox: one begins with a line "From …"
    "#]],
    );
    check(
        "a.warc",
        b"",
        expect![[r#"
        skipped a.warc: no web page in this archive
    "#]],
    );
    check(
        "a.zip",
        &zipped(&[]),
        expect![[r#"
        skipped a.zip: an empty archive; no file in it
    "#]],
    );
    check(
        "a.txt",
        b" \n\n ",
        expect![[r#"
        skipped a.txt: empty: no text in its 4 bytes; remove it or fill it
    "#]],
    );
    check(
        "a.html",
        b"<html><body><script>load()</script></body></html>",
        expect![[r#"
        skipped a.html: no article in this page: it has hardly a word without its scripts
    "#]],
    );
    check(
        "a.docx",
        &zipped(&[("word/document.xml", b"<w:document/>")]),
        expect![[r#"
        skipped a.docx: no text in this document; pictures of text are not read
    "#]],
    );
}

#[test]
fn files_that_are_cut_off() {
    check(
        "story.docx",
        &cut("story.docx", 60),
        expect![[r#"
        skipped story.docx: damaged or cut off: not a whole zip; copy it again
    "#]],
    );
    check(
        "story.pdf",
        &cut("story.pdf", 60),
        expect![[r#"
            skipped story.pdf: cut off: it ends too early; copy it again
        "#]],
    );
    check(
        "weekly.epub",
        &cut("weekly.epub", 60),
        expect![[r#"
        skipped weekly.epub: damaged or cut off: not a whole zip; copy it again
    "#]],
    );
    check(
        "mixed.zip",
        &cut("mixed.zip", 60),
        expect![[r#"
        skipped mixed.zip: damaged or cut off: not a whole zip; copy it again
    "#]],
    );
    check(
        "crawl.warc.gz",
        &cut("crawl.warc.gz", 50),
        expect![[r#"
            crawl.warc#1 (HTML)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16T07:30, Schema.org datePublished
              source: The Valley Courier
              byline: A. Writer
              url: https://courier.example/2021-08-16
              language: en
              text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
            skipped crawl.warc#2: cut off: it ends too early; copy it again
        "#]],
    );
    check(
        "news.json",
        &cut("news.json", 60),
        expect![[r#"
        skipped news.json: cut off: the JSON ends too early; copy it again
    "#]],
    );
    check(
        "lines.jsonl",
        &cut("lines.jsonl", 90),
        expect![[r#"
        lines.jsonl#1 (row)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, column "date"
          text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
          tags = ["mining", "roads"]
        skipped lines.jsonl#2: line 2: cut off: the JSON ends too early; copy it again
    "#]],
    );
    check(
        "table.csv",
        &cut("table.csv", 80),
        expect![[r#"
        table.csv#mine (row)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, column "Published"
          source: The Valley Courier
          text: The first lorries left the new mine above Lim … efore each of them was bought. (2)
          desk = ["economy"]
        table.csv#ferry (row)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-02, column "Published"
          source: Lake News
          text: A ferry cross (1)
    "#]],
    );
    check(
        "alert.eml",
        &cut("alert.eml", 70),
        expect![[r#"
            skipped alert.eml: no text in this message; attachments left out: 1 (text/plain)
        "#]],
    );
    check(
        "page.html",
        &cut("page.html", 80),
        expect![[r#"
            page.html (HTML)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16T07:30, Schema.org datePublished
              source: The Valley Courier
              byline: A. Writer
              url: https://courier.example/2021-08-16
              language: en
              text: Copper mine opens in the hills of Peru⏎⏎The f … e inn at the bridge. “The seco (4)
        "#]],
    );
    check(
        "factiva.txt",
        &cut("factiva.txt", 80),
        expect![[r#"
        factiva.txt#1 (Factiva export)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, header of the Factiva export
          source: The Valley Courier
          byline: A. Writer
          language: en
          text: The first lorries left the new mine above Lim … is to cost 40 million dollars. (3)
    "#]],
    );
}

#[test]
fn files_that_are_something_else() {
    check(
        "a.pdf",
        b"%PDF-1.7 and nothing more",
        expect![[r#"
            skipped a.pdf: damaged or cut off: its pages cannot be found; copy it again
        "#]],
    );
    check(
        "a.pdf",
        b"Not a PDF at all.",
        expect![[r#"
            skipped a.pdf: no PDF, whatever its name says
        "#]],
    );
    check(
        "a.docx",
        b"Not a document at all.",
        expect![[r#"
        skipped a.docx: damaged or cut off: not a whole zip; copy it again
    "#]],
    );
    check(
        "a.docx",
        &zipped(&[("a.txt", b"It rained in Peru.")]),
        expect![[r#"
            skipped a.docx: no DOCX: its part word/document.xml is missing; save it again
        "#]],
    );
    check(
        "a.epub",
        &zipped(&[("a.txt", b"It rained in Peru.")]),
        expect![[r#"
            skipped a.epub: no EPUB: its part META-INF/container.xml is missing; save it again
        "#]],
    );
    check(
        "a.eml",
        b"It rained in Peru.",
        expect![[r#"
        skipped a.eml: no message: it has no header; save it as .txt if it is a text
    "#]],
    );
    check(
        "a.mbox",
        b"It rained in Peru.",
        expect![[r#"
        skipped a.mbox: no message in this mailbox: one begins with a line "From …"
    "#]],
    );
    check(
        "a.warc",
        b"It rained in Peru.",
        expect![[r#"
        skipped a.warc#1: damaged: a record does not begin with WARC/; copy it again
    "#]],
    );
    check(
        "a.json",
        b"{it rained}",
        expect![[r#"
        skipped a.json: no JSON: key must be a string at line 1 column 2
    "#]],
    );
    check(
        "a.json",
        b"7",
        expect![[r#"
        skipped a.json: not a record: write {"title": "…", "text": "…"}
    "#]],
    );
    check(
        "a.jsonl",
        b"{\"text\": 1}\n[1]\nrain\n",
        expect![[r#"
        a.jsonl#1 (row)
          text: 1 (1)
        skipped a.jsonl#2: line 2: not a record: write {"title": "…", "text": "…"}
        skipped a.jsonl#3: line 3: no JSON: expected value at line 1 column 1
    "#]],
    );
    check(
        "a.csv",
        b"one,two\n1,2\n",
        expect![[r#"
        skipped a.csv: no column with the text; there are "one", "two"; say which in corpus.toml: [columns] text = "…"
    "#]],
    );
    check(
        "a.txt",
        b"\x89PNG\r\n\x1a\n\0\0",
        expect![[r#"
        skipped a.txt: a picture; it holds no text
    "#]],
    );
    check(
        "a.dat",
        b"\x01\0\x02\x03\0\0\x07",
        expect![[r#"
        skipped a.dat: binary: byte 1 is NUL; save it as text, or remove it
    "#]],
    );
    check(
        "a.rtf",
        b"{\\rtf1 {\\pict 00}",
        expect![[r#"
            skipped a.rtf: no text in this document; pictures of text are not read
        "#]],
    );
    check(
        "a.md",
        b"---\ntitle: [rain\n---\nIt rained.",
        expect![[r#"
        skipped a.md: front matter: while parsing a flow sequence, expected ',' or ']' at byte 13 line 2 column 1; correct it or remove it
    "#]],
    );
    check(
        "a.md",
        b"+++\ntitle = \n+++\nIt rained.",
        expect![[r#"
        skipped a.md: front matter: string values must be quoted, expected literal string; correct it or remove it
    "#]],
    );
}

#[test]
fn encodings_that_are_not_as_declared() {
    let page = "<html><head><meta charset=utf-8><title>x</title></head><body><article><h1>Élection</h1><p>L'été a été chaud à São Paulo, dit le maire.</p></article></body></html>";
    let latin: Vec<u8> = page.chars().map(|c| c as u8).collect();
    check(
        "a.html",
        &latin,
        expect![[r#"
            a.html (HTML)
              title: Élection
              text: Élection⏎⏎L'été a été chaud à São Paulo, dit le maire. (2)
              note: declared as UTF-8 but is not; encoding guessed: windows-1252
        "#]],
    );
    check(
        "a.csv",
        b"title,text\nRain,caf\xE9 in Peru\n",
        expect![[r#"
        a.csv#1 (row)
          title: Rain
          text: café in Peru (1)
    "#]],
    );
}
