//! Where the records of a value of JSON stand: in a list, wherever it is, in columns, or under names.

use super::cells::{is_wrapper, row};
use crate::Columns;
use crate::tables::columns;
use serde_json::{Map, Value};
use std::collections::VecDeque;

/// How deep a list of records is looked for.
const MAX_DEPTH: usize = 6;

/// What an object holds.
pub(super) enum Records {
    One(Map<String, Value>),
    Many(Vec<Value>),
}

/// Where the records of an object stand; the object itself when no others are in it.
pub(super) fn records(object: Map<String, Value>, columns: &Columns) -> Records {
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
}
