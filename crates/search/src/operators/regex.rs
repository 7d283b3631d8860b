//! `/…/`: words by a regular expression.

use super::{Form, Operator};
use crate::matching::pattern::Pattern;
use crate::query::cursor::Cursor;
use crate::query::{Node, Word};

pub(super) const OPERATOR: Operator = Operator {
    name: "regex",
    syntax: "/expression/",
    help: "Words that match the whole expression, in lower case without accents: . [a-z] [^a-z] \\d * + ? {2,4} | ( ).",
    cases: &[
        ("/afghan(s|istan)?/", "/afghan(s|istan)?/"),
        ("/198[0-9]/ oil", "/198[0-9]/ oil"),
        ("/[/ oil", "oil"),
        ("and/or", "\"and or\""),
        ("km/h", "\"km h\""),
    ],
    form: Form::Enclosed(&['/'], read),
};

fn read(cursor: &mut Cursor<'_>) -> Option<Node> {
    let start = cursor.at();
    if cursor.no_more_slashes {
        return None;
    }
    let Some(length) = closing(&cursor.rest()[1..]) else {
        cursor.no_more_slashes = true;
        return None;
    };
    let source = cursor.between(start + 1, start + 1 + length).replace("\\/", "/");
    cursor.advance(length + 2);
    match Pattern::regex(&source) {
        Ok(_) => Some(Node::Word(Word::Regex(source))),
        Err(reason) => {
            let end = cursor.at();
            cursor.problem(start, end, format!("this expression was ignored: {reason}"));
            None
        }
    }
}

/// Bytes before the next `/` that no backslash protects; None when there is none.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'/' if !escaped => return (at > 0).then_some(at),
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}
