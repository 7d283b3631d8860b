//! Bibliographies: RIS and BibTeX, as Zotero and library catalogues export them. An entry with
//! an abstract is an article, and a note says so.

use crate::Columns;
use crate::article::{Reading, Skipped};
use crate::format::{File, Format, Reader};
use crate::tables::columns::Row;
use crate::tables::dates::Seen;
use crate::tables::row;
use crate::text::decode::decode;
use crate::text::names;

/// Bibliographies as text.
pub(crate) static FORMAT: Format = Format {
    name: "RIS and BibTeX",
    label: "bibliography",
    endings: &["ris", "bib", "nbib"],
    looks_like,
    reader: Reader::Whole(articles),
    ..Format::BASE
};

fn looks_like(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    head.starts_with(b"TY  - ")
}

/// The entries of a bibliography.
///
/// # Errors
/// When there is none.
fn articles(file: &File<'_>) -> Result<Reading, String> {
    let decoded = decode(file.bytes, file.charset)?;
    let start = decoded.text.trim_start();
    let entries = if start.starts_with('@') || start.starts_with('%') {
        bibtex(&decoded.text)
    } else {
        ris(&decoded.text)
    };
    if entries.is_empty() {
        return Err("no entry in this bibliography; export it again as RIS or .csv".into());
    }
    let mut seen = Seen::default();
    entries.iter().for_each(|entry| seen.see_row(entry, &Columns::default()));
    let orders = seen.orders();
    let mut reading = Reading::default();
    for (entry, number) in entries.into_iter().zip(1..) {
        let name = format!("{}#{number}", file.name);
        if entry.iter().any(|(key, _)| key == "abstract") {
            match row::article(name, entry, &Columns::default(), &orders) {
                Ok(article) => {
                    reading.articles.push(crate::Article { format: "bibliography", ..article })
                }
                Err(skipped) => reading.skipped.push(skipped),
            }
        } else {
            let what = "a bibliography's entry without an abstract: nothing to read; \
                        bring the article itself";
            reading.skipped.push(Skipped::new(name, what));
        }
    }
    if let (Some(first), Some(note)) = (reading.articles.first_mut(), decoded.note) {
        first.notes.push(note);
    }
    Ok(reading)
}

/// Puts a value to its name; keywords are many.
fn put(row: &mut Row, name: &str, value: &str) {
    let value = value.trim();
    if value.is_empty() {
        return;
    }
    match row.iter_mut().find(|(known, _)| known == name) {
        Some((_, values)) => values.push(value.to_owned()),
        None => row.push((name.to_owned(), vec![value.to_owned()])),
    }
}

/// RIS: a tag of two letters (four in PubMed's dialect), two spaces, a hyphen, a value.
fn ris(text: &str) -> Vec<Row> {
    let mut entries = Vec::new();
    let (mut entry, mut authors, mut last) = (Row::new(), Vec::new(), String::new());
    let mut close = |entry: &mut Row, authors: &mut Vec<String>| {
        if !authors.is_empty() {
            put(entry, "author", &std::mem::take(authors).join(", "));
        }
        let entry = std::mem::take(entry);
        if !entry.is_empty() {
            entries.push(entry);
        }
    };
    for line in text.lines() {
        let tag = line.split_once("- ").or_else(|| line.trim_end().split_once('-'));
        let tag = tag.map(|(tag, value)| (tag.trim(), value)).filter(|(tag, _)| is_tag(tag));
        let Some((tag, value)) = tag else {
            // A value goes on in the next line.
            if !line.trim().is_empty()
                && last == "abstract"
                && let Some((_, values)) = entry.iter_mut().find(|(key, _)| key == "abstract")
                && let Some(value) = values.last_mut()
            {
                value.push('\n');
                value.push_str(line.trim());
            }
            continue;
        };
        let name = match tag {
            "ER" | "PMID" => {
                close(&mut entry, &mut authors);
                continue;
            }
            "TI" | "T1" => "title",
            "AB" | "N2" => "abstract",
            "T2" | "JO" | "JF" | "JT" | "PB" => "publication",
            "DA" | "Y1" | "DP" => "date",
            "PY" => "year",
            "UR" => "url",
            "LA" => "language",
            "KW" => "keyword",
            "AU" | "A1" | "FAU" => {
                if tag != "AU" || !value.trim().is_empty() {
                    authors.push(names::turned(value.trim()));
                }
                continue;
            }
            _ => {
                last.clear();
                continue;
            }
        };
        name.clone_into(&mut last);
        // The first of several names of a publication is the nearest.
        if name == "publication" && entry.iter().any(|(key, _)| key == name) {
            continue;
        }
        let value = if name == "date" { value.trim().trim_end_matches('/') } else { value };
        put(&mut entry, name, &if name == "date" { value.replace('/', "-") } else { value.into() });
    }
    close(&mut entry, &mut authors);
    entries.into_iter().map(dated).collect()
}

fn is_tag(tag: &str) -> bool {
    (2..=4).contains(&tag.len())
        && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// The year is the date where there is no other.
fn dated(mut entry: Row) -> Row {
    if !entry.iter().any(|(key, _)| key == "date")
        && let Some((name, _)) = entry.iter_mut().find(|(key, _)| key == "year")
    {
        "date".clone_into(name);
    }
    entry.retain(|(key, _)| key != "year");
    entry
}

/// BibTeX: `@article{key, title = {…}, year = 2024}`; braces nest, quotation marks may stand for
/// them.
fn bibtex(text: &str) -> Vec<Row> {
    let mut entries = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        rest = &rest[at + 1..];
        let Some(open) = rest.find('{') else { break };
        let kind = rest[..open].trim().to_ascii_lowercase();
        let body = &rest[open..];
        let length = braced(body);
        rest = &body[length..];
        if !kind.bytes().all(|b| b.is_ascii_alphabetic())
            || matches!(kind.as_str(), "comment" | "string" | "preamble")
        {
            continue;
        }
        let inside = body.get(1..length.saturating_sub(1)).unwrap_or("");
        let Some((_, values)) = inside.split_once(',') else { continue };
        let row = bibtex_values(values);
        if !row.is_empty() {
            entries.push(dated(row));
        }
    }
    entries
}

/// The length in bytes of what stands in braces at the beginning, braces included.
fn braced(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

fn bibtex_values(mut rest: &str) -> Row {
    let mut row = Row::new();
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.trim().trim_start_matches(',').trim().to_ascii_lowercase();
        let after = after.trim_start();
        let (value, length) = match after.as_bytes().first() {
            Some(b'{') => {
                let length = braced(after);
                (after.get(1..length.saturating_sub(1)).unwrap_or(""), length)
            }
            Some(b'"') => {
                let end = after[1..].find('"').map_or(after.len(), |at| at + 2);
                (after.get(1..end.saturating_sub(1)).unwrap_or(""), end)
            }
            _ => {
                let end = after.find([',', '\n']).unwrap_or(after.len());
                (after[..end].trim(), end)
            }
        };
        rest = &after[length..];
        let value = value.replace(['{', '}'], "");
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = match name.as_str() {
            "journal" | "journaltitle" | "publisher" | "booktitle" | "howpublished" => {
                "publication"
            }
            "author" => {
                let names = value.split(" and ").map(names::turned);
                put(&mut row, "author", &names.collect::<Vec<_>>().join(", "));
                continue;
            }
            "keywords" => "keyword",
            "title" | "abstract" | "date" | "year" | "url" | "language" => &name,
            _ => continue,
        };
        if name != "publication" || !row.iter().any(|(key, _)| key == "publication") {
            put(&mut row, name, &value);
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries() {
        let want: Row = [
            ("title", "Rain in Peru"),
            ("author", "A. Writer"),
            ("publication", "The Courier"),
            ("abstract", "It rained."),
            ("date", "2024-05-13"),
        ]
        .iter()
        .map(|(n, v)| ((*n).to_owned(), vec![(*v).to_owned()]))
        .collect();
        let sorted = |mut row: Row| {
            row.sort();
            row
        };
        let of_ris = "TY  - NEWS\nTI  - Rain in Peru\nAU  - Writer, A.\nT2  - The Courier\n\
                      AB  - It rained.\nDA  - 2024/05/13/\nPY  - 2024\nER  - \n";
        let of_bibtex = "@article{a, title = {{Rain} in Peru}, author = \"Writer, A.\",\n\
                         journal={The Courier}, abstract = {It rained.}, date = {2024-05-13}, year = 2024}";
        for (text, entries) in [(of_ris, ris(of_ris)), (of_bibtex, bibtex(of_bibtex))] {
            let got: Vec<Row> = entries.into_iter().map(sorted).collect();
            assert_eq!(got, [sorted(want.clone())], "{text}");
        }
        assert_eq!(bibtex("@article{"), Vec::<Row>::new());
    }
}
