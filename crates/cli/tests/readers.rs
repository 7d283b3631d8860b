//! Files read in processes of their own: the same articles, and a reader that is ended costs one
//! file. The limits are those of the system, which not every system holds.

#![cfg(target_os = "linux")]

use dateline_corpus::Corrections;
use dateline_pack::{Event, Job, OnError, ReaderLimits, ReaderPool};
use std::path::{Path, PathBuf};

/// The command's own processes, within these limits.
fn pool(limits: ReaderLimits) -> ReaderPool {
    let arguments =
        ["read-for-another".to_owned(), limits.memory.to_string(), limits.seconds.to_string()];
    ReaderPool::new(env!("CARGO_BIN_EXE_dateline").into(), arguments.into(), limits)
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

/// Names of the articles of a folder, and what is said of the other files.
fn articles(folder: &Path, readers: Option<&ReaderPool>) -> (Vec<String>, Vec<String>) {
    let (mut names, mut reasons) = (Vec::new(), Vec::new());
    let no_corrections = Corrections::default();
    let paths = [PathBuf::from(folder)];
    let job = Job {
        on_error: OnError::Report,
        corrections: &no_corrections,
        readers,
        ..Job::new(&paths)
    };
    let builder = dateline_corpus::CorpusBuilder::new();
    let read = job.gather_into(builder, &mut |event| {
        match event {
            Event::Noted { name, format, notes } => {
                names.push(format!("{name} {format} {notes:?}"))
            }
            Event::Failed(error) => reasons.push(error.to_string()),
            _ => (),
        }
        true
    });
    read.expect("a folder that can be listed");
    (names, reasons)
}

const RAIN: &str =
    "It rained in Lima for a week, and the keeper of the bridge saw nobody from Chile.";

fn page(paragraphs: usize) -> String {
    let paragraph = format!("<p>{RAIN}</p>\n");
    format!(
        "<html><title>Rain</title><article><h1>Rain in Peru</h1>{}</article></html>",
        paragraph.repeat(paragraphs)
    )
}

#[test]
fn other_processes_read_the_same() {
    let folder = folder(&[
        ("a.txt", RAIN),
        ("b.html", &page(3)),
        (
            "c.csv",
            "id,title,text\n1,Rain,It rained in Peru.\n2,Sun,<p>No rain</p><p>in Chile.</p>\n3,Wind,\n",
        ),
        ("d.jsonl", "{\"title\":\"Rain\",\"text\":\"It rained in Peru.\"}\nno record\n"),
        ("e.rtf", "{\\rtf1 It rained in Peru, and nobody came.}"),
        ("f.pdf", "%PDF-1.7 and then nothing"),
        (
            "g.eml",
            "From: a@b.example\nSubject: Rain\nDate: Mon, 2 Aug 2021 10:00:00 +0000\n\nIt rained in Peru.\n",
        ),
        ("h.zip", "PK\x05\x06 cut"),
    ]);
    let readers = pool(ReaderLimits::default());
    let here = articles(folder.path(), None);
    assert_eq!(articles(folder.path(), Some(&readers)), here);
    assert!(here.0.len() >= 6 && here.1.len() >= 3, "{here:?}");
}

/// Bytes of memory in which the program reads a short page, and hardly more: so many depend on its size.
fn enough_for_a_short_page() -> u64 {
    let folder = folder(&[("d.html", &page(2))]);
    let is_enough = |memory: &u64| {
        let limits = ReaderLimits { memory: *memory, seconds: 60 };
        articles(folder.path(), Some(&pool(limits))).0.len() == 1
    };
    let megabytes = (2..200).map(|tens| tens * 10_000_000);
    megabytes.into_iter().find(is_enough).expect("less than 2 GB")
}

#[test]
fn a_reader_that_is_ended_costs_one_file() {
    let long = page(60_000);
    let table =
        format!("id,title,text\n1,Rain,It rained in Peru.\n2,Sun,\"{}\"\n", RAIN.repeat(200_000));
    let files = [
        ("a.txt", RAIN),
        ("b.html", long.as_str()),
        ("c.csv", table.as_str()),
        ("d.html", &page(2)),
    ];
    let folder = folder(&files);
    let little = ReaderLimits { memory: enough_for_a_short_page(), seconds: 60 };
    let (names, reasons) = articles(folder.path(), Some(&pool(little)));
    let is_read = |name: &str| names.iter().any(|n| n.starts_with(name));
    assert!(is_read("a.txt") && is_read("d.html") && is_read("c.csv#1"), "{names:?} {reasons:?}");
    let [page, table] = reasons.as_slice() else { panic!("two reasons: {reasons:?}") };
    assert!(page.contains("b.html: needs more than "), "{page}");
    assert!(table.contains("only the first 1 of its documents: needs more than "), "{table}");
}

#[test]
fn a_reader_that_takes_too_long_is_ended() {
    let folder = folder(&[("a.txt", RAIN), ("b.html", &page(200_000)), ("d.html", &page(2))]);
    let hurried = ReaderLimits { seconds: 1, ..ReaderLimits::default() };
    let (names, reasons) = articles(folder.path(), Some(&pool(hurried)));
    assert_eq!(names.len(), 2, "{names:?} {reasons:?}");
    let [reason] = reasons.as_slice() else { panic!("one reason: {reasons:?}") };
    assert!(reason.contains("b.html: not read within 1 seconds"), "{reason}");
}

#[test]
fn a_program_that_is_no_reader_is_reported() {
    let folder = folder(&[("a.txt", RAIN), ("b.html", &page(1))]);
    let none = ReaderPool::new("/no/such/program".into(), Vec::new(), ReaderLimits::default());
    let (names, reasons) = articles(folder.path(), Some(&none));
    assert_eq!(names.len(), 1);
    assert!(reasons[0].contains("b.html: its reader cannot be started: "), "{reasons:?}");
}
