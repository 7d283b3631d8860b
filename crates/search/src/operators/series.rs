//! `a, b` and `label# a`: several series, each with a colour of its own.

use super::{Form, Operator};
use crate::query::Series;
use crate::query::cursor::Cursor;
use crate::query::parser::read_or;

pub(super) const OPERATOR: Operator = Operator {
    name: "series",
    syntax: "a, b  or  label# a, label# b",
    help: "Commas make several series, each with its own colour and its own bars in the charts over time. A comma within a number (2,500) does not. A name before # labels one.",
    cases: &[
        ("china, iran", "china, iran"),
        ("east# china|japan, west# france", "east# china OR japan, west# france"),
        ("china,, iran,", "china, iran"),
        ("everything# *, china", "everything# *, china"),
        ("iran,iraq", "iran, iraq"),
    ],
    form: Form::Plain,
};

/// Reads one series up to a comma or the end; None when it is empty.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Series> {
    cursor.skip_space();
    let start = cursor.at();
    let label = read_label(cursor);
    let node = read_or(cursor);
    if let (Some(label), None) = (&label, &node) {
        let end = cursor.at();
        cursor.problem(start, end, format!("nothing follows the label {label}#"));
    }
    Some(Series { label, node: node? })
}

fn read_label(cursor: &mut Cursor<'_>) -> Option<String> {
    let rest = cursor.rest();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.')))?;
    if !rest[end..].starts_with('#') {
        return None;
    }
    let label = rest[..end].trim();
    cursor.advance(end + 1);
    (!label.is_empty()).then(|| label.to_owned())
}
