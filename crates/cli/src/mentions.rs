//! `dateline mentions`: every country mention. For files, the blocks of the reader
//! tell what is a repeat; lines of JSON are annotated as they stand.

use crate::arguments::Input;
use crate::output::{Stop, json_line, jsonl};
use dateline_corpus::Standing;
use dateline_countries::{Gazetteer, annotate};
use dateline_pack::{find, parallel, read_text};
use dateline_text::{Span, paragraphs};
use serde::Serialize;
use std::io::Write;

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

/// Prints the mentions of `input`.
pub(crate) fn run(input: &Input) -> Result<(), Stop> {
    match input {
        Input::Jsonl(file) => jsonl(file, |line, out| {
            let found = annotate(Gazetteer::embedded(), &line.text, &paragraphs(&line.text));
            let mentions = found.iter().map(|m| Mention::new(&line.text, m)).collect();
            json_line(out, &Line { id: line.id.to_json(), mentions });
        }),
        Input::Paths(paths) => {
            for path in paths {
                print_files(path)?;
            }
            Ok(())
        }
    }
}

fn print_files(path: &std::path::Path) -> Result<(), Stop> {
    let mut stdout = std::io::stdout().lock();
    let mut outcome = Ok(());
    let work = |source: dateline_pack::Source| -> Result<Vec<u8>, Stop> {
        let text = read_text(&source.path)?;
        let blocks = dateline_reading::read(&text).blocks;
        let spans: Vec<Span> = blocks.iter().map(|b| b.span).collect();
        let mut out = Vec::new();
        for found in annotate(Gazetteer::embedded(), &text, &spans) {
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
