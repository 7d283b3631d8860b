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
        .filter_map(|part| {
            if part.iter().any(|l| field(l, false).is_some_and(|(name, _)| name == "HD")) {
                tagged(part)
            } else {
                plain(part)
            }
        })
        .collect();
    (!records.is_empty()).then_some(records)
}

/// What stands before the number of an article, in the languages of the database.
const END: [&str; 4] = ["Document ", "Dokument ", "Documento ", "Documento: "];

/// `Document VALCOU0020210815eh8f0000a`
fn is_end(line: &str) -> bool {
    let line = line.trim();
    let line = line.strip_prefix("AN").map_or(line, str::trim_start);
    let Some(number) = END.iter().find_map(|word| line.strip_prefix(word)) else { return false };
    let number = number.trim();
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
        above.iter().copied().partition(|l| by(l).is_some());
    let (byline, title) = with_bare_byline(byline, title);
    let mut record = Record {
        // A section may stand above the headline; the headline is the last line.
        title: title.last().copied().unwrap_or("").to_owned(),
        byline: byline.first().map_or(String::new(), |l| by(l).unwrap_or(l).to_owned()),
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

/// The lines above the count of words, parted: a name on a line of its own below a headline, as
/// papers that write no "By" have it, is the byline. A section above a short headline looks the
/// same, so the headline must be the longer of the two and no name itself.
fn with_bare_byline<'l>(
    byline: Vec<&'l str>,
    mut title: Vec<&'l str>,
) -> (Vec<&'l str>, Vec<&'l str>) {
    if let ([.., above, last], true) = (title.as_slice(), byline.is_empty())
        && is_name(last)
        && above.split_whitespace().count() > MAX_NAME_WORDS
    {
        let name = *last;
        title.pop();
        return (vec![name], title);
    }
    (byline, title)
}

/// What stands behind the word for "by", in the languages of the database.
fn by(line: &str) -> Option<&str> {
    let (word, name) = line.trim().split_once(char::is_whitespace)?;
    let is_by = ["by", "von", "par", "por", "di", "door"].contains(&word.to_lowercase().as_str());
    (is_by && name.starts_with(char::is_uppercase)).then_some(name.trim())
}

/// Whether a line can be the name of a person: two to four words, each with a capital.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    (2..=MAX_NAME_WORDS).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && line.chars().all(|c| c.is_alphabetic() || " .-’'".contains(c))
}

/// The most words of a name of a person.
const MAX_NAME_WORDS: usize = 4;

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
        || line.starts_with("Tous droits réservés")
        || line.starts_with('©')
        || line.starts_with("(c) ")
        || line.starts_with("(C) ")
}

fn is_time(line: &str) -> bool {
    line.split_once(':').is_some_and(|(hour, _)| hour.len() <= 2 && hour.parse::<u8>().is_ok())
}

/// The name of a field that a line begins with, and the rest of the line: the name stands alone
/// or before a tab or two spaces, or where all do (`is_inline`) before one.
fn field(line: &str, is_inline: bool) -> Option<(&str, &str)> {
    let name = line.split_whitespace().next().filter(|_| !line.starts_with([' ', '\t']))?;
    let rest = line.strip_prefix(name)?;
    let is_parted = rest.trim().is_empty()
        || rest.starts_with("  ")
        || rest.starts_with('\t')
        || is_inline
        || name == "HD";
    (FIELDS.contains(&name) && is_parted).then_some((name, rest))
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
    let is_inline = lines
        .iter()
        .any(|line| line.strip_prefix("HD ").is_some_and(|rest| !rest.starts_with([' ', '\t'])));
    for line in lines {
        match field(line, is_inline) {
            Some((name, rest)) => {
                close(open, &mut values);
                open = Some(name);
                values.push(rest);
            }
            None if is_end(line) => {
                close(open, &mut values);
                open = None;
            }
            None => values.push(line),
        }
    }
    close(open, &mut values);
    record.body = body.join("\n\n");
    Some(record)
}
