//! A folder as a publisher has it: files of all formats, some of them broken.

use expect_test::expect;
use std::path::Path;
use std::process::{Command, Output};

fn dateline(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(folder).args(arguments).output().expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A folder with samples of all formats, and some traps.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../formats/tests/samples");
    let names = ["alert.eml", "latin.txt", "locked.pdf", "mixed.zip", "notes.md", "page.html"];
    for name in [&names[..], &["scan.pdf", "story.docx", "story.pdf", "weekly.epub"]].concat() {
        std::fs::copy(samples.join(name), folder.path().join(name)).expect("a sample");
    }
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    };
    write("empty.txt", b" ");
    write("picture.png", b"\x89PNG\r\n");
    write("german.csv", "Kopf;Lauf\nRegen;Es regnete lange in Peru.\n".as_bytes());
    write("corpus.toml", b"title = 'Mine'\ncolumns = { text = 'Lauf', title = 'Kopf' }\n\n[articles.'german.csv#1']\ndate = 2021-08-16\n");
    #[cfg(unix)]
    {
        let link = |to: &str, name: &str| {
            std::os::unix::fs::symlink(to, folder.path().join(name)).expect("a link");
        };
        link("loop.txt", "loop.txt");
        link("..", "up");
    }
    folder
}

#[test]
#[cfg(unix)]
fn what_can_be_read_is_read_and_the_rest_is_told() {
    let folder = folder();
    let output = dateline(folder.path(), &["check", ".", "--json"]);
    let mut told = String::new();
    for line in text(&output.stdout).lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let word = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
        told +=
            &format!("{}: {}, {}, {}\n", word("file"), word("format"), word("title"), word("date"));
        for note in row["notes"].as_array().into_iter().flatten() {
            told += &format!("  {}\n", note.as_str().unwrap_or_default());
        }
    }
    told += &text(&output.stderr);
    told += &format!("status {}\n", output.status.code().unwrap_or(-1));
    expect![[r#"
        alert.eml: e-mail, Copper mine opens in the hills of Peru – été, 2021-08-16T23:30
          attachments left out: 1 (mine.png)
        german.csv#1: row, Regen, 2021-08-16
        latin.txt: text, Copper mine opens in the hills of Peru, -
          encoding guessed: windows-1252
        mixed.zip/press/page.html: HTML, Copper mine opens in the hills of Peru, 2021-08-16T07:30
        mixed.zip/press/plain.txt: text, Copper mine opens in the hills of Peru, -
        mixed.zip/press/story.docx: DOCX, Copper mine opens in the hills of Peru, -
        mixed.zip/press/table.csv#mine: row, Copper mine opens in the hills of Peru, 2021-08-16
        mixed.zip/press/table.csv#ferry: row, Ferry returns to the lake between Bolivia and Peru, 2021-09-02
        notes.md: Markdown, Copper mine opens in the hills of Peru, 2021-08-16
        page.html: HTML, Copper mine opens in the hills of Peru, 2021-08-16T07:30
        story.docx: DOCX, Copper mine opens in the hills of Peru, -
        story.pdf: PDF, Copper mine opens in the hills of Peru, -
        weekly.epub#EPUB/chapter 1.xhtml: EPUB, Copper mine opens in the hills of Peru, 2021-09-03
        weekly.epub#EPUB/chapter 2.xhtml: EPUB, Ferry returns to the lake between Bolivia and Peru, 2021-09-03
        dateline: ./empty.txt: empty: no text in its 1 bytes; remove it or fill it
        dateline: ./locked.pdf: password-protected; save it without a password
        dateline: ./loop.txt: a link that leads back to itself; remove it
        dateline: ./picture.png: a picture; it holds no text
        dateline: ./scan.pdf: no text layer: pictures of pages; recognise the text first (OCR)
        dateline: 15 files, 14 articles; not read: 5 (1 × a link that leads back to itself, 1 × a picture, 1 × empty, 1 × no text layer, 1 × password-protected); left out as no articles: 2 (1 × a link to a folder, 1 × a list of the articles of a book)
        status 1
    "#]].assert_eq(&told);
}

/// A command that was built without the page says so and writes nothing; with it,
/// `cargo xtask test --only published` tests what it writes.
#[test]
fn building_needs_the_page() {
    let folder = folder();
    let output = dateline(folder.path(), &["build", ".", "--out", "site", "--quiet"]);
    let without = text(&output.stderr).contains("without the page");
    assert_eq!(without, !output.status.success(), "{}", text(&output.stderr));
    assert_eq!(without, !folder.path().join("site").exists());
}

#[test]
fn serving_needs_a_site() {
    let folder = folder();
    let cases = [
        (
            &["serve", "nowhere"][..],
            "dateline: nowhere: no such site; build one with `dateline build`\n",
        ),
        (
            &["serve", "."][..],
            "dateline: .: no index.html in this folder; build a site with `dateline build`\n",
        ),
    ];
    for (arguments, want) in cases {
        let output = dateline(folder.path(), arguments);
        assert_eq!((text(&output.stderr).as_str(), output.status.code()), (want, Some(1)));
    }
}
