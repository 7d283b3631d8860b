//! Documents and workbooks of office programs, saved pages and messages: small ones made here,
//! and ones that are cut off or hold nothing.

mod shared;

use expect_test::expect;
use shared::{check, zipped};

/// A workbook of one sheet with these parts.
fn workbook(styles: &str, shared: &str, rows: &str) -> Vec<u8> {
    let list = "<workbook xmlns:r='r'><workbookPr/><sheets><sheet name='Articles' r:id='r1'/></sheets></workbook>";
    let paths =
        "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>";
    let rows = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    zipped(&[
        ("xl/workbook.xml", list.as_bytes()),
        ("xl/_rels/workbook.xml.rels", paths.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/worksheets/sheet1.xml", rows.as_bytes()),
    ])
}

#[test]
fn workbooks() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='d. mmm yyyy'/></numFmts>\
                  <cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>";
    let shared = "<sst><si><t>title</t></si><si><r><t>Rain in </t></r><r><t>Peru</t></r><rPh><t>no</t></rPh></si></sst>";
    let rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>Collected by hand</t></is></c></row>\
                <row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3' t='str'><v>date</v></c><c r='D3' t='str'><v>text</v></c></row>\
                <row r='4'><c r='A4' t='s'><v>1</v></c><c r='B4' s='1'><v>45425</v></c><c r='D4' t='str'><v>It rained._x000D_\nTwice.</v></c></row>\
                <row r='5'><c r='A5' t='str'><v>No text</v></c></row>";
    check(
        "a.xlsx",
        &workbook(styles, shared, rows),
        expect![[r#"
            a.xlsx#4 (row)
              title: Rain in Peru
              date: 2024-05-13, column "date"
              text: It rained.⏎Twice. (2)
            skipped a.xlsx#5: no text in this row, only the title "No text"; add the text
        "#]],
    );
    check(
        "notes.xlsx",
        &workbook("<s/>", "<sst/>", "<row><c t='str'><v>about</v></c></row>"),
        expect![[r#"
            skipped notes.xlsx: sheet "Articles": no column with the text; there are "about"; say which in corpus.toml: [columns] text = "…"
        "#]],
    );
    check(
        "empty.xlsx",
        &workbook("<s/>", "<sst/>", ""),
        expect![[r#"
        skipped empty.xlsx: empty: no sheet of this workbook holds a value; remove it or fill it
    "#]],
    );
    check(
        "cut.xlsx",
        &workbook(styles, shared, rows)[..400],
        expect![[r#"
        skipped cut.xlsx: damaged or cut off: not a whole zip; copy it again
    "#]],
    );
    check(
        "broken.xlsx",
        &workbook(styles, shared, "<row><c></row>"),
        expect![[r#"
        skipped broken.xlsx: sheet "Articles": damaged XML: ill-formed document: expected `</c>`, but `</row>` was found; save it again
    "#]],
    );
    check(
        "lost.xlsx",
        &zipped(&[("xl/workbook.xml", b"<workbook/>")]),
        expect![[r#"
        skipped lost.xlsx: damaged: a part of this workbook is missing; save it again
    "#]],
    );
}

#[test]
fn open_document() {
    let text = "<office:document xmlns:office='o'><office:meta><dc:title>Rain in Peru</dc:title>\
        <dc:date>2026-11-27</dc:date><meta:user-defined meta:name='date'>2024-06-02</meta:user-defined></office:meta>\
        <office:body><office:text><text:p>Rain in Peru</text:p><text:p>It rained.</text:p></office:text></office:body></office:document>";
    check(
        "a.fodt",
        text.as_bytes(),
        expect![[r#"
        a.fodt (ODT)
          title: Rain in Peru
          date: 2024-06-02, property "date" of the document
          text: Rain in Peru⏎⏎It rained. (2)
    "#]],
    );
    check(
        "zipped.odt",
        &zipped(&[("content.xml", text.as_bytes())]),
        expect![[r#"
        zipped.odt (ODT)
          text: Rain in Peru⏎⏎It rained. (2)
    "#]],
    );
    check(
        "none.odt",
        &zipped(&[("content.xml", b"<office:body/>")]),
        expect![[r#"
        skipped none.odt: no text in this document; pictures of text are not read
    "#]],
    );
    check(
        "other.odt",
        &zipped(&[("other.xml", b"<a/>")]),
        expect![[r#"
            skipped other.odt: no ODT: its part content.xml is missing; save it again
        "#]],
    );
    let locked: &[(&str, &[u8])] =
        &[("content.xml", b"\x07\x00"), ("META-INF/manifest.xml", b"<manifest:encryption-data/>")];
    check(
        "locked.odt",
        &zipped(locked),
        expect![[r#"
        skipped locked.odt: password-protected; save it without a password
    "#]],
    );
    let row = |cells: &[&str]| {
        let cells: String = cells
            .iter()
            .map(|c| format!("<table:table-cell><text:p>{c}</text:p></table:table-cell>"))
            .collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let sheet = format!(
        "<office:body><office:spreadsheet><table:table table:name='a'>{}{}</table:table></office:spreadsheet></office:body>",
        row(&["title", "text"]),
        row(&["Rain", "It rained in Peru."])
    );
    check(
        "a.ods",
        &zipped(&[("content.xml", sheet.as_bytes())]),
        expect![[r#"
        a.ods#2 (row)
          title: Rain
          text: It rained in Peru. (1)
    "#]],
    );
}

#[test]
fn rich_text() {
    let rtf = r"{\rtf1\ansi{\info{\title Rain in Peru}{\author A. Writer}}{\stylesheet{\s1 Title;}}\pard\s1 Rain in Peru\par\pard A. Writer\par\pard It rained in S\u227\'e3o Paulo.\par}";
    check(
        "a.rtf",
        rtf.as_bytes(),
        expect![[r#"
        a.rtf (RTF)
          title: Rain in Peru
          byline: A. Writer
          text: Rain in Peru⏎⏎A. Writer⏎⏎It rained in São Paulo. (3)
    "#]],
    );
    check(
        "cut.rtf",
        &rtf.as_bytes()[..rtf.len() - 12],
        expect![[r#"
        cut.rtf (RTF)
          title: Rain in Peru
          byline: A. Writer
          text: Rain in Peru⏎⏎A. Writer⏎⏎It rained in São (3)
          note: cut off: it ends within a group; its end may be missing
    "#]],
    );
}

#[test]
fn saved_pages_and_messages() {
    let page = "<html><head><meta charset=windows-1252><title>Rain</title></head><body><article><h1>Rain in Peru</h1>\
        <p>It rained in S\u{e3}o Paulo for the third day, and the river rose above its banks in the night.</p></article></body></html>";
    let head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/rain\nSubject: Rain\nDate: Fri, 27 Nov 2026 21:43:16 -0000\n\
        MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Location: https://a.example/rain\nContent-Transfer-Encoding: 8bit\n\n";
    let mut saved = head.as_bytes().to_vec();
    saved.extend(page.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")));
    saved.extend(b"\n--b--\n");
    check(
        "a.mht",
        &saved,
        expect![[r#"
        a.mht (HTML)
          title: Rain in Peru
          url: https://a.example/rain
          text: Rain in Peru⏎⏎It rained in São Paulo for the  …  above its banks in the night. (2)
    "#]],
    );
    check(
        "none.mht",
        b"From: x\nContent-Type: text/plain\n\nIt rained.",
        expect![[r#"
        skipped none.mht: no page in this file: it has no part of HTML; save the page again
    "#]],
    );
    let message = "From: Paper <a@b.example>\nSubject: Rain\nDate: Tue, 5 Mar 2024 10:00:00 +0100\n\nIt rained.\n";
    check(
        "a.emlx",
        format!("{}\n{message}<plist/>", message.len()).as_bytes(),
        expect![[r#"
        a.emlx (e-mail)
          title: Rain
          date: 2024-03-05T10:00, Date of the message
          source: Paper
          text: It rained. (1)
    "#]],
    );
    check(
        "cut.emlx",
        format!("{}\n{}", message.len(), &message[..40]).as_bytes(),
        expect![[r#"
            skipped cut.emlx: cut off: it ends too early; copy it again
        "#]],
    );
    let quoting = format!("{message}\nOn Monday, B wrote:\n> old\n-- \nA. Writer\n");
    check(
        "quoting.eml",
        quoting.as_bytes(),
        expect![[r#"
        quoting.eml (e-mail)
          title: Rain
          date: 2024-03-05T10:00, Date of the message
          source: Paper
          text: It rained.⏎ (1)
          note: lines of answered messages left out: 1
          note: signature left out
    "#]],
    );
    let outer = format!(
        "From: Desk <d@b.example>\nSubject: Fwd: Rain\nDate: Wed, 6 Mar 2024 10:00:00 +0100\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n{message}\n--b--\n"
    );
    check(
        "outer.eml",
        outer.as_bytes(),
        expect![[r#"
        outer.eml#1 (e-mail)
          title: Rain
          date: 2024-03-05T10:00, Date of the message
          source: Paper
          text: It rained. (1)
          note: passed on with the words "See below."
    "#]],
    );
}
