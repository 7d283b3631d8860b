//! `dateline mentions`: every country mention. For files, the blocks of the reader
//! tell what is a repeat; lines of JSON are annotated as they stand.

use crate::arguments::Input;
use crate::output::{Stop, json_line, jsonl};
use dateline_corpus::Standing;
use dateline_countries::{Gazetteer, Options, Prepared, annotations_with};
use dateline_pack::{find, parallel, read_text};
use dateline_text::{Span, paragraphs};
use serde::Serialize;
use std::io::Write;
use std::path::Path;

#[derive(Serialize)]
struct Mention<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    start: u32,
    end: u32,
    surface: &'a str,
    country: &'a str,
    kind: &'static str,
    in_name: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeat: Option<bool>,
}

#[derive(Serialize)]
struct Line<'a> {
    id: serde_json::Value,
    mentions: Vec<Mention<'a>>,
}

impl<'a> Mention<'a> {
    fn new(text: &'a str, found: &'a dateline_countries::Mention) -> Mention<'a> {
        Mention {
            file: None,
            start: found.span.start,
            end: found.span.end,
            surface: found.span.of(text),
            country: found.country.code(),
            kind: found.kind.name(),
            in_name: found.in_name,
            repeat: None,
        }
    }
}

fn annotate(
    text: &str,
    blocks: &[Span],
    corrections: Option<&Prepared>,
) -> Vec<dateline_countries::Mention> {
    let options = Options { corrections, language: None };
    annotations_with(Gazetteer::embedded(), text, blocks, &options).mentions
}

/// Prints the mentions of `input`, corrected by a file.
pub(crate) fn run(input: &Input, corrections: Option<&Path>) -> Result<(), Stop> {
    let corrections = corrections.map(dateline_pack::read_corrections).transpose()?;
    let corrections = corrections.map(|c| c.prepare());
    let corrections = corrections.as_ref();
    match input {
        Input::Jsonl(file) => jsonl(file, |line, out| {
            let found = annotate(&line.text, &paragraphs(&line.text), corrections);
            let mentions = found.iter().map(|m| Mention::new(&line.text, m)).collect();
            json_line(out, &Line { id: line.id.to_json(), mentions });
        }),
        Input::Paths(paths) => {
            for path in paths {
                print_files(path, corrections)?;
            }
            Ok(())
        }
    }
}

fn print_files(path: &Path, corrections: Option<&Prepared>) -> Result<(), Stop> {
    let mut stdout = std::io::stdout().lock();
    let mut outcome = Ok(());
    let work = |source: dateline_pack::Source| -> Result<Vec<u8>, Stop> {
        let text = read_text(&source.path)?;
        let blocks = dateline_reading::read(&text).blocks;
        let spans: Vec<Span> = blocks.iter().map(|b| b.span).collect();
        let mut out = Vec::new();
        for found in annotate(&text, &spans, corrections) {
            let repeat = Standing::of_span(&blocks, found.span) == Standing::Repeat;
            let file = Some(source.name.as_str());
            json_line(
                &mut out,
                &Mention { file, repeat: Some(repeat), ..Mention::new(&text, &found) },
            );
        }
        Ok(out)
    };
    parallel::ordered(find(path)?.into_iter(), work, |bytes| {
        outcome = bytes.and_then(|b| Ok(stdout.write_all(&b)?));
        outcome.is_ok()
    });
    outcome
}
