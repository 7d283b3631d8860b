//! `date:2021-08`, `date:[2021-08 TO 2021-12]`, `date:>=2021-08-15`.

use super::{Form, Operator, field};
use crate::query::cursor::Cursor;
use crate::query::{Node, Test};

pub(super) const OPERATOR: Operator = Operator {
    name: "date",
    syntax: "date:2021-08  or  date:[2021-08 TO 2021-12]  or  date:>=2021-08-15",
    help: "Articles by the date they were published: a year, month or day, a range, from or up to one. Articles without a date match none of these.",
    cases: &[
        ("date:2021", "date:2021"),
        ("date:[2021-08 TO 2021-12]", "date:[2021-08 TO 2021-12]"),
        ("date:[2021-08 TO *]", "date:>=2021-08"),
        ("date:>=2021-08-15", "date:>=2021-08-15"),
        ("date:<2021-08-15", "date:<2021-08-15"),
        ("date:2021-08..2021-12", "date:[2021-08 TO 2021-12]"),
        ("date:2021-08..*", "date:>=2021-08"),
        ("date:yesterday", "date:yesterday"),
        ("date:\"2021..2022\"", "date:\"2021..2022\""),
    ],
    form: Form::Field(&["date"], read),
};

fn read(cursor: &mut Cursor<'_>, name: &str) -> Option<Node> {
    let start = cursor.at();
    let node = field::read(cursor, name)?;
    let end = cursor.at();
    if let Some(value) = values(&node).into_iter().find(|value| !is_date(value)) {
        let message = format!("{value} is no date; write 2021, 2021-08 or 2021-08-15");
        cursor.problem(start, end, message);
    }
    Some(node)
}

fn values(node: &Node) -> Vec<&str> {
    match node {
        Node::Or(sides) => sides.iter().flat_map(values).collect(),
        Node::Filter(filter) => match &filter.test {
            Test::Is(value) => vec![value],
            Test::Range { from, to } => {
                [from, to].into_iter().flatten().map(|bound| bound.value.as_str()).collect()
            }
        },
        _ => Vec::new(),
    }
}

/// Whether `value` is a year, a month or a day in ISO 8601 form, or `*`.
fn is_date(value: &str) -> bool {
    let number = |part: &str, digits: usize, range: std::ops::RangeInclusive<u32>| {
        part.len() == digits
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse().is_ok_and(|n| range.contains(&n))
    };
    let parts: Vec<&str> = value.split('-').collect();
    match parts.as_slice() {
        ["*"] => true,
        [y] => number(y, 4, 0..=9999),
        [y, m] => number(y, 4, 0..=9999) && number(m, 2, 1..=12),
        [y, m, d] => number(y, 4, 0..=9999) && number(m, 2, 1..=12) && number(d, 2, 1..=31),
        _ => false,
    }
}
