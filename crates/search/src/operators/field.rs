//! `source:a`, `country:a`, any `field:a`: conditions that the host decides.

use super::{Form, Operator, ends_word};
use crate::query::cursor::Cursor;
use crate::query::{Bound, Filter, Node, Test};

pub(super) const OPERATOR: Operator = Operator {
    name: "field",
    syntax: "country:China  or  source:\"The Paper\"  or  field:value",
    help: "Articles by what is known of them: country, source, author, or any further field of the corpus. Several values: country:(CN OR IR), country:CN|IR. Ranges: field:[1 TO 5], field:>=3.",
    cases: &[
        ("country:China", "country:China"),
        ("source:\"The Diplomat\"", "source:\"The Diplomat\""),
        ("country:(CN OR IR) oil", "(country:CN OR country:IR) oil"),
        ("country:CN|IR", "country:CN OR country:IR"),
        ("-author:jones", "-author:jones"),
        ("section: world", "section world"),
        ("topics:trade", "topics:trade"),
        ("pages:[2 TO 5]", "pages:[2 TO 5]"),
        ("pages:{2 TO 5}", "pages:{2 TO 5}"),
        ("pages:>=3", "pages:>=3"),
        ("pages:<3", "pages:<3"),
        ("https://example.org", "\"https example org\""),
        ("at 10:30", "at \"10 30\""),
    ],
    form: Form::Field(&["country", "source", "author"], read),
};

/// The field name that begins `rest`, in lower case, and its bytes with the colon.
pub(super) fn name_here(rest: &str) -> Option<(String, usize)> {
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')))?;
    let name = &rest[..end];
    let fits = name.starts_with(|c: char| c.is_ascii_alphabetic()) && rest[end..].starts_with(':');
    fits.then(|| (name.to_ascii_lowercase(), end + 1))
}

/// Reads the value or values after `field:`.
pub(crate) fn read(cursor: &mut Cursor<'_>, field: &str) -> Option<Node> {
    cursor.skip_space();
    let tests = match cursor.peek()? {
        '(' => read_list(cursor),
        '[' | '{' => read_range(cursor).into_iter().collect(),
        '>' | '<' => read_bound(cursor).into_iter().collect(),
        _ => read_alternatives(cursor),
    };
    let filters: Vec<Node> = tests
        .into_iter()
        .map(|test| Node::Filter(Filter { field: field.to_owned(), test }))
        .collect();
    (!filters.is_empty()).then(|| Node::or(filters))
}

fn read_list(cursor: &mut Cursor<'_>) -> Vec<Test> {
    let start = cursor.at();
    cursor.advance(1);
    let mut tests = Vec::new();
    loop {
        cursor.skip_space();
        match cursor.peek() {
            None => {
                cursor.problem(start, start + 1, "the closing ) is missing");
                break;
            }
            Some(')') => {
                cursor.advance(1);
                break;
            }
            Some('|' | ',' | '(') => cursor.advance(1),
            Some(_) => {
                let at = cursor.at();
                let value = read_value(cursor);
                if cursor.at() == at {
                    cursor.advance(cursor.peek().map_or(0, char::len_utf8));
                }
                tests.extend(value.filter(|v| v != "OR").map(test_of));
            }
        }
    }
    tests
}

fn read_alternatives(cursor: &mut Cursor<'_>) -> Vec<Test> {
    let mut tests = Vec::new();
    loop {
        let quoted = cursor.peek().is_some_and(is_quote);
        let Some(value) = read_value(cursor) else { break };
        tests.push(if quoted { Test::Is(value) } else { test_of(value) });
        if !cursor.eat('|') {
            break;
        }
    }
    tests
}

/// A bare value may be a range: `2021-08..2021-12`.
fn test_of(value: String) -> Test {
    match value.split_once("..") {
        Some((from, to)) if !(is_open(from) && is_open(to)) => {
            let bound = |text: &str| {
                (!is_open(text)).then(|| Bound { value: text.to_owned(), inclusive: true })
            };
            Test::Range { from: bound(from), to: bound(to) }
        }
        _ => Test::Is(value),
    }
}

/// Whether an end of a range is none.
fn is_open(end: &str) -> bool {
    matches!(end, "" | "*")
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// A value bare or in quotes; None when nothing is there.
fn read_value(cursor: &mut Cursor<'_>) -> Option<String> {
    let quoted = cursor.peek().is_some_and(is_quote);
    let value = if quoted {
        let start = cursor.at();
        cursor.advance(cursor.peek().map_or(0, char::len_utf8));
        let value = cursor.take_until(is_quote);
        match cursor.peek() {
            Some(quote) => cursor.advance(quote.len_utf8()),
            None => cursor.problem(start, cursor.at(), "the closing quote is missing"),
        }
        value.trim()
    } else {
        cursor.take_until(|c| c.is_whitespace() || ends_word(c) || matches!(c, ']' | '}'))
    };
    (!value.is_empty()).then(|| value.to_owned())
}

fn read_range(cursor: &mut Cursor<'_>) -> Option<Test> {
    let start = cursor.at();
    let from_inclusive = cursor.peek() == Some('[');
    cursor.advance(1);
    let mut values: Vec<Option<String>> = Vec::new();
    let to_inclusive = loop {
        cursor.skip_space();
        match cursor.peek() {
            Some(close @ (']' | '}')) => {
                cursor.advance(1);
                break close == ']';
            }
            None => {
                cursor.problem(start, start + 1, "the closing ] is missing");
                break true;
            }
            Some(quote) if is_quote(quote) => values.push(read_value(cursor)),
            Some(_) => match read_value(cursor) {
                Some(word) if word == "TO" => {}
                Some(value) => values.push((value != "*").then_some(value)),
                None => cursor.advance(cursor.peek().map_or(0, char::len_utf8)),
            },
        }
    };
    let bound = |value: Option<&Option<String>>, inclusive| {
        value.cloned().flatten().map(|value| Bound { value, inclusive })
    };
    let from = bound(values.first(), from_inclusive);
    let to = bound(values.get(1), to_inclusive);
    (from.is_some() || to.is_some()).then_some(Test::Range { from, to })
}

fn read_bound(cursor: &mut Cursor<'_>) -> Option<Test> {
    let lower = cursor.eat('>');
    if !lower {
        cursor.eat('<');
    }
    let inclusive = cursor.eat('=');
    let bound = Some(Bound { value: read_value(cursor)?, inclusive });
    Some(if lower {
        Test::Range { from: bound, to: None }
    } else {
        Test::Range { from: None, to: bound }
    })
}
