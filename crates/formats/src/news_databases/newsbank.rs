//! NewsBank (Access World News): articles with labelled lines above and below their
//! text.

use super::Record;
use super::labels::labelled;
use crate::text::lines::unwrapped;

const LABELS: &[&str] = &[
    "HEADLINE",
    "TITLE",
    "PAPER",
    "SOURCE",
    "PUBLICATION",
    "DATE",
    "AUTHOR",
    "BYLINE",
    "SECTION",
    "PAGE",
    "EDITION",
    "ARTICLE TEXT",
    "TEXT",
    "RECORD NUMBER",
    "COPYRIGHT",
    "CAPTION",
    "DATELINE",
    "INDEX TERMS",
    "OPENURL LINK",
    "LOCATION",
    "COLUMN",
    "DOCUMENT",
    "READABILITY",
];

/// Labels that stand after the text.
const AFTER: &[&str] = &["RECORD NUMBER", "COPYRIGHT", "CAPTION", "INDEX TERMS", "OPENURL LINK"];

/// The records of an export; `None` when the text is none: each must say its paper and
/// its date and end with a record number.
pub(super) fn records(text: &str) -> Option<Vec<Record>> {
    let lines: Vec<&str> = text.lines().collect();
    let has = |labels: &[&'static str]| lines.iter().any(|line| labelled(line, labels).is_some());
    let names_paper = has(&["PAPER", "SOURCE", "PUBLICATION"]) && has(&["DATE"]);
    let is_headed = || lines.iter().any(|line| paper_and_date(line).is_some());
    if !(has(&["RECORD NUMBER"]) && (names_paper || is_headed())) {
        return None;
    }
    Some(parts(&lines).into_iter().filter_map(record).collect())
}

/// Cuts after each record number and what belongs to it.
fn parts<'l, 't>(lines: &'l [&'t str]) -> Vec<&'l [&'t str]> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut is_over = false;
    for (at, line) in lines.iter().enumerate() {
        let label = labelled(line, LABELS).map(|(label, _)| label);
        match label {
            Some("RECORD NUMBER") => is_over = true,
            Some(label) if AFTER.contains(&label) => {}
            _ if is_over && !line.trim().is_empty() && !is_notice(line) => {
                parts.push(&lines[from..at]);
                (from, is_over) = (at, false);
            }
            _ => {}
        }
    }
    parts.push(&lines[from..]);
    parts
}

/// Paper and date of the line below a headline, as the later pages of the database write it:
/// `The Courier (Oslo, Norway) - May 13, 2024 - page A12`.
fn paper_and_date(line: &str) -> Option<(&str, &str)> {
    let mut parts = line.trim().split(" - ");
    let (paper, date) = (parts.next()?.trim(), parts.next()?.trim());
    let is_date = date.len() <= MAX_DATE && dateline_reading::first_date(date).is_some();
    let paper = paper.split(" (").next().unwrap_or(paper);
    (is_date && !paper.is_empty() && paper.len() <= MAX_PAPER).then_some((paper, date))
}

/// The longest line of a date, and the longest name of a paper, in bytes.
const MAX_DATE: usize = 40;
const MAX_PAPER: usize = 80;

/// Whether the list of citations begins here, which stands below a text.
fn is_citation(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['•', '*', ' ']);
    line.starts_with("Citation (") || line.eq_ignore_ascii_case("Citation")
}

fn is_notice(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("Copyright")
        || line.starts_with('©')
        || line.chars().all(|c| "-_=*".contains(c))
}

fn record(lines: &[&str]) -> Option<Record> {
    let mut record = Record::default();
    let mut body: Vec<&str> = Vec::new();
    let (mut in_text, mut said) = (false, 0);
    let mut is_cited = false;
    for line in lines {
        is_cited |= in_text && is_citation(line);
        if !in_text
            && record.date.is_empty()
            && let Some((paper, date)) = paper_and_date(line)
        {
            (record.source, record.date) = (paper.to_owned(), date.to_owned());
            said += 2;
            continue;
        }
        match labelled(line, LABELS) {
            None if is_cited => {}
            Some((label, value)) if !in_text || AFTER.contains(&label) => {
                said += 1;
                in_text = false;
                match label {
                    "HEADLINE" | "TITLE" => record.title = value.to_owned(),
                    "PAPER" | "SOURCE" | "PUBLICATION" => record.source = value.to_owned(),
                    "DATE" => record.date = value.to_owned(),
                    "AUTHOR" | "BYLINE" => {
                        record.byline = value.trim_start_matches("By ").to_owned()
                    }
                    "SECTION" if !value.is_empty() => {
                        record.fields.push(("section".into(), vec![value.to_owned()]));
                    }
                    "ARTICLE TEXT" | "TEXT" => {
                        in_text = true;
                        body.push(value);
                    }
                    _ => {}
                }
            }
            _ if is_notice(line) && !in_text => {}
            // A headline without a label stands first; other such lines are text.
            _ if said == 0 && record.title.is_empty() && !line.trim().is_empty() => {
                record.title = line.trim().to_owned();
            }
            _ => {
                in_text |= said > 1 && !line.trim().is_empty();
                body.push(line);
            }
        }
    }
    record.body = unwrapped(&body);
    (said > 1).then_some(record)
}
