//! `dateline articles`: what the reader understood, a line of JSON per article.

use crate::arguments::Input;
use crate::output::{Stop, json_line, jsonl};
use dateline_pack::{find, parallel, read_text};
use dateline_reading::{Layout, read};
use dateline_text::Span;
use serde::Serialize;
use std::io::Write;

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
}

#[derive(Serialize)]
struct Published<'a> {
    printed: &'a str,
    iso: &'a str,
    precision: &'static str,
    evidence: &'a str,
}

#[derive(Serialize)]
struct Block {
    kind: &'static str,
    start: u32,
    end: u32,
}

impl<'a> Article<'a> {
    fn new(
        text: &'a str,
        layout: &'a Layout,
        file: Option<&'a str>,
        id: serde_json::Value,
    ) -> Self {
        let of = |span: Option<Span>| span.map(|s| s.of(text));
        let block = |b: &dateline_reading::Block| Block {
            kind: b.kind.name(),
            start: b.span.start,
            end: b.span.end,
        };
        Article {
            file,
            id,
            title: of(layout.title.map(|t| t.span)),
            title_from: layout.title.map(|t| t.from.name()),
            kicker: of(layout.kicker),
            source: of(layout.source),
            byline: of(layout.byline),
            published: layout.published.as_ref().map(|p| Published {
                printed: p.span.of(text),
                iso: &p.iso,
                precision: p.precision.name(),
                evidence: &p.evidence,
            }),
            blocks: layout.blocks.iter().map(block).collect(),
        }
    }
}

/// Prints the articles of `input`.
pub(crate) fn run(input: &Input) -> Result<(), Stop> {
    match input {
        Input::Jsonl(file) => jsonl(file, |line, out| {
            let layout = read(&line.text);
            json_line(out, &Article::new(&line.text, &layout, None, line.id.to_json()));
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
        let layout = read(&text);
        let mut out = Vec::new();
        let id = source.name.as_str().into();
        json_line(&mut out, &Article::new(&text, &layout, Some(&source.name), id));
        Ok(out)
    };
    parallel::ordered(find(path)?.into_iter(), work, |bytes| {
        outcome = bytes.and_then(|b| Ok(stdout.write_all(&b)?));
        outcome.is_ok()
    });
    outcome
}
