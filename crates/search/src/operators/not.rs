//! `-a`, `!a`, `NOT a`: articles that do not match. Never highlighted.

use super::{Form, Operator, Prefix};

pub(super) const OPERATOR: Operator = Operator {
    name: "not",
    syntax: "-a  or  !a  or  NOT a",
    help: "Articles that do not match the condition. What is excluded is never highlighted.",
    cases: &[
        ("china -lithium", "china -lithium"),
        ("china NOT lithium", "china -lithium"),
        ("china AND NOT (lithium OR copper)", "china -(lithium OR copper)"),
        ("!\"belt and road\"", "-\"belt and road\""),
        ("--china", "china"),
        ("china - lithium", "china lithium"),
        ("china -", "china"),
    ],
    form: Form::Prefix(Prefix::Not, &["-", "!", "NOT"]),
};
