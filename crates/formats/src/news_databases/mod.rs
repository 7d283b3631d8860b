//! Exports of news databases: many articles in one text file, each with a header that
//! says its source, date and author.

#[cfg(feature = "all")]
mod europresse;
mod factiva;
mod labels;
mod newsbank;
mod nexis;
#[cfg(feature = "all")]
pub(crate) mod pages;
mod proquest;

use crate::article::{Article, Reading, Skipped};
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
    /// Whether the body is an abstract.
    is_abstract: bool,
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
    Database { name: "ProQuest", label: "ProQuest export", records: proquest::records },
    Database { name: "LexisNexis", label: "LexisNexis export", records: nexis::records },
    Database { name: "Factiva", label: "Factiva export", records: factiva::records },
    Database { name: "NewsBank", label: "NewsBank export", records: newsbank::records },
    // A page only: see `europresse`.
    Database { name: "Europresse", label: EUROPRESSE, records: |_| None },
];

/// What reports call the articles of Europresse.
const EUROPRESSE: &str = "Europresse export";

/// The articles of an export; `None` when the text is none.
pub(crate) fn articles(name: &str, text: &str) -> Option<Reading> {
    let text = text.replace("\r\n", "\n").replace('\u{a0}', " ");
    let text = text.trim_start_matches('\u{feff}');
    let (format, records) =
        DATABASES.iter().find_map(|known| Some((known.label, (known.records)(text)?)))?;
    Some(reading(name, format, records)).filter(|r| !r.articles.is_empty())
}

/// The articles of records; one without a text is reported.
fn reading(name: &str, format: &'static str, records: Vec<Record>) -> Reading {
    let mut reading = Reading::default();
    let records = records.into_iter().filter(|r| !r.body.trim().is_empty() || !r.title.is_empty());
    for (record, number) in records.zip(1..) {
        if record.body.trim().is_empty() {
            let what = format!(
                "no text of {:?} in the export; download it with its full text",
                record.title
            );
            reading.skipped.push(Skipped::new(format!("{name}#{number}"), what));
        } else {
            reading.articles.push(article(name, format, record, number));
        }
    }
    reading
}

fn article(name: &str, format: &'static str, record: Record, number: usize) -> Article {
    let said = |text: String| Some(text).filter(|t| !t.trim().is_empty());
    let date = any_date(&record.date);
    let note = (date.is_none() && !record.date.is_empty())
        .then(|| format!("date {:?} not understood", record.date));
    let abstract_only = record
        .is_abstract
        .then(|| "an abstract: the export does not hold the whole article".to_owned());
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
    Article::new(format, input).noting(note).noting(abstract_only)
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
