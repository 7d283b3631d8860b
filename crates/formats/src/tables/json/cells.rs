//! The values of a record of JSON as cells of a row.

use crate::tables::columns::Row;
use serde_json::{Map, Value};

/// The values of a record, and of what it wraps.
pub(super) fn row(record: Map<String, Value>) -> Row {
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

/// Keys under which services put what a record really holds.
pub(super) fn is_wrapper(key: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

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
