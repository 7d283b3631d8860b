//! Records of JSON: a value a line, or a list of them in one value.

use crate::article::Skipped;
use crate::bytes::{bounded, io_reason};
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::tables::columns::{self, Row};
use crate::text::decode::decode;
use serde_json::{Map, Value};
use std::io::{BufRead, Read};

/// One value of JSON.
pub(crate) static FORMAT: Format = Format {
    name: "JSON",
    label: "row",
    endings: &["json"],
    reader: Reader::Cut(values),
    ..Format::BASE
};

/// A value of JSON a line.
pub(crate) static LINES: Format = Format {
    name: "JSON lines",
    label: "row",
    endings: &["jsonl", "ndjson"],
    reader: Reader::Cut(lines),
    ..Format::BASE
};

/// Cuts JSON lines into records. Blank lines are skipped.
fn lines<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let mut file = file.read();
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
                Ok(Value::Object(record)) => Some(Ok(document(&place, record, number))),
                Ok(_) => refuse(format!("line {number}: {NO_RECORD}")),
            };
        }
        None
    }))
}

/// Cuts one value: a list of records, a record that holds such a list, or a record.
fn values<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let bytes = match bounded(file.read(), place.limits.document) {
        Ok(bytes) => bytes,
        Err(reason) => return place.refuse(reason),
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return place.refuse("empty: no record in it; remove it or fill it");
    }
    let value = match decode(&bytes, None).and_then(|decoded| parse(&decoded.text)) {
        Ok(value) => value,
        Err(reason) => return place.refuse(reason),
    };
    let list = match value {
        Value::Array(list) => list,
        Value::Object(mut record) => {
            let is_list = |v: &Value| v.as_array().is_some_and(|l| l.iter().any(Value::is_object));
            let key = record.iter().find(|(_, v)| is_list(v)).map(|(k, _)| k.clone());
            let names: Vec<String> = record.keys().cloned().collect();
            match key {
                Some(key) if columns::check(&names, &place.limits.columns).is_err() => {
                    record.remove(&key).and_then(|v| v.as_array().cloned()).unwrap_or_default()
                }
                _ => {
                    let row = row(record);
                    let content = Content::Row(row, place.limits.columns.clone());
                    return Box::new(std::iter::once(Ok(Document { name: place.name, content })));
                }
            }
        }
        _ => return place.refuse(NO_RECORD),
    };
    if list.is_empty() {
        return place.refuse("an empty list; no record in it");
    }
    Box::new(list.into_iter().zip(1..).map(move |(value, number)| match value {
        Value::Object(record) => Ok(document(&place, record, number)),
        _ => Err(Skipped::new(format!("{}#{number}", place.name), NO_RECORD)),
    }))
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

fn document(place: &Place, record: Map<String, Value>, number: usize) -> Document {
    let row = row(record);
    let id = columns::id(&row, &place.limits.columns).unwrap_or_else(|| number.to_string());
    let content = Content::Row(row, place.limits.columns.clone());
    Document { name: format!("{}#{id}", place.name), content }
}

fn row(record: Map<String, Value>) -> Row {
    record.into_iter().map(|(name, value)| (name, strings(value))).collect()
}

/// A value as strings. Of an object, what names it: news services write
/// `"source": {"id": 1, "name": "…"}`, and blogs `"content": {"rendered": "…"}`.
fn strings(value: Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text],
        Value::Number(number) => vec![number.to_string()],
        Value::Bool(yes) => vec![yes.to_string()],
        Value::Array(list) => list.into_iter().flat_map(strings).collect(),
        Value::Object(mut object) => {
            let named =
                ["name", "rendered", "title", "value"].iter().find_map(|k| object.remove(*k));
            named.filter(|v| !v.is_object()).map(strings).unwrap_or_default()
        }
    }
}
