//! `dateline articles`: what the reader understood, a line of JSON per article.

use crate::arguments::Input;
use crate::output::{Stop, json_line, jsonl};
use crate::singles::{self, Place};
use dateline_corpus::Date;
use dateline_pack::Single;
use dateline_reading::{Layout, Precision, read};
use dateline_text::Span;
use serde::Serialize;
use std::path::PathBuf;

#[derive(Serialize)]
struct Article<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    id: serde_json::Value,
    title: Option<&'a str>,
    title_from: Option<&'static str>,
    kicker: Option<&'a str>,
    source: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<Published<'a>>,
    blocks: Vec<Block>,
    /// The text that the places are in, where they are none in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct Published<'a> {
    printed: &'a str,
    iso: String,
    precision: &'static str,
    evidence: &'a str,
}

#[derive(Serialize)]
struct Block {
    kind: &'static str,
    start: usize,
    end: usize,
}

impl<'a> Article<'a> {
    /// The reading of a text on one line.
    fn of_line(text: &'a str, layout: &'a Layout, id: serde_json::Value) -> Self {
        let of = |span: Option<Span>| span.map(|s| s.of(text));
        Article {
            file: None,
            id,
            title: of(layout.title.map(|t| t.span)),
            title_from: layout.title.map(|t| t.from.name()),
            kicker: of(layout.kicker),
            source: of(layout.source),
            byline: of(layout.byline),
            published: layout.published.as_ref().map(|p| Published {
                printed: p.span.of(text),
                iso: p.iso.clone(),
                precision: p.precision.name(),
                evidence: &p.evidence,
            }),
            blocks: layout.blocks.iter().filter_map(|b| block(b, &Place::Text(text))).collect(),
            text: None,
        }
    }

    /// The reading of a file, with its publisher's metadata.
    fn of_file(single: &'a Single, article: &dateline_corpus::Article<'a>) -> Self {
        let place = Place::of(single, article);
        let published = article.date().map(|date| Published {
            printed: article.printed_date().unwrap_or(""),
            iso: date.to_string(),
            precision: precision(date).name(),
            evidence: article.date_evidence(),
        });
        let title = article.title_span();
        Article {
            file: Some(&single.file),
            id: article.name().into(),
            title: title.map(|_| article.title()),
            title_from: title.map(|_| article.title_from().name()),
            kicker: article.kicker(),
            source: article.source(),
            byline: article.byline(),
            published,
            blocks: article.blocks().iter().filter_map(|b| block(b, &place)).collect(),
            text: match place {
                Place::File { .. } => None,
                Place::Text(text) => Some(text),
            },
        }
    }
}

fn block(block: &dateline_reading::Block, place: &Place<'_>) -> Option<Block> {
    let (start, end) = place.bytes(block.span)?;
    Some(Block { kind: block.kind.name(), start, end })
}

fn precision(date: Date) -> Precision {
    match (date.month(), date.day(), date.minute()) {
        (_, _, Some(_)) => Precision::Minute,
        (_, Some(_), _) => Precision::Day,
        (Some(_), ..) => Precision::Month,
        _ => Precision::Year,
    }
}

/// Prints the articles of `input`.
pub(crate) fn run(input: &Input) -> Result<(), Stop> {
    match &input.jsonl {
        Some(file) => jsonl(file, |line, out| {
            let layout = read(&line.text);
            json_line(out, &Article::of_line(&line.text, &layout, line.id.to_json()));
        }),
        None => print_files(&input.paths),
    }
}

fn print_files(paths: &[PathBuf]) -> Result<(), Stop> {
    singles::print(paths, &dateline_corpus::Corrections::default(), |single, article, out| {
        json_line(out, &Article::of_file(single, article));
    })
}
