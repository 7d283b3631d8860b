//! Each format with a small sample that a program of its own made
//! (`samples/make.py`): what is read from it.

mod shared;

use dateline_formats::{Columns, Limits};
use expect_test::{Expect, expect};

fn check(name: &str, want: Expect) {
    shared::check(name, &shared::sample(name), want);
}

#[test]
fn text() {
    check(
        "plain.txt",
        expect![[r#"
        plain.txt (text)
          text: Copper mine opens in the hills of Peru⏎⏎The f … s to cost 40 million dollars.⏎ (4)
    "#]],
    );
    check(
        "latin.txt",
        expect![[r#"
        latin.txt (text)
          text: Copper mine opens in the hills of Peru⏎⏎The f … s to cost 40 million dollars.⏎ (4)
          note: encoding guessed: windows-1252
    "#]],
    );
    check(
        "wide.txt",
        expect![[r#"
        wide.txt (text)
          text: Ferry returns to the lake between Bolivia and … y by everyone who had kept it. (3)
          note: read as UTF-16LE, which its zero bytes show
    "#]],
    );
}

#[test]
fn markdown() {
    check(
        "notes.md",
        expect![[r#"
        notes.md (Markdown)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, front matter: date
          source: The Valley Courier
          byline: A. Writer
          text: The first lorries left the new mine above Lim … bought.⏎⏎one lorry⏎two lorries (4)
          tags = ["mining", "roads"]
    "#]],
    );
    check(
        "hugo.md",
        expect![[r#"
        hugo.md (Markdown)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-02, front matter: date
          text: A ferry crossed the lake on Thursday for the  … nd a crate of chickens aboard. (1)
    "#]],
    );
}

#[test]
fn web_pages() {
    check(
        "page.html",
        expect![[r#"
            page.html (HTML)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16T07:30, Schema.org datePublished
              source: The Valley Courier
              byline: A. Writer
              url: https://courier.example/2021-08-16
              language: en
              text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
        "#]],
    );
    check(
        "opengraph.html",
        expect![[r#"
            opengraph.html (HTML)
              title: Ferry returns to the lake between Bolivia and Peru
              date: 2021-09-02, <time> in the page
              source: Lake News
              text: Ferry returns to the lake between Bolivia and … y by everyone who had kept it. (5)
        "#]],
    );
}

#[test]
fn documents() {
    check(
        "story.docx",
        expect![[r#"
        story.docx (DOCX)
          title: Copper mine opens in the hills of Peru
          text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
    "#]],
    );
    check(
        "story.pdf",
        expect![[r#"
        story.pdf (PDF)
          text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
    "#]],
    );
    check(
        "weekly.epub",
        expect![[r#"
            weekly.epub#EPUB/chapter 1.xhtml (EPUB)
              title: Copper mine opens in the hills of Peru
              date: 2021-09-03, date of the book
              source: The Valley Courier, weekly edition
              byline: A. Writer
              language: en
              text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
            weekly.epub#EPUB/chapter 2.xhtml (EPUB)
              title: Ferry returns to the lake between Bolivia and Peru
              date: 2021-09-03, date of the book
              source: The Valley Courier, weekly edition
              byline: A. Writer
              language: en
              text: Ferry returns to the lake between Bolivia and … y by everyone who had kept it. (3)
            skipped weekly.epub#EPUB/nav.xhtml: a list of the articles of a book
        "#]],
    );
}

#[test]
fn messages() {
    check(
        "alert.eml",
        expect![[r#"
            alert.eml (e-mail)
              title: Copper mine opens in the hills of Peru – été
              date: 2021-08-16T23:30, Date of the message
              source: Valley Courier Alerts
              text: The first lorries left the new mine above Lim … is to cost 40 million dollars. (3)
              note: attachments left out: 1 (mine.png)
        "#]],
    );
    check(
        "alerts.mbox",
        expect![[r#"
            alerts.mbox#1 (e-mail)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16T07:30, Date of the message
              source: Valley Courier Alerts
              text: The first lorries left the new mine above Lim … s to cost 40 million dollars.⏎ (3)
            alerts.mbox#2 (e-mail)
              title: Ferry returns to the lake between Bolivia and Peru
              date: 2021-09-02T07:00, Date of the message
              source: Valley Courier Alerts
              text: From the lake:⏎⏎A ferry crossed the lake on T … y by everyone who had kept it. (3)
        "#]],
    );
}

#[test]
fn web_archives() {
    check(
        "crawl.warc.gz",
        expect![[r#"
            crawl.warc#1 (HTML)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16T07:30, Schema.org datePublished
              source: The Valley Courier
              byline: A. Writer
              url: https://courier.example/2021-08-16
              language: en
              text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
            crawl.warc#3 (HTML)
              title: Ferry returns to the lake between Bolivia and Peru
              date: 2021-09-02T07:30, Schema.org datePublished
              source: The Valley Courier
              byline: A. Writer
              url: https://courier.example/2021-09-02
              language: en
              text: Ferry returns to the lake between Bolivia and … y by everyone who had kept it. (3)
        "#]],
    );
}

#[test]
fn tables() {
    check(
        "table.csv",
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
          text: A ferry crossed the lake on Thursday for the  … nd a crate of chickens aboard. (1)
          desk = ["travel"]
    "#]],
    );
    check(
        "table.tsv",
        expect![[r#"
        table.tsv#mine (row)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, column "Published"
          source: The Valley Courier
          text: The first lorries left the new mine above Lim … efore each of them was bought. (2)
          desk = ["economy"]
        table.tsv#ferry (row)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-02, column "Published"
          source: Lake News
          text: A ferry crossed the lake on Thursday for the  … nd a crate of chickens aboard. (1)
          desk = ["travel"]
    "#]],
    );
    check(
        "excel.csv",
        expect![[r#"
        excel.csv#mine (row)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, column "Published"
          source: The Valley Courier
          text: The first lorries left the new mine above Lim … efore each of them was bought. (2)
          desk = ["economy"]
        excel.csv#ferry (row)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-02, column "Published"
          source: Lake News
          text: A ferry crossed the lake on Thursday for the  … nd a crate of chickens aboard. (1)
          desk = ["travel"]
    "#]],
    );
    check(
        "wide.csv",
        expect![[r#"
        wide.csv#mine (row)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, column "Published"
          source: The Valley Courier
          text: The first lorries left the new mine above Lim … efore each of them was bought. (2)
          desk = ["economy"]
        wide.csv#ferry (row)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-09-02, column "Published"
          source: Lake News
          text: A ferry crossed the lake on Thursday for the  … nd a crate of chickens aboard. (1)
          desk = ["travel"]
    "#]],
    );
}

#[test]
fn columns_can_be_named() {
    let table = b"Kopf,Lauf,Tag\nRegen,Es regnete in Peru.,2021-08-16\n";
    let named = |name: &str| Some(name.to_owned());
    let columns = Columns {
        text: named("Lauf"),
        title: named("Kopf"),
        date: named("Tag"),
        ..Columns::default()
    };
    let limits = Limits { columns, ..Limits::default() };
    expect![[r#"
        a.csv#1 (row)
          title: Regen
          date: 2021-08-16, column "Tag"
          text: Es regnete in Peru. (1)
    "#]]
    .assert_eq(&shared::told("a.csv", table, limits));
}

#[test]
fn records() {
    check(
        "news.json",
        expect![[r#"
            news.json#1 (row)
              title: Ferry returns to the lake between Bolivia and Peru
              date: 2021-09-02T07:00, column "publishedAt"
              source: Lake News
              byline: A. Writer, B. Writer
              url: https://lake.example/1
              text: A ferry crossed the lake on Thursday for the  … y by everyone who had kept it. (2)
              note: markup taken out of the text
            skipped news.json#2: no text in this row, only the title "Nothing"; add the text
        "#]],
    );
    check(
        "lines.jsonl",
        expect![[r#"
        lines.jsonl#1 (row)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, column "date"
          text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
          tags = ["mining", "roads"]
        lines.jsonl#2 (row)
          title: Ferry returns to the lake between Bolivia and Peru
          text: A ferry crossed the lake on Thursday for the  … nd a crate of chickens aboard. (1)
          note: date "someday" not understood
    "#]],
    );
}

#[test]
fn exports_of_news_databases() {
    check(
        "nexis.txt",
        expect![[r#"
            nexis.txt#1 (LexisNexis export)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16, header of the LexisNexis export
              source: The Valley Courier (Lima)
              byline: A. Writer
              language: en
              text: The first lorries left the new mine above Lim … efore each of them was bought. (2)
              section = ["Section A; Column 1; Foreign Desk; Pg. 8"]
              publication-type = ["Newspaper"]
            nexis.txt#2 (LexisNexis export)
              title: Ferry returns to the lake between Bolivia and Peru
              date: 2021-08-17, header of the LexisNexis export
              source: The Valley Courier (Lima)
              byline: A. Writer
              language: en
              text: The first lorries left the new mine above Lim … efore each of them was bought. (2)
              section = ["Section A; Column 1; Foreign Desk; Pg. 8"]
              publication-type = ["Newspaper"]
        "#]],
    );
    check(
        "nexis-uni.txt",
        expect![[r#"
        nexis-uni.txt#1 (LexisNexis export)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, header of the LexisNexis export
          source: The Valley Courier (Lima)
          byline: A. Writer
          text: The first lorries left the new mine above Lim … is to cost 40 million dollars. (3)
          section = ["FOREIGN; Pg. 8"]
        nexis-uni.txt#2 (LexisNexis export)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-08-16, header of the LexisNexis export
          source: The Valley Courier (Lima)
          byline: A. Writer
          text: A ferry crossed the lake on Thursday for the  … y by everyone who had kept it. (2)
          section = ["FOREIGN; Pg. 8"]
    "#]],
    );
    check(
        "factiva.txt",
        expect![[r#"
        factiva.txt#1 (Factiva export)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, header of the Factiva export
          source: The Valley Courier
          byline: A. Writer
          language: en
          text: The first lorries left the new mine above Lim … is to cost 40 million dollars. (3)
        factiva.txt#2 (Factiva export)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-08-17, header of the Factiva export
          source: The Valley Courier
          byline: A. Writer
          language: en
          text: A ferry crossed the lake on Thursday for the  … y by everyone who had kept it. (2)
    "#]],
    );
    check(
        "factiva-tagged.txt",
        expect![[r#"
        factiva-tagged.txt#1 (Factiva export)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, header of the Factiva export
          source: The Valley Courier
          byline: A. Writer
          language: en
          text: The first lorries left the new mine above Lim … is to cost 40 million dollars. (3)
    "#]],
    );
    check(
        "newsbank.txt",
        expect![[r#"
        newsbank.txt#1 (NewsBank export)
          title: Copper mine opens in the hills of Peru
          date: 2021-08-16, header of the NewsBank export
          source: Valley Courier, The (Lima, Peru)
          byline: A. Writer
          text: The first lorries left the new mine above Lim … is to cost 40 million dollars. (3)
          section = ["World"]
        newsbank.txt#2 (NewsBank export)
          title: Ferry returns to the lake between Bolivia and Peru
          date: 2021-08-16, header of the NewsBank export
          source: Valley Courier, The (Lima, Peru)
          byline: A. Writer
          text: A ferry crossed the lake on Thursday for the  … y by everyone who had kept it. (2)
          section = ["World"]
    "#]],
    );
}

#[test]
fn archives() {
    check(
        "mixed.zip",
        expect![[r#"
            mixed.zip/press/page.html (HTML)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16T07:30, Schema.org datePublished
              source: The Valley Courier
              byline: A. Writer
              url: https://courier.example/2021-08-16
              language: en
              text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
            mixed.zip/press/plain.txt (text)
              text: Copper mine opens in the hills of Peru⏎⏎The f … s to cost 40 million dollars.⏎ (4)
            mixed.zip/press/story.docx (DOCX)
              title: Copper mine opens in the hills of Peru
              text: Copper mine opens in the hills of Peru⏎⏎The f … is to cost 40 million dollars. (4)
            mixed.zip/press/table.csv#mine (row)
              title: Copper mine opens in the hills of Peru
              date: 2021-08-16, column "Published"
              source: The Valley Courier
              text: The first lorries left the new mine above Lim … efore each of them was bought. (2)
              desk = ["economy"]
            mixed.zip/press/table.csv#ferry (row)
              title: Ferry returns to the lake between Bolivia and Peru
              date: 2021-09-02, column "Published"
              source: Lake News
              text: A ferry crossed the lake on Thursday for the  … nd a crate of chickens aboard. (1)
              desk = ["travel"]
        "#]],
    );
}

#[test]
fn what_is_locked() {
    check(
        "locked.docx",
        expect![[r#"
            skipped locked.docx: password-protected; save it without a password
        "#]],
    );
    check(
        "locked.pdf",
        expect![[r#"
        skipped locked.pdf: password-protected; save it without a password
    "#]],
    );
    check(
        "locked.zip",
        expect![[r#"
        skipped locked.zip/plain.txt: password-protected; unpack it and drop the files
    "#]],
    );
    check(
        "scan.pdf",
        expect![[r#"
        skipped scan.pdf: no text layer: pictures of pages; recognise the text first (OCR)
    "#]],
    );
}
