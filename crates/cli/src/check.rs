//! `dateline check`: what the reader understood of each file, with what a publisher
//! should look at. Files that cannot be read are listed, and the rest goes on.

mod page;

use crate::arguments::Form;
use crate::output::{Stop, json_line, print};
use dateline_corpus::{Article, Corpus, Counting, Holds, NearDuplicate, TitleFrom};
use dateline_pack::{Readable, pack_what_can_be_read};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

/// Articles that resemble each other at least so much are told.
const ALIKE: f64 = 0.7;
/// An article with fewer words is told.
const FEW_WORDS: usize = 50;

#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    format: &'static str,
    title: &'a str,
    title_from: &'static str,
    date: Option<String>,
    date_evidence: &'a str,
    source: Option<&'a str>,
    byline: Option<&'a str>,
    words: usize,
    blocks: BTreeMap<&'static str, usize>,
    countries: Vec<String>,
    ambiguous: usize,
    /// What was guessed to read the file.
    notes: &'a [String],
    warnings: Vec<String>,
}

/// Prints what was understood; the exit status is 1 when a file could not be read.
pub(crate) fn run(paths: &[PathBuf], form: Form) -> Result<(), Stop> {
    let Readable { pack, errors, notes } = pack_what_can_be_read(paths)?;
    let failed = |e: dateline_corpus::OpenError| {
        dateline_pack::Error::new(paths.first().map_or("".as_ref(), |p| p), e.to_string())
    };
    let corpus = pack.map(Corpus::open).transpose().map_err(failed)?;
    let alike = corpus.as_ref().map(|c| c.near_duplicates(ALIKE)).unwrap_or_default();
    let articles = corpus.iter().flat_map(|c| c.articles().map(move |a| (c, a)));
    let articles: Vec<_> = articles.collect();
    let rows: Vec<Row<'_>> = articles
        .iter()
        .map(|(corpus, article)| {
            let (format, notes) = notes.get(article.name()).map_or(("", &[][..]), |(f, n)| (*f, n));
            Row { format, notes, ..row(corpus, article, &alike) }
        })
        .collect();
    let mut out = Vec::new();
    match form {
        Form::Json => rows.iter().for_each(|row| json_line(&mut out, row)),
        Form::Text => rows.iter().for_each(|row| out.extend(text(row).into_bytes())),
        Form::Html => out.extend(page::page(&rows, &errors).into_bytes()),
    }
    print(&String::from_utf8_lossy(&out))?;
    match errors.split_last() {
        None => Ok(()),
        Some((last, others)) => {
            others.iter().for_each(|error| eprintln!("dateline: {error}"));
            Err(last.clone().into())
        }
    }
}

fn row<'a>(corpus: &'a Corpus, article: &Article<'a>, alike: &[NearDuplicate]) -> Row<'a> {
    let mut blocks = BTreeMap::new();
    for block in article.blocks() {
        *blocks.entry(block.kind.name()).or_insert(0) += 1;
    }
    let focus = corpus.focus(&Counting::default(), article.id());
    let countries = focus.iter().map(|f| format!("{} {}", f.country.code(), f.mentions)).collect();
    Row {
        file: article.name(),
        format: "",
        notes: &[],
        title: article.title(),
        title_from: article.title_from().name(),
        date: article.date().map(|d| d.to_string()),
        date_evidence: article.date_evidence(),
        source: article.source(),
        byline: article.byline(),
        words: article.words(),
        blocks,
        countries,
        ambiguous: article.ambiguous().len(),
        warnings: warnings(corpus, article, alike),
    }
}

fn warnings(corpus: &Corpus, article: &Article<'_>, alike: &[NearDuplicate]) -> Vec<String> {
    let mut list = Vec::new();
    let mut warn = |when: bool, what: &str| {
        if when {
            list.push(what.to_owned());
        }
    };
    match article.holds() {
        Holds::OneArticle => {}
        Holds::Several(count) => warn(true, &format!("holds {count} articles: cut it")),
        Holds::Nothing(what) => warn(true, &format!("holds no article: it is {what}")),
    }
    warn(article.title_from() == TitleFrom::FirstSentence, "no headline");
    warn(article.date().is_none(), "no date");
    warn(article.source().is_none(), "no source");
    warn(article.words() < FEW_WORDS, "only a few words");
    for pair in alike {
        let other = match article.id() {
            id if id == pair.first => pair.second,
            id if id == pair.second => pair.first,
            _ => continue,
        };
        let name = corpus.article(other).map_or("", |a| a.name());
        list.push(format!("{:.0} % the same as {name}", pair.resemblance * 100.0));
    }
    list
}

/// A few lines a person reads.
fn text(row: &Row<'_>) -> String {
    let mut out = format!("{}\n", row.file);
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            // Writing into a string cannot fail.
            let _ = writeln!(out, "  {name:<9} {value}");
        }
    };
    let title = match row.title_from {
        "headline" => row.title.to_owned(),
        from => format!("{} ({from})", row.title),
    };
    line("title", &title);
    let date = row.date.as_deref().map(|d| format!("{d} ({})", row.date_evidence));
    line("date", &date.unwrap_or_default());
    line("source", row.source.unwrap_or(""));
    line("byline", row.byline.unwrap_or(""));
    line("words", &row.words.to_string());
    let blocks: Vec<String> = row.blocks.iter().map(|(k, n)| format!("{k} {n}")).collect();
    line("blocks", &blocks.join(", "));
    line("countries", &row.countries.join(", "));
    if row.ambiguous > 0 {
        line("ambiguous", &row.ambiguous.to_string());
    }
    line("read as", if row.format == "text" { "" } else { row.format });
    line("guessed", &row.notes.join("; "));
    line("look at", &row.warnings.join("; "));
    out
}
