//! `a|b`: one series with several spellings.

use super::{Form, Infix, Operator};

pub(super) const OPERATOR: Operator = Operator {
    name: "alternatives",
    syntax: "a|b",
    help: "Either word, as one series with one colour. Binds tighter than a space: a|b c is (a OR b) c.",
    cases: &[
        ("china|beijing", "china OR beijing"),
        ("china|beijing taliban", "(china OR beijing) taliban"),
        ("\"belt and road\" | bri", "\"belt and road\" OR bri"),
        ("china|", "china"),
    ],
    form: Form::Infix(Infix::Bar, &["||", "|"]),
};
