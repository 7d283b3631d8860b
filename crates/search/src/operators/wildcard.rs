//! `word*`, `*stan`, `w?rd`: words by a part of their letters.

use super::{Form, Operator};

pub(super) const OPERATOR: Operator = Operator {
    name: "wildcard",
    syntax: "word*  or  *stan  or  w?rd",
    help: "* stands for any letters or none, ? within a word for exactly one. Between characters that are written without spaces (中?国) either stands for one character; before and behind them it is not needed.",
    cases: &[
        ("Afghan*", "afghan*"),
        ("*stan", "*stan"),
        ("organi?ation", "organi?ation"),
        ("k*b?l", "k*b?l"),
        ("a**b", "a*b"),
        ("*", ""),
        ("* china", "china"),
        ("china ?", "china"),
        ("Is Kabul open?", "is kabul open"),
        ("?ran", "?ran"),
        ("Élys*", "elys*"),
        ("阿?汗", "\"阿 * 汗\""),
        ("阿富*", "阿富"),
    ],
    form: Form::Plain,
};
