//! Exports of news databases: many articles in one text file, each with a header that
//! says its source, date and author.

mod factiva;
mod labels;
mod newsbank;
mod nexis;

use crate::article::Article;
use crate::dates::any_date;
use dateline_corpus::{Body, Input, Metadata};

/// One article as its export describes it. Empty strings say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Record {
    title: String,
    source: String,
    date: String,
    byline: String,
    language: String,
    body: String,
    /// Further fields: section, page, type.
    fields: Vec<(String, Vec<String>)>,
}

/// A news database.
pub(crate) struct Database {
    /// Its name.
    pub(crate) name: &'static str,
    /// What reports call its articles.
    pub(crate) label: &'static str,
    /// The records of an export, a text with line ends `\n`; `None` when the text is none.
    records: fn(&str) -> Option<Vec<Record>>,
}

/// The databases whose exports are read.
pub(crate) const DATABASES: &[Database] = &[
    Database { name: "LexisNexis", label: "LexisNexis export", records: nexis::records },
    Database { name: "Factiva", label: "Factiva export", records: factiva::records },
    Database { name: "NewsBank", label: "NewsBank export", records: newsbank::records },
];

/// The articles of an export; `None` when the text is none.
pub(crate) fn articles(name: &str, text: &str) -> Option<Vec<Article>> {
    let text = text.replace("\r\n", "\n").replace('\u{a0}', " ");
    let (format, records) =
        DATABASES.iter().find_map(|known| Some((known.label, (known.records)(&text)?)))?;
    let records = records.into_iter().filter(|r| !r.body.trim().is_empty() || !r.title.is_empty());
    let articles: Vec<Article> =
        records.zip(1..).map(|(record, number)| article(name, format, record, number)).collect();
    (!articles.is_empty()).then_some(articles)
}

fn article(name: &str, format: &'static str, record: Record, number: usize) -> Article {
    let said = |text: String| Some(text).filter(|t| !t.trim().is_empty());
    let date = any_date(&record.date);
    let note = (date.is_none() && !record.date.is_empty())
        .then(|| format!("date {:?} not understood", record.date));
    let metadata = Metadata {
        source: said(record.source),
        byline: said(record.byline),
        date,
        language: language(&record.language),
        ..Metadata::default()
    };
    let input = Input {
        body: Body::Read { title: said(record.title), body: record.body },
        metadata,
        evidence: date.map(|_| format!("header of the {format}")).unwrap_or_default(),
        fields: record.fields,
        ..Input::dump(format!("{name}#{number}"), "")
    };
    Article::new(format, input).noting(note)
}

/// The tag of a language that is named in English, as the databases do.
fn language(name: &str) -> Option<String> {
    const NAMES: [(&str, &str); 14] = [
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("spanish", "es"),
        ("portuguese", "pt"),
        ("italian", "it"),
        ("dutch", "nl"),
        ("russian", "ru"),
        ("chinese", "zh"),
        ("japanese", "ja"),
        ("arabic", "ar"),
        ("turkish", "tr"),
        ("polish", "pl"),
        ("swedish", "sv"),
    ];
    let name = name.split([';', ',', ' ']).next().unwrap_or("").trim().to_lowercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, tag)| (*tag).to_owned())
}

/// Paragraphs that were wrapped at a fixed width, a line each.
fn unwrapped(lines: &[&str]) -> String {
    let mut out = String::new();
    let mut open = false;
    for line in lines {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        if line.is_empty() {
            open = false;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if open && indent < 2 { " " } else { "\n\n" });
        }
        out.push_str(line);
        open = true;
    }
    out
}
