//! LexisNexis: the classic export (`1 of 20 DOCUMENTS`) and that of Nexis Uni and
//! Nexis Advance (`End of Document`).

use super::Record;
use super::labels::labelled as labelled_as_is;
use crate::text::lines::unwrapped;

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

/// Labels of the German, French, Spanish and Dutch doors of the database, and the English ones
/// that mean the same.
const TRANSLATED: &[(&str, &str)] = &[
    ("AUTOR", "BYLINE"),
    ("AUTEUR", "BYLINE"),
    ("VERFASSER", "BYLINE"),
    ("RUBRIK", "SECTION"),
    ("RUBRIQUE", "SECTION"),
    ("SECCIÓN", "SECTION"),
    ("SECTIE", "SECTION"),
    ("LÄNGE", "LENGTH"),
    ("LONGUEUR", "LENGTH"),
    ("LONGITUD", "LENGTH"),
    ("LENGTE", "LENGTH"),
    ("LUNGHEZZA", "LENGTH"),
    ("ORT", "DATELINE"),
    ("ORIGINE-DEPECHE", "DATELINE"),
    ("ORIGINE-DÉPÊCHE", "DATELINE"),
    ("ENCART", "HIGHLIGHT"),
    ("HINWEIS", "HIGHLIGHT"),
    ("ÜBERSCHRIFT", "HEADLINE"),
    ("TITRE", "HEADLINE"),
    ("UPDATE", "LOAD-DATE"),
    ("DATE-CHARGEMENT", "LOAD-DATE"),
    ("FECHA-CARGA", "LOAD-DATE"),
    ("LAADDATUM", "LOAD-DATE"),
    ("SPRACHE", "LANGUAGE"),
    ("LANGUE", "LANGUAGE"),
    ("IDIOMA", "LANGUAGE"),
    ("TAAL", "LANGUAGE"),
    ("TYPE-PUBLICATION", "PUBLICATION-TYPE"),
    ("TIPO-PUBLICACIÓN", "PUBLICATION-TYPE"),
    ("PUBLICATIETYPE", "PUBLICATION-TYPE"),
    ("GRAFIK", "GRAPHIC"),
    ("GRAPHIQUE", "GRAPHIC"),
];

/// The label of a line among `known`, in English, and its value.
fn labelled<'l>(line: &'l str, known: &[&'static str]) -> Option<(&'static str, &'l str)> {
    labelled_as_is(line, known).or_else(|| {
        let (label, value) = line.trim().split_once(':')?;
        let label = label.trim();
        let (_, english) = TRANSLATED.iter().find(|(other, _)| *other == label)?;
        known.contains(english).then_some((*english, value.trim()))
    })
}

/// The label of a line, wherever it stands, and its value.
fn any_label(line: &str) -> Option<(&'static str, &str)> {
    labelled(line, BEFORE).or_else(|| labelled(line, AFTER))
}

/// The records of an export; `None` when the text is none.
pub(super) fn records(text: &str) -> Option<Vec<Record>> {
    let lines: Vec<&str> = text.lines().collect();
    let lines = without_end_page(&lines);
    // A cover page may stand before the first document.
    let is_classic = lines.iter().any(|l| is_count(l))
        && lines.iter().any(|l| labelled(l, &["LENGTH", "LOAD-DATE"]).is_some());
    if is_classic {
        let parts = lines.split(|line| is_count(line)).skip(1);
        return Some(parts.map(classic).collect());
    }
    let ends = |line: &&str| line.trim() == "End of Document";
    let is_export = lines.iter().any(ends)
        && lines.iter().any(|l| labelled(l, &["LENGTH"]).is_some())
        && lines.iter().any(|l| l.trim() == "Body");
    // What stands behind the last end is no document.
    let end = lines.iter().rposition(&ends).unwrap_or(0);
    is_export.then(|| lines[..end].split(ends).map(modern).collect())
}

/// The lines before the page that closes a download.
fn without_end_page<'l, 't>(lines: &'l [&'t str]) -> &'l [&'t str] {
    let is_end = |line: &&str| line.trim().trim_matches('-').trim() == "End of Request";
    let end = lines.iter().position(is_end).unwrap_or(lines.len());
    &lines[..end]
}

/// Whether a line belongs to the pages of a download, and to no document.
fn is_of_the_download(line: &str) -> bool {
    let line = line.trim();
    let words: Vec<&str> = line.split_whitespace().collect();
    line.contains("About LexisNexis")
        || line.contains("LexisNexis. All rights reserved")
        || (line.contains('©') && line.ends_with("LexisNexis"))
        || matches!(words.as_slice(), ["Page", _, "of", _])
}

/// `1 of 20 DOCUMENTS`, in the languages of the database.
fn is_count(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit() || b == b',');
    let [first, "of" | "de" | "von" | "van" | "di", all, documents] = words.as_slice() else {
        return false;
    };
    let documents = documents.trim_end_matches("S").trim_end_matches("EN").trim_end_matches('E');
    number(first) && number(all) && ["DOCUMENT", "DOKUMENT", "DOCUMENTO"].contains(&documents)
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
    record.body = unwrapped(without_notices(&lines[body_at..end]));
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

/// Lines without what stands at their end and is no text: copyright, empty lines.
fn without_notices<'l, 't>(mut lines: &'l [&'t str]) -> &'l [&'t str] {
    while let Some((last, rest)) = lines.split_last() {
        let last = last.trim();
        let is_notice = last.is_empty()
            || last.starts_with("Copyright")
            || last.starts_with('©')
            || ["all rights reserved", "alle rechte vorbehalten", "tous droits réservés"]
                .contains(&last.to_lowercase().as_str())
            || is_of_the_download(last);
        if !is_notice {
            break;
        }
        lines = rest;
    }
    lines
}

/// Title, source and date stand on lines of their own; then the labels, `Body`, the
/// text, and further labels. Before the first document stands a list of all.
fn modern(lines: &[&str]) -> Record {
    let mut record = Record::default();
    let body_at = lines.iter().position(|line| line.trim() == "Body");
    let (above, below) = lines.split_at(body_at.unwrap_or(lines.len()));
    let above: Vec<&str> = above.iter().copied().filter(|l| !is_page_number(l)).collect();
    let cover = above.iter().rposition(|line| is_of_the_download(line)).map_or(0, |at| at + 1);
    let above = &above[cover..];
    let labels_at = above
        .iter()
        .position(|line| labelled(line, &["SECTION", "LENGTH", "BYLINE", "DATELINE"]).is_some());
    let (head, rest) = above.split_at(labels_at.unwrap_or(above.len()));
    // The date stands nearest to the labels; source and title above it.
    let dated = head.iter().rposition(|line| {
        let line = line.trim();
        line.len() <= MAX_DATE
            && !line.starts_with("Copyright")
            && dateline_reading::first_date(line).is_some()
    });
    let names: Vec<&str> = match dated {
        Some(at) => {
            record.date = head[at].trim().to_owned();
            head[..at].to_vec()
        }
        None => head.iter().copied().filter(|l| !l.trim().starts_with("Copyright")).collect(),
    };
    let source_at = names.iter().rposition(|line| !line.trim().is_empty());
    if let (Some(at), true) = (source_at, dated.is_some()) {
        record.source = names[at].trim().to_owned();
        record.title = last_block(&names[..at]);
    } else {
        let mut lines = names.iter().map(|l| l.trim()).filter(|l| !l.is_empty());
        record.title = lines.next().unwrap_or("").to_owned();
        record.source = lines.next().unwrap_or("").to_owned();
    }
    for line in rest {
        if let Some((label, value)) = any_label(line) {
            put(&mut record, label, value);
        }
    }
    let below = below.get(1..).unwrap_or(&[]);
    let is_after =
        |l: &&str| labelled(l, AFTER).is_some() || matches!(l.trim(), "Classification" | "Graphic");
    let end = below.iter().position(is_after);
    let (body, after) = below.split_at(end.unwrap_or(below.len()));
    // Documents that were saved as RTF or DOCX repeat the title on each page.
    let is_repeat = |line: &&str| is_page_number(line) || line.trim() == record.title;
    let body: Vec<&str> = body.iter().copied().filter(|line| !is_repeat(line)).collect();
    record.body = unwrapped(without_notices(&body));
    labels_after(after, &mut record);
    record
}

/// The longest line of a date, in bytes: `Wednesday, September 15, 2021 10:30 AM GMT`.
const MAX_DATE: usize = 60;

/// The lines at the end that no empty line parts, joined.
fn last_block(lines: &[&str]) -> String {
    let end = lines.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |at| at + 1);
    let start = lines[..end].iter().rposition(|line| line.trim().is_empty()).map_or(0, |at| at + 1);
    lines[start..end].iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// `Page 2 of 3`
fn is_page_number(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    matches!(words.as_slice(), ["Page", _, "of", _])
}
