//! `+a`: the condition must match, which it must anyway.

use super::{Form, Operator, Prefix};

pub(super) const OPERATOR: Operator = Operator {
    name: "required",
    syntax: "+a",
    help: "The condition must match. This is so without the sign too; it is read for those used to it.",
    cases: &[("+china +iran", "china iran"), ("+-china", "-china"), ("c++", "c")],
    form: Form::Prefix(Prefix::Required, &["+"]),
};
