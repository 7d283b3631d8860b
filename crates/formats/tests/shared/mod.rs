//! What a file gives, as lines for a person; samples, and zips that are made here.

// Each test program uses some of it.
#![allow(dead_code, reason = "shared by programs that each use some of it")]

use dateline_corpus::Body;
use dateline_formats::{Article, Limits, split};
use expect_test::Expect;
use std::fmt::Write;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// The bytes of a sample.
pub(crate) fn sample(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).expect(&path)
}

/// Holds what comes of a file to what is expected, with the usual limits.
pub(crate) fn check(name: &str, bytes: &[u8], want: Expect) {
    want.assert_eq(&told(name, bytes, Limits::default()));
}

/// A zip of these members.
pub(crate) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in members {
        zip.start_file(*name, packed).expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

/// Reads the bytes of a file and tells what came of it.
pub(crate) fn told(name: &str, bytes: &[u8], limits: Limits) -> String {
    let mut out = String::new();
    for document in split(name, Cursor::new(bytes), limits) {
        let reading = match document {
            Ok(document) => document.read(),
            Err(skipped) => {
                line(&mut out, format_args!("skipped {skipped}"));
                continue;
            }
        };
        reading.articles.iter().for_each(|article| tell(&mut out, article));
        reading
            .skipped
            .iter()
            .for_each(|skipped| line(&mut out, format_args!("skipped {skipped}")));
    }
    out
}

fn tell(out: &mut String, article: &Article) {
    let input = &article.input;
    line(out, format_args!("{} ({})", input.name, article.format));
    let said = &input.metadata;
    let (title, body) = match &input.body {
        Body::Dump(text) | Body::Laid { text, .. } => (said.title.as_deref(), text),
        Body::Read { title, body } => (title.as_deref(), body),
    };
    let date = said.date.map(|d| format!("{d}, {}", input.evidence));
    let pairs = [
        ("title", title.map(str::to_owned)),
        ("date", date),
        ("source", said.source.clone()),
        ("byline", said.byline.clone()),
        ("url", said.url.clone()),
        ("language", said.language.clone()),
        ("text", Some(ends(body))),
    ];
    for (key, value) in pairs {
        if let Some(value) = value {
            line(out, format_args!("  {key}: {value}"));
        }
    }
    for (key, values) in &input.fields {
        line(out, format_args!("  {key} = {values:?}"));
    }
    article.notes.iter().for_each(|note| line(out, format_args!("  note: {note}")));
}

/// Both ends of a text, and how many paragraphs it has.
fn ends(text: &str) -> String {
    let one: Vec<char> = text.replace('\n', "⏎").chars().collect();
    let paragraphs = text.lines().filter(|l| !l.trim().is_empty()).count();
    let middle = if one.len() > 80 {
        let end = &one[one.len() - 30..];
        format!("{} … {}", one[..45].iter().collect::<String>(), end.iter().collect::<String>())
    } else {
        one.iter().collect()
    };
    format!("{middle} ({paragraphs})")
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(out, "{text}").expect("a string takes all");
}
