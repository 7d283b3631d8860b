//! Tables and records as programs and services write them. The articles are made up.

mod shared;

use expect_test::expect;
use shared::check;

#[test]
fn tables_of_programs() {
    let text = "It rained in Peru for a week, and the road above the lake was closed. ".repeat(4);
    check(
        "names.csv",
        b"title,text\n",
        expect![[r#"
        skipped names.csv: no row below the names of its columns
    "#]],
    );
    check(
        "typed.csv",
        format!("https://lake.example/1\tarticle\t{text}\n").as_bytes(),
        expect![[r#"
            typed.csv#1 (row)
              url: https://lake.example/1
              text: It rained in Peru for a week, and the road ab … ad above the lake was closed.  (1)
              column 2 = ["article"]
        "#]],
    );
    // As Scrapy appends to a file of an earlier run.
    check(
        "appended.json",
        br#"[{"title":"Rain","text":"It rained."}][{"title":"Sun","text":"The sun shone."}]"#,
        expect![[r#"
            appended.json#1 (row)
              title: Rain
              text: It rained. (1)
            appended.json#2 (row)
              title: Sun
              text: The sun shone. (1)
        "#]],
    );
    // As csvkit sorts a table with a source called Sun and a section called May.
    check(
        "guessed.csv",
        b"title,source,section,date,text\nRain,0001-01-07,0001-05-01,2021-08-16,It rained.\n",
        expect![[r#"
            guessed.csv#1 (row)
              title: Rain
              date: 2021-08-16, column "date"
              text: It rained. (1)
              note: days of the year 1 in "source", "section": a program (csvkit?) took weekdays or months for dates; save the table without guessing types (csvkit: --no-inference)
        "#]],
    );
    // As dateparser dates the tables of who reads Thai papers.
    check(
        "thai.csv",
        b"title,date,text\nRain,2567-05-13 00:00:00,It rained.\n",
        expect![[r#"
            thai.csv#1 (row)
              title: Rain
              date: 2024-05-13T00:00, column "date"
              text: It rained. (1)
              note: date "2567-05-13 00:00:00": the year 2567 is of the Buddhist era, as in Thailand; 2024 is taken
        "#]],
    );
    check(
        "source.csv",
        b"source,source-hostname,content\nhttps://lake.example/1,Lake News,It rained.\n",
        expect![[r#"
            source.csv#1 (row)
              source: Lake News
              url: https://lake.example/1
              text: It rained. (1)
        "#]],
    );
    check(
        "bare.csv",
        format!(
            "https://lake.example/1\tab12\t\tRain in Peru today\tnull\t2021-08-16\t{text}\t\tnull\n"
        )
        .as_bytes(),
        expect![[r#"
            bare.csv#1 (row)
              title: Rain in Peru today
              date: 2021-08-16, column "date"
              url: https://lake.example/1
              text: It rained in Peru for a week, and the road ab … ad above the lake was closed.  (1)
              column 2 = ["ab12"]
        "#]],
    );
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            "Title\tDate\tText\r\nRain\t2021-08-16\tIt rained in Peru.\r\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    check(
        "unicode.txt",
        &wide,
        expect![[r#"
        unicode.txt#1 (row)
          title: Rain
          date: 2021-08-16, column "Date"
          text: It rained in Peru. (1)
    "#]],
    );
    check(
        "sep.csv",
        b"sep=;\ntitle;body;url\nRain, wind;It rained in Peru.;https://lake.example/1\n",
        expect![[r#"
            sep.csv#1 (row)
              title: Rain, wind
              url: https://lake.example/1
              text: It rained in Peru. (1)
        "#]],
    );
    check(
        "more.csv",
        b"title,body\nRain,It rained, and rained.\n",
        expect![[r#"
        more.csv#1 (row)
          title: Rain
          text: It rained (1)
          column 3 = [" and rained."]
    "#]],
    );
    check(
        "entities.csv",
        "title,author,content\nCaf&eacute; &amp; bar,By A. Writer,It rained &ndash; twice.\n"
            .as_bytes(),
        expect![[r#"
            entities.csv#1 (row)
              title: Café & bar
              byline: A. Writer
              text: It rained – twice. (1)
        "#]],
    );
}

#[test]
fn a_page_in_a_cell() {
    let page = "<!DOCTYPE html><html><head><title>Rain in Peru</title><meta name=\"\"author\"\" content=\"\"A. Writer\"\">\
        </head><body><article><h1>Rain in Peru</h1><p>It rained in Peru for a whole week, said the ministry.</p>\
        <p>The road above the lake was closed, and no lorry has passed since then.</p></article></body></html>";
    check(
        "cells.csv",
        format!("date,html,text\n2021-08-16,x,\"{page}\"\n").as_bytes(),
        expect![[r#"
            cells.csv#1 (row)
              title: Rain in Peru
              date: 2021-08-16, column "date"
              byline: A. Writer
              text: Rain in Peru⏎⏎It rained in Peru for a whole w … o lorry has passed since then. (3)
              html = ["x"]
        "#]],
    );
}

#[test]
fn answers_of_services() {
    let nested = r#"{"status": "ok", "response": {"results": [{"id": "a/1", "webTitle": "Rain", "webPublicationDate":
        "2021-08-16T08:30:00Z", "fields": {"byline": "A. Writer", "bodyText": "It rained in Peru."}}]}}"#;
    check(
        "nested.json",
        nested.as_bytes(),
        expect![[r#"
        nested.json#a/1 (row)
          title: Rain
          date: 2021-08-16T08:30, column "webPublicationDate"
          byline: A. Writer
          text: It rained in Peru. (1)
    "#]],
    );
    let docs = r#"{"docs": [{"headline": {"main": "Rain"}, "byline": {"original": "By A. Writer"}, "pub_date":
        "2021-08-16", "lead_paragraph": "It rained in Peru.", "source": "Lake News"}]}"#;
    check(
        "docs.json",
        docs.as_bytes(),
        expect![[r#"
        docs.json#1 (row)
          title: Rain
          date: 2021-08-16, column "pub_date"
          source: Lake News
          byline: A. Writer
          text: It rained in Peru. (1)
          note: a summary (lead_paragraph): this row does not hold the whole article
    "#]],
    );
    let telegram = r#"{"name": "Lake News", "type": "public_channel", "id": 1, "messages": [
        {"id": 1, "type": "service", "date": "2021-08-15T00:00:00", "date_unixtime": "1", "text": ""},
        {"id": 2, "type": "message", "date": "2021-08-16T08:30:00", "date_unixtime": "1", "from": "Lake News",
         "text": [{"type": "bold", "text": "Rain in Peru"}, "\n\nIt rained ", {"type": "link", "text": "twice"}, "."]}]}"#;
    check(
        "result.json",
        telegram.as_bytes(),
        expect![[r#"
        skipped result.json#1: a message without a text
        result.json#2 (row)
          date: 2021-08-16T08:30, column "date"
          source: Lake News
          text: Rain in Peru⏎⏎It rained twice. (2)
          date_unixtime = ["1"]
          type = ["message"]
    "#]],
    );
    let columns = r#"{"title": {"0": "Rain"}, "date": {"0": 1629072000000}, "text": {"0": "It rained in Peru."}}"#;
    check(
        "frame.json",
        columns.as_bytes(),
        expect![[r#"
        frame.json#1 (row)
          title: Rain
          date: 2021-08-16, column "date"
          text: It rained in Peru. (1)
    "#]],
    );
    let csl = r#"[{"type": "article-newspaper", "title": "Rain", "container-title": "Lake News", "abstract": "It rained.",
        "issued": {"date-parts": [[2021, 8, 16]]}, "author": [{"family": "Writer", "given": "A."}]}]"#;
    check(
        "csl.json",
        csl.as_bytes(),
        expect![[r#"
        csl.json#1 (row)
          title: Rain
          date: 2021-08-16, column "issued"
          source: Lake News
          byline: A. Writer
          text: It rained. (1)
          type = ["article-newspaper"]
          note: a summary (abstract): this row does not hold the whole article
    "#]],
    );
    let lines = "{\"title\": \"Rain\", \"body\": \"It rained.\"}\n{\"title\": \"Wind\", \"body\": \"It blew.\"}\n";
    check(
        "lines.json",
        lines.as_bytes(),
        expect![[r#"
        lines.json#1 (row)
          title: Rain
          text: It rained. (1)
        lines.json#2 (row)
          title: Wind
          text: It blew. (1)
    "#]],
    );
    let comments = r#"{"title": "Rain", "body": "It rained.", "comments": [{"text": "Really?"}]}"#;
    check(
        "comments.json",
        comments.as_bytes(),
        expect![[r#"
        comments.json (row)
          title: Rain
          text: It rained. (1)
          comments = ["Really?"]
    "#]],
    );
}

#[test]
fn bibliographies() {
    let ris = "TY  - NEWS\nTI  - Rain in Peru\nAU  - Writer, A.\nT2  - Lake News\nAB  - It rained.\nDA  - 2021/08/16/\n\
        KW  - Fiji\nER  - \n\nTY  - NEWS\nTI  - Wind\nER  - \n";
    check(
        "zotero.ris",
        ris.as_bytes(),
        expect![[r#"
        zotero.ris#1 (bibliography)
          title: Rain in Peru
          date: 2021-08-16, column "date"
          source: Lake News
          byline: A. Writer
          text: It rained. (1)
          keyword = ["Fiji"]
          note: a summary (abstract): this row does not hold the whole article
        skipped zotero.ris#2: a bibliography's entry without an abstract: nothing to read; bring the article itself
    "#]],
    );
}
