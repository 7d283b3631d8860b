//! Text to tree. Never fails: what cannot be understood is repaired and told.
//!
//! From loose to tight: `,` series, `OR`, space (and), `-` (not), `NEAR`, `|`,
//! then words, phrases, groups and fields. What signs there are and what they
//! make stands in the table of operators.

use super::cursor::Cursor;
use super::problem::Problem;
use super::tree::{Node, Query, Series};
use crate::operators::{self, Infix};
use crate::sort;

/// The result of the parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The query as understood.
    pub tree: Query,
    /// Repairs made on the way, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Reads a query as typed. Never fails, and takes time linear in its length.
///
/// ```
/// let parsed = dateline_search::parse("“belt and road” -lithium (oil");
/// assert_eq!(parsed.tree.to_string(), "\"belt and road\" -lithium oil");
/// assert_eq!(parsed.problems[0].message, "the closing ) is missing");
/// ```
pub fn parse(text: &str) -> Parsed {
    let mut cursor = Cursor::new(text);
    let mut series = Vec::new();
    loop {
        if let Some(one) = operators::series::read(&mut cursor) {
            series.push(one);
        }
        if !cursor.eat(',') {
            break;
        }
    }
    if series.is_empty() {
        series.push(Series { label: None, node: Node::All });
    }
    operators::date::share(&mut series);
    let mut problems = cursor.into_problems();
    sort::few(&mut problems, |a, b| a.span < b.span);
    Parsed { tree: Query { series }, problems }
}

/// Alternatives joined by `OR`, up to a comma, a closing parenthesis or the end.
pub(crate) fn read_or(cursor: &mut Cursor<'_>) -> Option<Node> {
    let mut sides = Vec::new();
    let mut sign: Option<(usize, usize)> = None;
    loop {
        let side = read_and(cursor);
        let start = cursor.at();
        let more = operators::eat_infix(cursor, Infix::Or).is_some();
        let end = cursor.at();
        if side.is_none()
            && let Some((start, end)) = sign.or(more.then_some((start, end)))
        {
            cursor.problem(start, end, "OR needs something on both sides");
        }
        sides.extend(side);
        if !more {
            break;
        }
        sign = Some((start, end));
    }
    (!sides.is_empty()).then(|| Node::or(sides))
}

/// Conditions side by side.
fn read_and(cursor: &mut Cursor<'_>) -> Option<Node> {
    let mut sides = Vec::new();
    loop {
        cursor.skip_space();
        if at_end_of_group(cursor) || operators::at_infix(cursor, Infix::Or) {
            break;
        }
        let start = cursor.at();
        if operators::eat_infix(cursor, Infix::And).is_some() {
            let at = cursor.at();
            cursor.skip_space();
            if sides.is_empty() || at_end_of_group(cursor) {
                cursor.problem(start, at, "AND needs something on both sides");
            }
            continue;
        }
        if operators::eat_infix(cursor, Infix::Near).is_some() {
            let at = cursor.at();
            cursor.problem(start, at, "NEAR needs something on both sides");
            continue;
        }
        sides.extend(read_unary(cursor));
        if cursor.at() == start {
            // Nothing here begins anything: punctuation on its own.
            let skipped = cursor.peek().map_or(0, char::len_utf8);
            cursor.advance(skipped);
        }
    }
    (!sides.is_empty()).then(|| Node::and(sides))
}

fn at_end_of_group(cursor: &mut Cursor<'_>) -> bool {
    loop {
        match cursor.peek() {
            None | Some(',') => return true,
            Some(')') if operators::group::is_open(cursor) => return true,
            Some(')') => {
                let at = cursor.at();
                cursor.problem(at, at + 1, "this ) closes nothing; it was ignored");
                cursor.advance(1);
                cursor.skip_space();
            }
            Some(_) => return false,
        }
    }
}

/// One condition with any signs before it.
pub(crate) fn read_unary(cursor: &mut Cursor<'_>) -> Option<Node> {
    let mut negated = false;
    let start = cursor.at();
    while let Some(prefix) = operators::eat_prefix(cursor) {
        negated ^= prefix == operators::Prefix::Not;
        cursor.skip_space();
    }
    let signs = cursor.at();
    let node = read_near(cursor);
    if node.is_none() && signs > start {
        let sign = cursor.between(start, signs).trim().to_owned();
        cursor.problem(start, signs, format!("nothing follows {sign}; it was ignored"));
    }
    node.map(|node| if negated { Node::negate(node) } else { node })
}

fn read_near(cursor: &mut Cursor<'_>) -> Option<Node> {
    let start = cursor.at();
    let mut left = read_bar(cursor)?;
    let mut levels = 0;
    loop {
        let sign = cursor.at();
        let Some(gap) = operators::eat_infix(cursor, Infix::Near) else { break };
        let sign_end = cursor.at();
        cursor.skip_space();
        let right = if operators::at_prefix(cursor) { None } else { read_bar(cursor) };
        let Some(right) = right else {
            cursor.problem(sign, sign_end, "NEAR needs something on both sides");
            break;
        };
        let end = cursor.at();
        left = operators::near::join(cursor, (start, end), left, right, gap, &mut levels);
    }
    Some(left)
}

fn read_bar(cursor: &mut Cursor<'_>) -> Option<Node> {
    let first = read_atom(cursor)?;
    let mut sides = vec![first];
    loop {
        let sign = cursor.at();
        if operators::eat_infix(cursor, Infix::Bar).is_none() {
            break;
        }
        cursor.skip_space();
        let side = if operators::at_prefix(cursor) { None } else { read_atom(cursor) };
        match side {
            Some(side) => sides.push(side),
            None => {
                cursor.problem(sign, cursor.at(), "| needs something on both sides");
                break;
            }
        }
    }
    Some(Node::or(sides))
}

/// A word, phrase, group, expression or field; None, without moving, when
/// nothing of the kind begins here.
pub(crate) fn read_atom(cursor: &mut Cursor<'_>) -> Option<Node> {
    operators::read_enclosed(cursor)
        .or_else(|| operators::read_field(cursor))
        .or_else(|| operators::word::read(cursor))
}
