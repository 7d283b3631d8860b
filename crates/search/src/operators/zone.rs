//! `title:a`, `body:a`, `in:hidden a`: a condition on one part of the article.

use super::{Form, Operator};
use crate::document::Zone;
use crate::query::Node;
use crate::query::cursor::Cursor;
use crate::query::parser::{read_atom, read_unary};

pub(super) const TITLE_AND_BODY: Operator = Operator {
    name: "title and body",
    syntax: "title:word  or  body:\"a phrase\"",
    help: "The condition, looked for in the title or in the body only.",
    cases: &[
        ("title:taliban", "title:taliban"),
        ("title: taliban china", "title:taliban china"),
        ("title:\"belt and road\"", "title:\"belt and road\""),
        ("title:(china OR iran) body:oil", "title:(china OR iran) body:oil"),
        ("title:", ""),
        ("-title:china", "-title:china"),
    ],
    form: Form::Field(&["title", "body"], read_zone),
};

pub(super) const IN: Operator = Operator {
    name: "in",
    syntax: "in:hidden word",
    help: "The condition, looked for in one part only: title, body, byline, source, or hidden (menus, advertisements, repeats), which is not searched otherwise.",
    cases: &[
        ("in:hidden subscribe", "in:hidden subscribe"),
        ("in:byline (jane OR john)", "in:byline (jane OR john)"),
        ("in:title oil", "title:oil"),
        ("in:nowhere oil", "oil"),
        ("in:title", ""),
    ],
    form: Form::Field(&["in"], read_in),
};

fn read_zone(cursor: &mut Cursor<'_>, name: &str) -> Option<Node> {
    cursor.skip_space();
    let zone = Zone::named(name)?;
    Some(Node::In(zone, Box::new(read_atom(cursor)?)))
}

fn read_in(cursor: &mut Cursor<'_>, _: &str) -> Option<Node> {
    cursor.skip_space();
    let start = cursor.at();
    let name = cursor.take_until(|c| !c.is_ascii_alphanumeric());
    let end = cursor.at();
    cursor.eat(':');
    cursor.skip_space();
    let node = read_unary(cursor)?;
    let Some(zone) = Zone::named(name) else {
        let names = Zone::ALL.map(Zone::name).join(", ");
        cursor.problem(start, end, format!("in: is followed by one of {names}; it was ignored"));
        return Some(node);
    };
    Some(Node::In(zone, Box::new(node)))
}
