//! `( … )`: conditions that belong together.

use super::{Form, Operator};
use crate::query::Node;
use crate::query::cursor::Cursor;
use crate::query::parser::read_or;

pub(super) const OPERATOR: Operator = Operator {
    name: "group",
    syntax: "(a OR b) c",
    help: "Parentheses say what belongs together.",
    cases: &[
        ("(china OR iran) oil", "(china OR iran) oil"),
        ("(china (iran))", "china iran"),
        ("(china OR iran", "china OR iran"),
        ("china) iran", "china iran"),
        ("() china", "china"),
        ("(china, iran) oil", "(china OR iran) oil"),
    ],
    form: Form::Enclosed(&['('], read),
};

fn read(cursor: &mut Cursor<'_>) -> Option<Node> {
    let start = cursor.at();
    cursor.advance(1);
    let node = cursor.deeper(|cursor| {
        cursor.open_groups += 1;
        let node = read_sides(cursor);
        cursor.open_groups -= 1;
        Some(node)
    })?;
    if !cursor.eat(')') {
        cursor.problem(start, start + 1, "the closing ) is missing");
    } else if node.is_none() {
        let end = cursor.at();
        cursor.problem(start, end, "nothing stands in these parentheses; they were ignored");
    }
    node
}

/// The alternatives up to the closing parenthesis; a comma is read as OR here,
/// since a series cannot stand inside another.
fn read_sides(cursor: &mut Cursor<'_>) -> Option<Node> {
    let mut sides = Vec::new();
    loop {
        sides.extend(read_or(cursor));
        let at = cursor.at();
        if !cursor.eat(',') {
            break;
        }
        cursor.problem(at, at + 1, "a comma inside parentheses was read as OR");
    }
    (!sides.is_empty()).then(|| Node::or(sides))
}

/// Whether a closing parenthesis here would close something.
pub(crate) fn is_open(cursor: &Cursor<'_>) -> bool {
    cursor.open_groups > 0
}
