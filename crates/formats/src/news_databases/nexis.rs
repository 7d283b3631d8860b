//! LexisNexis: the classic export (`1 of 20 DOCUMENTS`) and that of Nexis Uni and
//! Nexis Advance (`End of Document`).

use super::labels::labelled;
use super::{Record, unwrapped};

/// Labels that stand before the body, or that a body may hold as well.
const BEFORE: &[&str] = &[
    "BYLINE",
    "SECTION",
    "LENGTH",
    "DATELINE",
    "HEADLINE",
    "HIGHLIGHT",
    "BODY",
    "CITY",
    "STATE",
    "SERIES",
    "TYPE",
    "CORRECTION",
    "COPYRIGHT",
    "NOTES",
    "DATE",
];

/// Labels that stand after the body.
const AFTER: &[&str] = &[
    "LOAD-DATE",
    "LANGUAGE",
    "PUBLICATION-TYPE",
    "GRAPHIC",
    "SUBJECT",
    "ORGANIZATION",
    "GEOGRAPHIC",
    "COUNTRY",
    "PERSON",
    "COMPANY",
    "TICKER",
    "INDUSTRY",
    "JOURNAL-CODE",
    "CLASSIFICATION",
    "DOCUMENT-TYPE",
    "URL",
];

/// The label of a line, wherever it stands, and its value.
fn any_label(line: &str) -> Option<(&'static str, &str)> {
    labelled(line, BEFORE).or_else(|| labelled(line, AFTER))
}

/// The records of an export; `None` when the text is none.
pub(super) fn records(text: &str) -> Option<Vec<Record>> {
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.iter().find(|l| !l.trim().is_empty())?;
    if is_count(first) {
        let parts = lines.split(|line| is_count(line)).skip(1);
        return Some(parts.map(classic).collect());
    }
    let ends = |line: &&str| line.trim() == "End of Document";
    let is_export = lines.iter().any(ends)
        && lines.iter().any(|l| labelled(l, &["LENGTH"]).is_some())
        && lines.iter().any(|l| l.trim() == "Body");
    is_export.then(|| lines.split(ends).map(modern).collect())
}

/// `1 of 20 DOCUMENTS`
fn is_count(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    matches!(words.as_slice(), [first, "of", all, "DOCUMENTS" | "DOCUMENT"] if number(first) && number(all))
}

/// Source, date and perhaps an edition stand centred above; then the headline, the
/// labels, the body, and further labels.
fn classic(lines: &[&str]) -> Record {
    let mut record = Record::default();
    let is_label = |line: &&&str| any_label(line).is_some();
    let at_labels = lines.iter().position(|line| is_label(&line)).unwrap_or(lines.len());
    let mut head = lines[..at_labels].iter().map(|l| l.trim()).filter(|l| !l.is_empty());
    record.source = head.next().unwrap_or("").to_owned();
    let rest: Vec<&str> = head.filter(|l| !l.starts_with("Copyright ")).collect();
    let date_at = rest.iter().position(|line| dateline_reading::first_date(line).is_some());
    if let Some(at) = date_at {
        record.date = rest[at].to_owned();
    }
    // What stands after a blank line below the date is the headline; the edition is
    // in the same block as the date.
    record.title = headline(&lines[..at_labels], &record.date).unwrap_or_default();
    let body_at = labels(&lines[at_labels..], &mut record) + at_labels;
    let end = lines[body_at..]
        .iter()
        .position(|line| labelled(line, AFTER).is_some())
        .map_or(lines.len(), |at| body_at + at);
    record.body = unwrapped(&lines[body_at..end]);
    labels_after(&lines[end..], &mut record);
    record
}

/// The last block above the labels, when the date stands in an earlier one.
fn headline(lines: &[&str], date: &str) -> Option<String> {
    let blocks: Vec<Vec<&str>> = lines
        .split(|l| l.trim().is_empty())
        .filter(|b| !b.is_empty())
        .map(|b| b.iter().map(|l| l.trim()).collect())
        .collect();
    let dated = blocks.iter().position(|b| b.contains(&date))?;
    let after = blocks.get(dated + 1..)?;
    let block = after.iter().rfind(|b| !b[0].starts_with("Copyright "))?;
    Some(block.join(" "))
}

/// Reads labels up to the body; hands back where it begins. A value goes on until a
/// blank line.
fn labels(lines: &[&str], record: &mut Record) -> usize {
    let (mut at, mut body) = (0, 0);
    while at < lines.len() {
        let Some((label, value)) = any_label(lines[at]) else {
            if lines[at].trim().is_empty() {
                at += 1;
                continue;
            }
            break;
        };
        if AFTER.contains(&label) {
            break;
        }
        at += 1;
        if label == "BODY" {
            return at;
        }
        let mut value = value.to_owned();
        while at < lines.len() && !lines[at].trim().is_empty() && any_label(lines[at]).is_none() {
            value.push(' ');
            value.push_str(lines[at].trim());
            at += 1;
        }
        put(record, label, value.trim());
        body = at;
    }
    body
}

fn put(record: &mut Record, label: &str, value: &str) {
    match label {
        "BYLINE" => record.byline = value.trim_start_matches("By ").to_owned(),
        "HEADLINE" => record.title = value.to_owned(),
        "LANGUAGE" => record.language = value.to_owned(),
        "DATE" if record.date.is_empty() => record.date = value.to_owned(),
        "SECTION" | "PUBLICATION-TYPE" if !value.is_empty() => {
            record.fields.push((label.to_lowercase(), vec![value.to_owned()]));
        }
        _ => {}
    }
}

fn labels_after(lines: &[&str], record: &mut Record) {
    for line in lines {
        if let Some((label, value)) = any_label(line) {
            put(record, label, value);
        }
    }
}

/// Title, source and date stand on lines of their own; then the labels, `Body`, the
/// text, and further labels.
fn modern(lines: &[&str]) -> Record {
    let mut record = Record::default();
    let body_at = lines.iter().position(|line| line.trim() == "Body");
    let (above, below) = lines.split_at(body_at.unwrap_or(lines.len()));
    let mut head = above.iter().map(|l| l.trim()).filter(|l| !l.is_empty());
    record.title = head.next().unwrap_or("").to_owned();
    record.source = head.next().unwrap_or("").to_owned();
    for line in head {
        match any_label(line) {
            Some((label, value)) => put(&mut record, label, value),
            None if record.date.is_empty() && dateline_reading::first_date(line).is_some() => {
                record.date = line.to_owned();
            }
            None => {}
        }
    }
    let below = below.get(1..).unwrap_or(&[]);
    let end =
        below.iter().position(|l| labelled(l, AFTER).is_some() || l.trim() == "Classification");
    let (body, after) = below.split_at(end.unwrap_or(below.len()));
    record.body = unwrapped(body);
    labels_after(after, &mut record);
    record
}
