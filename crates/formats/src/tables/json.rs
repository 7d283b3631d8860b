//! Records of JSON: a value a line, or a list of them wherever it stands in one value.

use crate::Columns;
use crate::article::Skipped;
use crate::bytes::{bounded, io_reason};
use crate::dates::looks_numeric;
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::tables::columns::{self, Row};
use crate::tables::dates::{DateOrders, Seen};
use crate::tables::row::document;
use crate::text::decode::decode;
use serde_json::{Map, Value};
use std::collections::VecDeque;
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

/// How deep a list of records is looked for.
const MAX_DEPTH: usize = 6;

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

/// What an object holds.
enum Records {
    One(Map<String, Value>),
    Many(Vec<Value>),
}

fn records(object: Map<String, Value>, columns: &Columns) -> Records {
    if let Some(list) = by_columns(&object, columns) {
        return Records::Many(list);
    }
    // Comments may stand within an article; a list of articles stands beside what describes it.
    let describes_a_list = object.values().any(|v| is_list_with_text(v, columns));
    let is_article = columns::has_text(&row(object.clone()), columns);
    if is_article || (!describes_a_list && is_record(&object, columns)) {
        return Records::One(object);
    }
    let object = Value::Object(object);
    match list_in(&object, columns) {
        Some(Found::List(list)) => Records::Many(list),
        Some(Found::Record(record)) => Records::One(record),
        None => match object {
            Value::Object(object) => Records::One(object),
            _ => Records::Many(Vec::new()),
        },
    }
}

/// Whether an object is a record with a text, itself or in an object that it wraps.
fn is_record(object: &Map<String, Value>, columns: &Columns) -> bool {
    let names: Vec<String> = names(object);
    columns::check(&names, columns).is_ok()
}

fn names(object: &Map<String, Value>) -> Vec<String> {
    let own = object.keys().cloned();
    let wrapped =
        object.iter().filter(|(key, _)| is_wrapper(key)).filter_map(|(_, v)| v.as_object());
    own.chain(wrapped.flat_map(|inner| inner.keys().cloned())).collect()
}

/// Keys under which services put what a record really holds.
fn is_wrapper(key: &str) -> bool {
    matches!(
        key,
        "fields"
            | "_source"
            | "attributes"
            | "properties"
            | "article"
            | "node"
            | "data"
            | "object"
            | "tweet"
            | "blocks"
            | "opengraph"
            | "yoast_head_json"
            | "_embedded"
    )
}

fn is_list_with_text(value: &Value, columns: &Columns) -> bool {
    let list = value.as_array().filter(|list| list.iter().any(Value::is_object));
    list.is_some_and(|list| {
        list.iter().filter_map(Value::as_object).any(|record| is_record(record, columns))
    })
}

/// What stands deeper in a value.
enum Found {
    List(Vec<Value>),
    Record(Map<String, Value>),
}

/// The nearest list whose records have a text; else the nearest record with title and text, else
/// the nearest list of records. Lists within such a record are its own.
fn list_in(object: &Value, columns: &Columns) -> Option<Found> {
    let (mut nearest, mut single) = (None, None);
    let mut open = VecDeque::from([(object, 0)]);
    while let Some((value, depth)) = open.pop_front() {
        match value {
            Value::Array(list) if list.iter().any(Value::is_object) => {
                if is_list_with_text(value, columns) {
                    return Some(Found::List(list.clone()));
                }
                if let Some(joined) = lists_within(list, columns) {
                    return Some(Found::List(joined));
                }
                nearest = nearest.or(Some(list));
                if depth < MAX_DEPTH {
                    open.extend(list.iter().take(1).map(|inner| (inner, depth + 1)));
                }
            }
            Value::Object(inner) if depth < MAX_DEPTH => {
                if let Some(list) = by_columns(inner, columns) {
                    return Some(Found::List(list));
                }
                // Records by their names: {"a1": {…}, "a2": {…}}.
                let records = inner.values().filter_map(Value::as_object);
                let named = records.clone().count() == inner.len() && inner.len() > 1;
                if named && records.clone().all(|record| is_record(record, columns)) {
                    return Some(Found::List(inner.values().cloned().collect()));
                }
                let row = row(inner.clone());
                if columns::has_title(&row, columns) && columns::has_text(&row, columns) {
                    single = single.or(Some(inner));
                } else {
                    open.extend(inner.values().map(|inner| (inner, depth + 1)));
                }
            }
            _ => {}
        }
    }
    let single = single.map(|record| Found::Record(record.clone()));
    single.or_else(|| nearest.map(|list| Found::List(list.clone())))
}

/// The records of lists that stand in the objects of a list under one name, as the chats of
/// Telegram hold their messages.
fn lists_within(list: &[Value], columns: &Columns) -> Option<Vec<Value>> {
    let objects = || list.iter().filter_map(Value::as_object);
    let with_text =
        |(key, value): (&String, &Value)| is_list_with_text(value, columns).then(|| key.clone());
    let key = objects().find_map(|object| object.iter().find_map(with_text))?;
    let inner = objects().filter_map(|object| object.get(&key)?.as_array());
    Some(inner.flatten().cloned().collect())
}

/// A table that is written column by column, as pandas does: `{"title": {"0": …}, "text":
/// {"0": …}}` or with lists; or split into `columns` and `data`.
fn by_columns(object: &Map<String, Value>, columns: &Columns) -> Option<Vec<Value>> {
    if let (Some(Value::Array(names)), Some(Value::Array(rows))) =
        (object.get("columns"), object.get("data"))
    {
        let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
        let record = |row: &Value| {
            let values = row.as_array()?;
            let pairs = names.iter().zip(values);
            Some(Value::Object(pairs.map(|(n, v)| ((*n).to_owned(), v.clone())).collect()))
        };
        return rows.iter().map(record).collect();
    }
    let names: Vec<String> = object.keys().cloned().collect();
    if object.len() < 2 || columns::check(&names, columns).is_err() {
        return None;
    }
    let as_list = |value: &Value| -> Option<Vec<(String, Value)>> {
        match value {
            Value::Object(column) if column.keys().all(|k| k.parse::<i64>().is_ok()) => {
                Some(column.iter().map(|(k, v)| (k.clone(), v.clone())).collect())
            }
            Value::Array(column) => {
                Some((0_usize..).zip(column).map(|(k, v)| (k.to_string(), v.clone())).collect())
            }
            _ => None,
        }
    };
    let table: Vec<(String, Vec<(String, Value)>)> =
        object.iter().map(|(n, v)| Some((n.clone(), as_list(v)?))).collect::<Option<_>>()?;
    let rows = table.first()?.1.len();
    if rows == 0 || table.iter().any(|(_, column)| column.len() != rows) {
        return None;
    }
    let mut keys: Vec<&String> = table.first()?.1.iter().map(|(key, _)| key).collect();
    keys.sort_by_key(|key| key.parse::<i64>().unwrap_or(i64::MAX));
    let cell = |column: &[(String, Value)], key: &str| {
        column.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    };
    // Columns of one order are read by place, so that time grows with the table.
    let is_ordered =
        table.iter().all(|(_, column)| column.iter().zip(&table[0].1).all(|(a, b)| a.0 == b.0));
    let order: Vec<usize> = if is_ordered {
        let mut order: Vec<usize> = (0..rows).collect();
        order.sort_by_key(|at| table[0].1[*at].0.parse::<i64>().unwrap_or(i64::MAX));
        order
    } else {
        Vec::new()
    };
    let record = |number: usize| -> Value {
        let pairs = table.iter().filter_map(|(name, column)| {
            let value = match order.get(number) {
                Some(at) => column.get(*at).map(|(_, value)| value.clone()),
                None => cell(column, keys[number]),
            };
            Some((name.clone(), value?))
        });
        Value::Object(pairs.collect())
    };
    Some((0..rows).map(record).collect())
}

/// The values of a record, and of what it wraps.
fn row(record: Map<String, Value>) -> Row {
    let mut row = Row::new();
    let mut wrapped = Vec::new();
    for (name, value) in record {
        match value {
            Value::Object(mut inner) if is_wrapper(&name) && !names_itself(&inner) => {
                // The program that a tweet was written with is no publication.
                if name == "tweet" {
                    inner.remove("source");
                }
                wrapped.extend(inner);
            }
            value => row.push((name, strings(value))),
        }
    }
    for (name, value) in wrapped {
        match row.iter_mut().find(|(known, _)| *known == name) {
            // WordPress numbers its authors, and names them where it describes them.
            Some((_, values)) if values.iter().all(|v| is_blank_or_number(v)) => {
                let inner = strings(value);
                if !inner.is_empty() {
                    *values = inner;
                }
            }
            Some(_) => {}
            None => row.push((name, strings(value))),
        }
    }
    row
}

fn is_blank_or_number(value: &str) -> bool {
    value.trim().bytes().all(|b| b.is_ascii_digit())
}

/// Keys whose value names an object: news services write `"source": {"id": 1, "name": "…"}`,
/// blogs `"content": {"rendered": "…"}`, newspapers `"headline": {"main": "…"}`.
const NAMING: &[&str] = &[
    "name",
    "rendered",
    "main",
    "original",
    "title",
    "value",
    "text",
    "#text",
    "_",
    "full",
    "html",
    "content",
    "bodyHtml",
    "bodyTextSummary",
    // MongoDB's types.
    "$date",
    "$numberLong",
    "$oid",
];

fn names_itself(object: &Map<String, Value>) -> bool {
    let names = ["rendered", "main", "name", "value"];
    object.len() <= 3 && names.iter().any(|key| object.get(*key).is_some_and(Value::is_string))
}

/// A value as strings; of an object, what names it.
fn strings(value: Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text],
        Value::Number(number) => vec![number.to_string()],
        Value::Bool(yes) => vec![yes.to_string()],
        Value::Array(list) if is_in_pieces(&list) => {
            vec![list.into_iter().flat_map(strings).collect()]
        }
        Value::Array(list) => list.into_iter().flat_map(strings).collect(),
        Value::Object(mut object) => {
            // CSL: a date in numbers, a person in two names.
            if let Some(Value::Array(parts)) = object.remove("date-parts") {
                let numbers = parts.into_iter().take(1).flat_map(strings);
                let padded = numbers.map(|n| if n.len() == 1 { format!("0{n}") } else { n });
                return vec![padded.collect::<Vec<_>>().join("-")];
            }
            let person = [
                "given",
                "first_name",
                "firstname",
                "firstName",
                "family",
                "last_name",
                "lastname",
                "lastName",
            ];
            let person: Vec<&str> =
                person.iter().filter_map(|key| object.get(*key)?.as_str()).collect();
            if !person.is_empty() {
                return vec![person.join(" ")];
            }
            let is_value = |value: &Value| match value {
                Value::Object(inner) => inner.keys().all(|key| key.starts_with('$')),
                value => !value.is_null(),
            };
            let named = NAMING.iter().find(|key| object.get(**key).is_some_and(is_value));
            named.and_then(|key| object.remove(*key)).map(strings).unwrap_or_default()
        }
    }
}

/// Whether a list is one text in pieces, as Telegram writes it: strings, and objects with a
/// type and a text.
fn is_in_pieces(list: &[Value]) -> bool {
    let is_piece = |value: &Value| {
        value.as_object().is_some_and(|o| o.contains_key("type") && o.contains_key("text"))
    };
    list.iter().any(is_piece) && list.iter().all(|v| v.is_string() || is_piece(v))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lists_wherever_they_stand() {
        let record = json!({"title": "Rain", "text": "It rained."});
        let cases = [
            ("articles", json!({"status": "ok", "articles": [record, record]}), 2),
            ("deep", json!({"response": {"total": 1, "docs": [record]}}), 1),
            ("hits", json!({"hits": {"hits": [{"_id": "1", "_source": record}]}}), 1),
            ("beside others", json!({"tags": [{"id": 1}], "items": [record, record]}), 2),
            ("by name", json!({"a": record, "b": record}), 2),
            ("columns", json!({"title": {"0": "A", "1": "B"}, "text": {"0": "a", "1": "b"}}), 2),
            ("lists", json!({"title": ["A", "B"], "text": ["a", "b"]}), 2),
            ("split", json!({"columns": ["title", "text"], "index": [0], "data": [["A", "a"]]}), 1),
            ("wrapped", json!({"orderedItems": [{"type": "Create", "object": record}]}), 1),
            ("table", json!({"schema": {"fields": [{"name": "x"}]}, "data": [record]}), 1),
        ];
        for (name, value, want) in cases {
            let Value::Object(object) = value else { panic!("an object") };
            let Records::Many(list) = records(object, &Columns::default()) else {
                panic!("{name}: one record")
            };
            assert_eq!(list.len(), want, "{name}");
            let first = list.into_iter().next().and_then(|v| v.as_object().cloned());
            assert!(columns::has_text(&row(first.expect(name)), &Columns::default()), "{name}");
        }
        let Value::Object(one) = record else { panic!("an object") };
        assert!(matches!(records(one, &Columns::default()), Records::One(_)));
    }

    #[test]
    fn values_as_strings() {
        let cases = [
            (json!({"id": 1, "name": "The Courier"}), vec!["The Courier"]),
            (json!({"main": "Rain", "kicker": null}), vec!["Rain"]),
            (json!([{"type": "bold", "text": "Rain"}, " in Peru"]), vec!["Rain in Peru"]),
            (json!({"date-parts": [[2024, 5, 13]]}), vec!["2024-05-13"]),
            (json!([{"family": "Writer", "given": "A."}]), vec!["A. Writer"]),
            (json!(["a", "b"]), vec!["a", "b"]),
            (json!(null), vec![]),
        ];
        for (value, want) in cases {
            assert_eq!(strings(value.clone()), want, "{value}");
        }
    }
}
