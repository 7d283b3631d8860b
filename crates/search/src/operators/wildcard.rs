//! `word*`, `*stan`, `w?rd`: words by a part of their letters.

use super::{Form, Operator};

pub(super) const OPERATOR: Operator = Operator {
    name: "wildcard",
    syntax: "word*  or  *stan  or  w?rd",
    help: "* stands for any letters or none, ? for exactly one.",
    cases: &[
        ("Afghan*", "afghan*"),
        ("*stan", "*stan"),
        ("organi?ation", "organi?ation"),
        ("k*b?l", "k*b?l"),
        ("a**b", "a*b"),
        ("*", ""),
        ("* china", "china"),
        ("china ?", "china"),
        ("Élys*", "elys*"),
    ],
    form: Form::Plain,
};
