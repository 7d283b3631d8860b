//! `a b`, `a AND b`: all of the conditions.

use super::{Form, Infix, Operator};

pub(super) const OPERATOR: Operator = Operator {
    name: "and",
    syntax: "a b  or  a AND b",
    help: "Articles that match all of the conditions, anywhere in title or body.",
    cases: &[
        ("china taliban", "china taliban"),
        ("china AND taliban", "china taliban"),
        ("china && taliban", "china taliban"),
        ("china and taliban", "china and taliban"),
        ("AND china", "china"),
    ],
    form: Form::Infix(Infix::And, &["AND", "&&"]),
};
