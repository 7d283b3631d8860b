//! Factiva: articles that end with `Document` and their number, headed by lines in a
//! fixed order, or by two-letter fields.

use super::Record;
use super::labels::words;
use crate::text::lines::unwrapped;

/// The fields of the tagged export (Factiva, "Intelligent Indexing").
const FIELDS: &[&str] = &[
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP",
    "TD", "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN", "CLM", "DC",
];

/// The records of an export; `None` when the text is none.
pub(super) fn records(text: &str) -> Option<Vec<Record>> {
    let lines: Vec<&str> = text.lines().collect();
    if !lines.iter().any(|line| is_end(line)) {
        return None;
    }
    let parts = lines.split_inclusive(|line| is_end(line)).filter(|p| p.iter().any(|l| is_end(l)));
    let records: Vec<Record> = parts
        .filter_map(
            |part| if part.iter().any(|l| l.trim() == "HD") { tagged(part) } else { plain(part) },
        )
        .collect();
    (!records.is_empty()).then_some(records)
}

/// `Document VALCOU0020210815eh8f0000a`
fn is_end(line: &str) -> bool {
    let Some(number) = line.trim().strip_prefix("Document ") else { return false };
    number.len() >= 20
        && number.bytes().all(|b| b.is_ascii_alphanumeric())
        && number.bytes().filter(u8::is_ascii_digit).count() >= 8
}

/// Headline, byline, `74 words`, date, time, source, code, edition, language,
/// copyright; then the text.
fn plain(lines: &[&str]) -> Option<Record> {
    let counted = lines.iter().position(|line| words(line).is_some())?;
    let above: Vec<&str> =
        lines[..counted].iter().map(|l| l.trim()).filter(|l| !l.is_empty()).collect();
    let (byline, title): (Vec<&str>, Vec<&str>) =
        above.iter().copied().partition(|l| l.starts_with("By ") || l.starts_with("by "));
    let mut record = Record {
        // A section may stand above the headline; the headline is the last line.
        title: title.last().copied().unwrap_or("").to_owned(),
        byline: byline.first().map_or(String::new(), |l| l[3..].to_owned()),
        ..Record::default()
    };
    let end = lines.iter().position(|line| is_end(line))?;
    let header = header_end(lines, counted + 1, end);
    for line in lines[counted + 1..header].iter().map(|l| l.trim()).filter(|l| !l.is_empty()) {
        match () {
            () if record.date.is_empty() && dateline_reading::first_date(line).is_some() => {
                record.date = line.to_owned();
            }
            () if is_time(line) || is_copyright(line) => {}
            () if record.source.is_empty() => record.source = line.to_owned(),
            () if super::language(line).is_some() => record.language = line.to_owned(),
            () => {}
        }
    }
    record.body = unwrapped(&lines[header..end]);
    Some(record)
}

/// The most lines of a header below the count of words.
const MAX_HEADER: usize = 12;

/// Where the text begins: behind the line of copyright, which ends a header whatever stands
/// between its lines, else behind the first blank line.
fn header_end(lines: &[&str], from: usize, end: usize) -> usize {
    let filled = (from..end).filter(|at| !lines[*at].trim().is_empty());
    let copyright = filled.clone().take(MAX_HEADER).find(|at| is_copyright(lines[*at]));
    if let Some(at) = copyright {
        return at + 1;
    }
    let start = filled.clone().next().unwrap_or(from);
    (start..end).find(|at| lines[*at].trim().is_empty()).unwrap_or(end)
}

fn is_copyright(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("Copyright")
        || line.starts_with('©')
        || line.starts_with("(c) ")
        || line.starts_with("(C) ")
}

fn is_time(line: &str) -> bool {
    line.split_once(':').is_some_and(|(hour, _)| hour.len() <= 2 && hour.parse::<u8>().is_ok())
}

/// A field's name stands on a line of its own or before its value.
fn tagged(lines: &[&str]) -> Option<Record> {
    let mut record = Record::default();
    let mut open: Option<&str> = None;
    let mut values: Vec<&str> = Vec::new();
    let mut body: Vec<String> = Vec::new();
    let mut close = |field: Option<&str>, values: &mut Vec<&str>| {
        let lines = std::mem::take(values);
        let value =
            lines.iter().map(|l| l.trim()).filter(|l| !l.is_empty()).collect::<Vec<_>>().join(" ");
        match field {
            Some("HD") => record.title = value,
            Some("BY") => record.byline = value.trim_start_matches("By ").to_owned(),
            Some("PD") => record.date = value,
            Some("SN") => record.source = value,
            Some("LA") => record.language = value,
            Some("LP" | "TD") => body.push(unwrapped(&lines)),
            Some("SE") if !value.is_empty() => record.fields.push(("section".into(), vec![value])),
            _ => {}
        }
    };
    for line in lines {
        let name = line.split_whitespace().next().unwrap_or("");
        let rest = line.trim().strip_prefix(name).unwrap_or("");
        let is_field = FIELDS.contains(&name)
            && !line.starts_with(' ')
            && (rest.is_empty() || rest.starts_with("  "));
        if is_field || is_end(line) {
            close(open, &mut values);
            open = is_field.then_some(name);
            values.push(rest);
        } else {
            values.push(line);
        }
    }
    close(open, &mut values);
    record.body = body.join("\n\n");
    Some(record)
}
