//! `a NEAR/5 b`: two things close to each other.

use super::proximity::WIDEST;
use super::{Form, Infix, Operator, ends_keyword};
use crate::matching::Occurrence;
use crate::query::Node;
use crate::query::cursor::Cursor;
use crate::work::{STEPS_A_PAIR, Work};

/// The gap of `NEAR` without a number, in words.
const DEFAULT_GAP: u32 = 10;
/// How many `NEAR` may stand in a row.
const MAX_IN_A_ROW: u32 = 16;

pub(super) const OPERATOR: Operator = Operator {
    name: "near",
    syntax: "a NEAR/5 b",
    help: "Both sides with at most so many words between them, in any order (10 without a number). A side is a word, a phrase, or alternatives: (oil|gas) NEAR/5 \"price rise\".",
    cases: &[
        ("china NEAR/5 taliban", "china NEAR/5 taliban"),
        ("china NEAR taliban", "china NEAR/10 taliban"),
        ("(oil|gas) NEAR/5 \"price rise\"", "(oil OR gas) NEAR/5 \"price rise\""),
        ("a NEAR/2 b NEAR/3 c d", "a NEAR/2 b NEAR/3 c d"),
        ("china NEAR/5", "china"),
        ("NEAR/5 china", "china"),
        ("china NEAR/5 (a b)", "china a b"),
        ("china NEAR/5 -iran", "china -iran"),
    ],
    form: Form::Infix(Infix::Near, &["NEAR"]),
};

/// The number in `/5`, and how many bytes it takes; the default without one.
pub(super) fn number(after: &str) -> Option<(usize, u32)> {
    if ends_keyword(after) {
        return Some((0, DEFAULT_GAP));
    }
    let tail = after.strip_prefix('/')?;
    let digits = tail.len() - tail.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || !ends_keyword(&tail[digits..]) {
        return None;
    }
    Some((1 + digits, tail[..digits].parse().unwrap_or(u32::MAX).min(WIDEST)))
}

/// `left NEAR/gap right`, or both as plain conditions, with a problem, when a
/// side is not something that stands at a place in the text.
pub(crate) fn join(
    cursor: &mut Cursor<'_>,
    (start, end): (usize, usize),
    left: Node,
    right: Node,
    gap: u32,
    levels: &mut u32,
) -> Node {
    *levels += 1;
    if *levels > MAX_IN_A_ROW {
        cursor.problem(start, end, "too many NEAR in a row; AND was taken");
    } else if stands(&left) && stands(&right) {
        return Node::Near { sides: Box::new((left, right)), gap };
    } else {
        cursor.problem(
            start,
            end,
            "NEAR joins words, phrases and alternatives of them; AND was taken",
        );
    }
    Node::and(vec![left, right])
}

fn stands(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Phrase(_) | Node::Within { .. } | Node::Near { .. } => true,
        Node::Or(sides) => sides.iter().all(stands),
        Node::All | Node::In(..) | Node::Filter(_) | Node::And(_) | Node::Not(_) => false,
    }
}

/// Calls `found` with each pair of a left and a right occurrence that do not
/// overlap and have at most `gap` words between them, until `work` is used up. Both lists are
/// sorted.
pub(crate) fn pairs(
    left: &[Occurrence],
    right: &[Occurrence],
    gap: u32,
    work: &Work,
    mut found: impl FnMut(Occurrence, Occurrence),
) {
    let longest = right.iter().map(|o| o.end - o.start).max().unwrap_or(0);
    for &l in left {
        if work.is_used_up() {
            return;
        }
        let least = l.start.saturating_sub(gap + longest);
        let from = right.partition_point(|r| r.start < least);
        for &r in &right[from..] {
            if r.start > l.end + gap || !work.take(STEPS_A_PAIR) {
                break;
            }
            let apart = (r.start >= l.end) || (l.start >= r.end && l.start - r.end <= gap);
            if apart {
                found(l, r);
            }
        }
    }
}
