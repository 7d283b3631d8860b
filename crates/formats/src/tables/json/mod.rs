//! Records of JSON: a value a line, or a list of them wherever it stands in one value.

mod cells;
mod records;

use crate::article::Skipped;
use crate::bytes::{bounded, io_reason};
use crate::dates::looks_numeric;
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::tables::columns;
use crate::tables::dates::{DateOrders, Seen};
use crate::tables::row::document;
use crate::text::decode::decode;
use cells::row;
use records::{Records, records};
use serde_json::Value;
use std::io::{BufRead, Read};

/// One value of JSON.
pub(crate) static FORMAT: Format = Format {
    name: "JSON",
    label: "row",
    endings: &["json", "geojson"],
    magic: &[ASSIGNED.as_bytes()],
    looks_like,
    reader: Reader::Cut(values),
    ..Format::BASE
};

/// A value of JSON a line.
pub(crate) static LINES: Format = Format {
    name: "JSON lines",
    label: "row",
    endings: &["jsonl", "ndjson", "jl"],
    reader: Reader::Cut(lines),
    ..Format::BASE
};

/// The first bytes of the files of an archive of Twitter or X: scripts that assign one value.
const ASSIGNED: &str = "window.YTD.";

fn looks_like(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let start: Vec<u8> =
        head.iter().copied().filter(|b| !b.is_ascii_whitespace()).take(3).collect();
    start.starts_with(b"{\"") || start.starts_with(b"[{\"")
}

/// Cuts JSON lines into records. Blank lines are skipped.
fn lines<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let mut seen = Seen::default();
    let mut file = match file.read_after(|lines| see_lines(lines, &place, &mut seen)) {
        Ok(file) => file,
        Err(error) => return place.refuse(io_reason(&error)),
    };
    let orders = seen.orders();
    let (mut number, mut found, mut done) = (0, false, false);
    Box::new(std::iter::from_fn(move || {
        while !done {
            number += 1;
            let mut line = Vec::new();
            let limit = place.limits.document;
            let refuse = |reason: String| {
                Some(Err(Skipped::new(format!("{}#{number}", place.name), reason)))
            };
            match file.by_ref().take(limit as u64 + 1).read_until(b'\n', &mut line) {
                Err(error) => {
                    done = true;
                    return refuse(io_reason(&error));
                }
                Ok(0) => {
                    done = true;
                    let empty =
                        Skipped::new(&place.name, "empty: no record in it; remove it or fill it");
                    return (!found).then_some(Err(empty));
                }
                Ok(read) if read > limit => {
                    found = true;
                    let rest = file.skip_until(b'\n');
                    let long = read as u64 + rest.unwrap_or(0) as u64;
                    return refuse(format!("line {number}: {}", too_long(long, limit)));
                }
                Ok(_) if line.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(_) => found = true,
            }
            return match decode(&line, None).and_then(|decoded| parse(&decoded.text)) {
                Err(reason) => refuse(format!("line {number}: {reason}")),
                Ok(Value::Object(record)) => {
                    Some(Ok(document(&place, row(record), number, &orders)))
                }
                Ok(_) => refuse(format!("line {number}: {NO_RECORD}")),
            };
        }
        None
    }))
}

/// Looks at the dates of all lines. What cannot be read is told where it is cut.
fn see_lines(lines: &mut dyn BufRead, place: &Place, seen: &mut Seen) {
    let limit = place.limits.document as u64;
    let mut line = Vec::new();
    while matches!(lines.take(limit).read_until(b'\n', &mut line), Ok(1..)) {
        if looks_numeric(&line)
            && let Ok(Value::Object(record)) = serde_json::from_slice(&line)
        {
            seen.see_row(&row(record), &place.limits.columns);
        }
        line.clear();
    }
}

/// Cuts one value: a list of records, wherever it stands, a table column by column, or a
/// record.
fn values<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let bytes = match bounded(file.read(), place.limits.document) {
        Ok(bytes) => bytes,
        Err(reason) => return place.refuse(reason),
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return place.refuse("empty: no record in it; remove it or fill it");
    }
    let value = match decode(&bytes, None).and_then(|decoded| value(&decoded.text)) {
        Ok(value) => value,
        Err(reason) => return place.refuse(reason),
    };
    let feed = feed_title(&value);
    let records = match value {
        Value::Array(list) => list,
        Value::Object(record) => match records(record, &place.limits.columns) {
            Records::One(record) => {
                let row = row(record);
                let content =
                    Content::Row(row, place.limits.columns.clone(), DateOrders::default());
                return Box::new(std::iter::once(Ok(Document { name: place.name, content })));
            }
            Records::Many(list) => list,
        },
        _ => return place.refuse(NO_RECORD),
    };
    if records.is_empty() {
        return place.refuse("an empty list; no record in it");
    }
    let mut seen = Seen::default();
    for record in records.iter().filter_map(Value::as_object) {
        let is_date = |(name, _): &(&String, &Value)| columns::is_date(name, &place.limits.columns);
        for (name, value) in record.iter().filter(is_date) {
            value.as_str().into_iter().for_each(|value| seen.see(name, value));
        }
    }
    let orders = seen.orders();
    Box::new(records.into_iter().zip(1..).map(move |(value, number)| match value {
        Value::Object(record) => {
            let mut row = row(record);
            row.extend(feed.iter().map(|title| ("feed_title".to_owned(), vec![title.clone()])));
            Ok(document(&place, row, number, &orders))
        }
        _ => Err(Skipped::new(format!("{}#{number}", place.name), NO_RECORD)),
    }))
}

/// What a JSON Feed calls itself: the source of its items.
fn feed_title(value: &Value) -> Option<String> {
    let is_feed = value.get("version")?.as_str()?.contains("jsonfeed.org/");
    value.get("title").filter(|_| is_feed)?.as_str().map(str::to_owned)
}

const NO_RECORD: &str = "not a record: write {\"title\": \"…\", \"text\": \"…\"}";

fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => {
            "cut off: the JSON ends too early; copy it again".into()
        }
        _ => format!("no JSON: {error}"),
    })
}

/// One value, or a list of the records of all where several stand one behind the other: lines that
/// are called `.json`, or lists that a program appended to an older file.
fn value(text: &str) -> Result<Value, String> {
    let text = match text.strip_prefix(ASSIGNED).and_then(|rest| rest.split_once('=')) {
        Some((_, value)) => value,
        None => text,
    };
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    match values.next() {
        Some(Ok(first @ (Value::Object(_) | Value::Array(_)))) => match values.next() {
            None => Ok(first),
            Some(Ok(second)) => {
                let mut list = Vec::new();
                for value in [Ok(first), Ok(second)].into_iter().chain(values) {
                    match value.map_err(|error| format!("no JSON: {error}"))? {
                        Value::Array(records) => list.extend(records),
                        record => list.push(record),
                    }
                }
                Ok(Value::Array(list))
            }
            Some(Err(_)) => parse(text),
        },
        _ => parse(text),
    }
}
