//! `"a b"`: words one after the other.

use super::{Form, Operator, proximity, word};
use crate::matching::{Occurrence, Positions};
use crate::query::cursor::Cursor;
use crate::query::{Node, Word};
use crate::work::Work;

pub(super) const OPERATOR: Operator = Operator {
    name: "phrase",
    syntax: "\"belt and road\"",
    help: "The words next to each other in this order, also across a paragraph end, never from the title into the body. Wildcards work inside; * alone stands for any one word.",
    cases: &[
        ("\"belt and road\"", "\"belt and road\""),
        ("“belt and road”", "\"belt and road\""),
        ("„belt and road“", "\"belt and road\""),
        ("«belt and road»", "\"belt and road\""),
        ("\"China’s east*\"", "\"china s east*\""),
        ("\"belt * road\"", "\"belt * road\""),
        ("Chinese-Afghan", "\"chinese afghan\""),
        ("U.S.", "\"u s\""),
        ("\"china\"", "china"),
        ("\"belt and road", "\"belt and road\""),
        ("\"\" china", "china"),
    ],
    form: Form::Enclosed(&['"', '“', '”', '„', '«', '»'], read),
};

fn closes(open: char, c: char) -> bool {
    match open {
        '"' => c == '"',
        '«' => c == '»',
        '»' => c == '«',
        _ => matches!(c, '”' | '“' | '"'),
    }
}

fn read(cursor: &mut Cursor<'_>) -> Option<Node> {
    let start = cursor.at();
    let open = cursor.peek()?;
    cursor.advance(open.len_utf8());
    let words_at = cursor.at();
    let text = cursor.take_until(|c| closes(open, c));
    let closed = cursor.peek();
    cursor.advance(closed.map_or(0, char::len_utf8));
    if closed.is_none() {
        cursor.problem(start, words_at, "the closing quote is missing");
    }
    let words = words_in(cursor, text, words_at);
    let suffix = proximity::read_suffix(cursor);
    if words.is_empty() {
        let end = cursor.at();
        cursor.problem(start, end, "there is no word between these quotes; they were ignored");
        return None;
    }
    Some(match suffix {
        Some(gap) if words.len() > 1 => Node::Within { words, gap },
        _ => Node::phrase(words),
    })
}

fn words_in(cursor: &mut Cursor<'_>, text: &str, start: usize) -> Vec<Word> {
    let mut words = Vec::new();
    for chunk in text.split_whitespace() {
        let at = start + (chunk.as_ptr() as usize - text.as_ptr() as usize);
        words.extend(word::words_of(cursor, chunk, at, word::Place::Phrase));
    }
    words
}

/// Where the words stand one after the other, until `work` is used up.
pub(crate) fn occurrences(words: &[&[u32]], work: &Work, out: &mut Vec<Occurrence>) {
    let Some((anchor, rarest)) = words.iter().enumerate().min_by_key(|(_, list)| list.len()) else {
        return;
    };
    let length = words.len() as u32;
    for &position in rarest.iter() {
        if !work.take(8 * words.len() as u64) {
            return;
        }
        let Some(start) = position.checked_sub(anchor as u32) else { continue };
        let all = words.iter().enumerate().all(|(at, list)| list.has(start + at as u32));
        if all {
            out.push(Occurrence { start, end: start + length });
        }
    }
}
