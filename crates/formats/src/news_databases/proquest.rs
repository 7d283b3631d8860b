//! ProQuest: documents between lines of underscores, each a title and lines with labels, the
//! text among them.

use super::Record;
use crate::text::lines::unwrapped;
use crate::text::names;

/// Labels that begin a value. A value goes on until the next one.
const LABELS: &[&str] = &[
    "Abstract",
    "Author",
    "Classification",
    "Company / organization",
    "Copyright",
    "Correspondence author",
    "Country of publication",
    "Credit",
    "Database",
    "Dateline",
    "Document feature",
    "Document type",
    "Document URL",
    "DOI",
    "Edition",
    "First page",
    "Full text",
    "Identifier / keyword",
    "ISSN",
    "Issue",
    "Language",
    "Language of publication",
    "Last updated",
    "Links",
    "Literature indexing",
    "Location",
    "Number of pages",
    "Pages",
    "People",
    "Place of publication",
    "Product name",
    "ProQuest document ID",
    "ProQuest document link",
    "Publication date",
    "Publication info",
    "Publication subject",
    "Publication title",
    "Publication year",
    "Publisher",
    "Section",
    "Source type",
    "Subject",
    "Subtitle",
    "Title",
    "Volume",
    "Word count",
];

/// The records of an export; `None` when the text is none.
pub(super) fn records(text: &str) -> Option<Vec<Record>> {
    let lines: Vec<&str> = text.lines().collect();
    let parts = lines.split(|line| is_rule(line));
    // A page has no lines between its documents, only their numbers.
    let parts = parts.flat_map(|part| part.split(|line| is_count(line)));
    let records: Vec<Record> = parts.filter_map(record).collect();
    (!records.is_empty()).then_some(records)
}

/// A line of underscores.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 10 && line.bytes().all(|b| b == b'_')
}

/// `Document 2 of 3`
fn is_count(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    matches!(words[..], ["Document", one, "of", all] if is_number(one) && is_number(all))
}

/// The record between two lines; `None` for what has too few labels: the cover, the list of
/// contents, the notice at the end.
fn record(lines: &[&str]) -> Option<Record> {
    let mut record = Record::default();
    let mut values: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut above: Vec<&str> = Vec::new();
    for line in lines {
        // The words of a link, which a text file keeps without the link.
        if line.trim() == "ProQuest document link" {
            continue;
        }
        match (label(line), values.last_mut()) {
            (Some((label, value)), _) => values.push((label, vec![value])),
            (None, Some((_, value))) => value.push(line),
            (None, None) => above.push(line.trim()),
        }
    }
    let has = |wanted: &[&str]| values.iter().any(|(label, _)| wanted.contains(label));
    let is_record = has(&["Full text", "Abstract", "ProQuest document ID"])
        && has(&[
            "Publication info",
            "Publication title",
            "Publication date",
            "Author",
            "Source type",
        ]);
    if !is_record {
        return None;
    }
    let one = |wanted: &str| -> Option<String> {
        let (_, lines) = values.iter().find(|(label, _)| *label == wanted)?;
        let words = lines.iter().flat_map(|line| line.split_whitespace());
        Some(words.collect::<Vec<_>>().join(" ")).filter(|value| !value.is_empty())
    };
    let body = |wanted: &[&str]| {
        let (_, lines) = values.iter().find(|(label, _)| wanted.contains(label))?;
        Some(unwrapped(lines)).filter(|text| !text.trim().is_empty())
    };
    let title = above.iter().find(|line| !line.is_empty());
    record.title = one("Title").or_else(|| title.map(|t| (*t).to_owned())).unwrap_or_default();
    let info = one("Publication info").unwrap_or_default();
    let source = info.split([';', '.']).next().unwrap_or("").trim().to_owned();
    // `The Courier [City]` names its city.
    let source = one("Publication title").unwrap_or(source);
    record.source =
        source.split(" [").next().unwrap_or("").split(';').next().unwrap_or("").trim().to_owned();
    record.date = one("Publication date").unwrap_or_else(|| dated(&info).to_owned());
    record.byline = one("Author").unwrap_or_default();
    if record.byline.contains(',') {
        record.byline = names::turned(&record.byline);
    }
    record.language =
        one("Language of publication").or_else(|| one("Language")).unwrap_or_default();
    if let Some(section) = one("Section") {
        record.fields.push(("section".to_owned(), vec![section]));
    }
    let unavailable = |text: &String| !text.starts_with("Not available");
    match body(&["Full text"]).filter(unavailable) {
        Some(text) => record.body = text,
        None => {
            record.body = body(&["Abstract"]).filter(unavailable).unwrap_or_default();
            record.is_abstract = true;
        }
    }
    Some(record)
}

/// The date of a publication: behind the city in brackets.
fn dated(info: &str) -> &str {
    let after = info.rsplit(']').next().unwrap_or(info);
    after.split(':').next().unwrap_or(after).trim()
}

fn label(line: &str) -> Option<(&'static str, &str)> {
    let (label, value) = line.split_once(':')?;
    let label = label.trim();
    let found = LABELS.iter().find(|known| known.eq_ignore_ascii_case(label))?;
    Some((found, value))
}
