//! `a OR b`: at least one of the conditions.

use super::{Form, Infix, Operator};

pub(super) const OPERATOR: Operator = Operator {
    name: "or",
    syntax: "a OR b",
    help: "Articles that match at least one of the conditions. OR binds looser than a space: a b OR c is (a b) OR c.",
    cases: &[
        ("china OR iran", "china OR iran"),
        ("china iran OR russia", "china iran OR russia"),
        ("china (iran OR russia)", "china (iran OR russia)"),
        ("china OR", "china"),
        ("OR OR china", "china"),
    ],
    form: Form::Infix(Infix::Or, &["OR"]),
};
