//! Files that would take more than a program should give: bombs, paths that lead out,
//! lines without an end, elements without a bottom. Each is refused, and nothing panics.

mod shared;

use dateline_formats::{Limits, split};
use expect_test::expect;
use shared::{check, sample, told, zipped};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

#[test]
fn archives_with_traps() {
    let inner = zipped(&[("a.txt", b"It rained in Peru.")]);
    let nested = zipped(&[("b.zip", &zipped(&[("c.zip", &zipped(&[("d.zip", &inner)]))]))]);
    check(
        "nested.zip",
        &nested,
        expect![[r#"
        skipped nested.zip/b.zip/c.zip/d.zip: an archive more than 3 archives deep; unpack it
    "#]],
    );
    let paths: &[(&str, &[u8])] = &[
        ("../../etc/passwd.txt", b"It rained in Peru."),
        ("/etc/rain.txt", b"It rained in Peru."),
        ("fine.txt", b"It rained in Peru."),
    ];
    check(
        "paths.zip",
        &zipped(paths),
        expect![[r#"
            skipped paths.zip/../../etc/passwd.txt: its path leads out of the archive; rename it
            paths.zip/etc/rain.txt (text)
              text: It rained in Peru. (1)
            paths.zip/fine.txt (text)
              text: It rained in Peru. (1)
        "#]],
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("loop.txt", "loop.txt", SimpleFileOptions::default()).expect("a link");
    check(
        "links.zip",
        &zip.finish().expect("a zip").into_inner(),
        expect![[r#"
        skipped links.zip/loop.txt: a link to another file; pack the file itself
    "#]],
    );
}

#[test]
fn bombs() {
    let zeros = vec![b' '; 3 << 20];
    let limits = Limits { document: 2 << 20, ..Limits::default() };
    let bomb = zipped(&[("a.txt", &zeros), ("b.txt", b"It rained in Peru.")]);
    expect![[r#"
        skipped declared.zip/a.txt: 3145 kB are more than one document may have (2097 kB); cut it into several
        declared.zip/b.txt (text)
          text: It rained in Peru. (1)
    "#]].assert_eq(&told("declared.zip", &bomb, limits.clone()));
    let many: Vec<(String, &[u8])> =
        (0..5).map(|n| (format!("{n}.txt"), &zeros[..1 << 20])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    let little = Limits { unpacked: 3 << 20, ..Limits::default() };
    expect![[r#"
        skipped many.zip/0.txt: empty: no text in its 1048576 bytes; remove it or fill it
        skipped many.zip/1.txt: empty: no text in its 1048576 bytes; remove it or fill it
        skipped many.zip/2.txt: empty: no text in its 1048576 bytes; remove it or fill it
        skipped many.zip/3.txt: it unpacks to more than an archive may hold, as a zip bomb does; unpack it yourself if you trust it
        skipped many.zip/4.txt: it unpacks to more than an archive may hold, as a zip bomb does; unpack it yourself if you trust it
    "#]].assert_eq(&told("many.zip", &zipped(&many), little.clone()));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    (0..5).for_each(|_| gzip.write_all(&zeros).expect("bytes"));
    let gzip = gzip.finish().expect("a gzip");
    expect![[r#"
        skipped a.txt: 2097 kB and more are more than one document may have (2097 kB); cut it into several
    "#]].assert_eq(&told("a.txt.gz", &gzip, limits));
    expect![[r#"
        skipped a.jsonl#1: it unpacks to more than an archive may hold, as a zip bomb does; unpack it yourself if you trust it
    "#]].assert_eq(&told("a.jsonl.gz", &gzip, little));
}

#[test]
fn a_line_of_100_megabytes() {
    let mut long = vec![b'a'; 100_000_000];
    check(
        "a.txt",
        &long,
        expect![[r#"
        skipped a.txt: 67 MB and more are more than one document may have (67 MB); cut it into several
    "#]],
    );
    long.push(b'\n');
    long.extend_from_slice(b"{\"id\":\"after\",\"text\":\"It rained in Peru.\"}\n");
    check(
        "a.jsonl",
        &long,
        expect![[r#"
        skipped a.jsonl#1: line 1: 100 MB are more than one document may have (67 MB); cut it into several
        a.jsonl#after (row)
          text: It rained in Peru. (1)
    "#]],
    );
    let mut table = b"title,text\nlong,".to_vec();
    table.extend_from_slice(&long[..100_000_000]);
    table.extend_from_slice(b"\nRain,It rained in Peru.\n");
    check(
        "a.csv",
        &table,
        expect![[r#"
        skipped a.csv#1: 100 MB are more than one document may have (67 MB); cut it into several
        a.csv#2 (row)
          title: Rain
          text: It rained in Peru. (1)
    "#]],
    );
}

#[test]
fn pages_that_nest_too_deep() {
    let deep = format!(
        "<article>{}<p>It rained in Peru, and it rained in Chile.</p>{}</article>",
        "<div>".repeat(200_000),
        "</div>".repeat(200_000)
    );
    check(
        "deep.html",
        deep.as_bytes(),
        expect![[r#"
        deep.html (HTML)
          text: It rained in Peru, and it rained in Chile. (1)
          note: elements stand too deep in each other; read as plain text
    "#]],
    );
    check(
        "deep.json",
        "[".repeat(200_000).as_bytes(),
        expect![[r#"
        skipped deep.json: no JSON: recursion limit exceeded at line 1 column 128
    "#]],
    );
}

#[test]
fn any_bytes_under_any_name_give_articles_or_reasons() {
    use proptest::prelude::*;
    let names = [
        "a.txt", "a.md", "a.html", "a.docx", "a.epub", "a.eml", "a.mbox", "a.csv", "a.json",
        "a.jsonl", "a.warc", "a.zip", "a.gz", "a.rtf", "a.fodt", "a.fods", "a.mhtml", "a.emlx",
    ];
    let samples: Vec<Vec<u8>> = [
        "story.docx",
        "weekly.epub",
        "alert.eml",
        "crawl.warc.gz",
        "mixed.zip",
        "page.html",
        "nexis.txt",
        "newsbank.txt",
        "factiva-tagged.txt",
        "notes.md",
    ]
    .map(sample)
    .to_vec();
    let bytes = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..200),
        ".{0,200}".prop_map(String::into_bytes),
        (0..samples.len(), any::<prop::sample::Index>(), any::<u8>()).prop_map(
            move |(which, at, byte)| {
                let mut bytes = samples[which].clone();
                let at = at.index(bytes.len());
                bytes[at] = byte;
                bytes
            }
        ),
    ];
    let config =
        ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(name in prop::sample::select(names.to_vec()), bytes in bytes)| {
        for document in split(name, Cursor::new(&bytes[..]), Limits::default()) {
            match document {
                Ok(document) => document.read().skipped.iter().for_each(|s| assert!(!s.reason.is_empty())),
                Err(skipped) => prop_assert!(!skipped.reason.is_empty()),
            }
        }
    });
}
