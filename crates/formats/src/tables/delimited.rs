//! Tables: CSV with commas, semicolons or tabs; a row an article.

use crate::article::Skipped;
use crate::bytes::{bounded, io_reason};
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::tables::columns::{self, Row};
use crate::text::decode::{decode, guess};
use encoding_rs::Encoding;
use std::io::{Cursor, Read};

/// Tables of text.
pub(crate) static FORMAT: Format = Format {
    name: "CSV and TSV",
    label: "row",
    endings: &["csv", "tsv", "tab"],
    reader: Reader::Cut(rows),
    ..Format::BASE
};

/// Cuts a table into its rows.
fn rows<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let head = file.head.clone();
    let table = file.read();
    let is_wide = Encoding::for_bom(&head).is_some_and(|(e, _)| e != encoding_rs::UTF_8);
    if is_wide || head.contains(&0) {
        // Spreadsheets save UTF-16 too; the csv crate reads bytes that hold ASCII.
        let text = bounded(table, place.limits.document).and_then(|bytes| decode(&bytes, None));
        return match text {
            Ok(decoded) => {
                let delimiter = delimiter(&place.name, decoded.text.as_bytes());
                narrow(place, delimiter, Cursor::new(decoded.text.into_bytes()))
            }
            Err(reason) => place.refuse(reason),
        };
    }
    let delimiter = delimiter(&place.name, &head);
    narrow(place, delimiter, table)
}

fn narrow<'a>(place: Place, delimiter: u8, table: impl Read + 'a) -> Documents<'a> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(table);
    let mut words = Words::default();
    let names: Vec<String> = match reader.byte_headers() {
        Ok(names) => names.iter().map(|n| words.read(n).trim().to_owned()).collect(),
        Err(error) => return place.refuse(reason(&error)),
    };
    if names.iter().all(String::is_empty) {
        return place.refuse("empty: no column in it; remove it or fill it");
    }
    if let Err(what) = columns::check(&names, &place.limits.columns) {
        return place.refuse(what);
    }
    let mut record = csv::ByteRecord::new();
    let (mut number, mut done) = (0, false);
    Box::new(std::iter::from_fn(move || {
        if done {
            return None;
        }
        number += 1;
        let name = |id: String| format!("{}#{id}", place.name);
        match reader.read_byte_record(&mut record) {
            Ok(false) => None,
            Ok(true) if record.as_slice().len() > place.limits.document => {
                let what = too_long(record.as_slice().len() as u64, place.limits.document);
                Some(Err(Skipped::new(name(number.to_string()), what)))
            }
            Ok(true) => {
                let row: Row = names
                    .iter()
                    .zip(&record)
                    .map(|(name, value)| (name.clone(), vec![words.read(value)]))
                    .filter(|(name, values)| !name.is_empty() && values != &[""])
                    .collect();
                let id = columns::id(&row, &place.limits.columns);
                let name = name(id.unwrap_or_else(|| number.to_string()));
                // A row may lack its last columns; that it has no text is told then.
                let row = with_text(row, &names);
                let content = Content::Row(row, place.limits.columns.clone());
                Some(Ok(Document { name, content }))
            }
            Err(error) => {
                done = true;
                Some(Err(Skipped::new(name(number.to_string()), reason(&error))))
            }
        }
    }))
}

/// The row with an empty value for each column that it lacks.
fn with_text(mut row: Row, names: &[String]) -> Row {
    for name in names.iter().filter(|n| !n.is_empty()) {
        if !row.iter().any(|(known, _)| known == name) {
            row.push((name.clone(), Vec::new()));
        }
    }
    row
}

/// Values to text: UTF-8, or once that fails the encoding guessed from the value.
#[derive(Default)]
struct Words {
    other: Option<&'static Encoding>,
}

impl Words {
    fn read(&mut self, value: &[u8]) -> String {
        match std::str::from_utf8(value) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                let encoding = *self.other.get_or_insert_with(|| guess(value));
                encoding.decode_without_bom_handling(value).0.into_owned()
            }
        }
    }
}

/// What stands between columns: the most frequent of the usual characters in the
/// first line.
fn delimiter(name: &str, head: &[u8]) -> u8 {
    let ending = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    if ["tsv", "tab"].contains(&ending.as_str()) {
        return b'\t';
    }
    let line = head.split(|b| *b == b'\n').next().unwrap_or(head);
    let count = |d: u8| line.iter().filter(|b| **b == d).count();
    let best = [b'|', b'\t', b';', b','].into_iter().max_by_key(|d| count(*d));
    best.filter(|d| count(*d) > 0).unwrap_or(b',')
}

fn reason(error: &csv::Error) -> String {
    if let csv::ErrorKind::Io(error) = error.kind() {
        return io_reason(error);
    }
    match error.position() {
        Some(at) => format!("line {}: {error}", at.line()),
        None => error.to_string(),
    }
}
