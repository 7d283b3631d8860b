//! `dateline mentions`: every country mention. Files are read as for a corpus, each
//! article by itself; lines of JSON are annotated as they stand.

use crate::arguments::Input;
use crate::output::{Stop, json_line, jsonl};
use crate::singles::{self, Place};
use dateline_corpus::{Article, Standing};
use dateline_countries::{Gazetteer, Options, Prepared, annotations_with};
use dateline_pack::Single;
use dateline_text::paragraphs;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Mention<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    /// The article, where a file holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    start: usize,
    end: usize,
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

/// A mention in a text of a line.
fn of_line<'a>(text: &'a str, found: &'a dateline_countries::Mention) -> Mention<'a> {
    Mention {
        file: None,
        id: None,
        start: found.span.start as usize,
        end: found.span.end as usize,
        surface: found.span.of(text),
        country: found.country.code(),
        kind: found.kind.name(),
        in_name: found.in_name,
        repeat: None,
    }
}

fn annotate(text: &str, corrections: Option<&Prepared>) -> Vec<dateline_countries::Mention> {
    let options = Options { corrections, language: None };
    let blocks: Vec<_> = paragraphs(text).iter().map(|paragraph| paragraph.span).collect();
    annotations_with(Gazetteer::embedded(), text, &blocks, &options).mentions
}

/// Prints the mentions of `input`, corrected by a file.
pub(crate) fn run(input: &Input, corrections: Option<&Path>) -> Result<(), Stop> {
    let corrections = corrections.map(dateline_pack::read_corrections).transpose()?;
    let corrections = corrections.unwrap_or_default();
    match &input.jsonl {
        Some(file) => {
            let corrections = (!corrections.is_empty()).then(|| corrections.prepare());
            jsonl(file, |line, out| {
                let found = annotate(&line.text, corrections.as_ref());
                let mentions = found.iter().map(|m| of_line(&line.text, m)).collect();
                json_line(out, &Line { id: line.id.to_json(), mentions });
            })
        }
        None => singles::print(&input.paths, &corrections, tell),
    }
}

/// A line for each mention that stands somewhere.
fn tell(single: &Single, article: &Article<'_>, out: &mut Vec<u8>) {
    let place = Place::of(single, article);
    let id = (article.name() != single.file).then(|| article.name());
    for mention in article.mentions() {
        let Some((start, end)) = place.bytes(mention.span) else { continue };
        let line = Mention {
            file: Some(&single.file),
            id,
            start,
            end,
            surface: mention.span.of(article.text()),
            country: mention.country.code(),
            kind: mention.kind.name(),
            in_name: mention.in_name,
            repeat: Some(mention.standing == Standing::Repeat),
        };
        json_line(out, &line);
    }
}
