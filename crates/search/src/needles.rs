//! Which texts a query can match, told by their bytes: for a first answer while
//! there is no index. A text that is not picked holds no word of the query.

use crate::matching::scan::CLASSES;
use crate::query::{Node, Query, Word};

/// Runs of bytes that stand in every text that holds a word of a query.
#[derive(Debug)]
pub struct Needles {
    list: Vec<Needle>,
}

impl Needles {
    /// The needles of all words of `query`, also of those that are negated, since
    /// an index of the picked texts has to know them. `None` where a word has no
    /// run of two letters that stay as they are: fuzzy words, stems, expressions,
    /// single letters.
    pub fn of(query: &Query) -> Option<Needles> {
        let mut list = Vec::new();
        let known = query.series.iter().all(|series| collect(&series.node, &mut list));
        known.then_some(Needles { list })
    }

    /// Whether `text` (UTF-8) may hold a word of the query. Texts with letters beyond ASCII
    /// are always picked: what they fold to is not told by bytes.
    // Kept apart: in callers that are compiled for size the loop would be, too.
    #[inline(never)]
    pub fn pick(&self, text: &[u8]) -> bool {
        self.list.iter().any(|needle| needle.is_in(text)) || has_other_letters(text)
    }
}

/// Adds the needles of a condition; false where one cannot be told.
fn collect(node: &Node, list: &mut Vec<Needle>) -> bool {
    match node {
        Node::All | Node::Filter(_) => true,
        Node::Word(word) => add(word, list),
        Node::Phrase(words) | Node::Within { words, .. } => words.iter().all(|w| add(w, list)),
        Node::Near { sides, .. } => collect(&sides.0, list) && collect(&sides.1, list),
        Node::In(_, inner) | Node::Not(inner) => collect(inner, list),
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().all(|node| collect(node, list)),
    }
}

fn add(word: &Word, list: &mut Vec<Needle>) -> bool {
    let (text, starts, ends) = match word {
        Word::Exact(word) | Word::Joined(word) => (word.as_str(), true, true),
        Word::Wild(wild) => {
            let mut runs = wild.split(['*', '?']);
            let first = runs.next().unwrap_or("");
            match runs.max_by_key(|run| run.len()) {
                Some(run) if run.len() > first.len() => (run, false, false),
                _ => (first, true, false),
            }
        }
        Word::Fuzzy { .. } | Word::Stem(_) | Word::Regex(_) => return false,
    };
    if !text.is_ascii() {
        // Only in texts that are picked anyway.
        return true;
    }
    let known = text.len() > 1;
    if known {
        list.push(Needle::new(text, starts, ends));
    }
    known
}

/// A run of ASCII letters and digits in lower case, looked for in any case after
/// N. Horspool, "Practical fast searching in strings", Software: Practice and
/// Experience 10(6), 1980.
#[derive(Debug)]
struct Needle {
    bytes: Vec<u8>,
    /// How far the window may move when its last byte, lowercased, is this one.
    skips: [u8; 128],
    /// Whether a word begins, and ends, with it.
    starts: bool,
    ends: bool,
}

impl Needle {
    fn new(text: &str, starts: bool, ends: bool) -> Needle {
        let bytes = text.as_bytes().to_vec();
        let skip = |behind: usize| behind.min(usize::from(u8::MAX)) as u8;
        let mut skips = [skip(bytes.len()); 128];
        for (at, byte) in bytes[..bytes.len() - 1].iter().enumerate() {
            skips[usize::from(*byte & 127)] = skip(bytes.len() - 1 - at);
        }
        Needle { bytes, skips, starts, ends }
    }

    fn is_in(&self, text: &[u8]) -> bool {
        let length = self.bytes.len();
        let last = self.bytes[length - 1];
        let mut end = length - 1;
        while let Some(byte) = text.get(end) {
            let byte = byte.to_ascii_lowercase();
            if byte == last {
                let start = end + 1 - length;
                if text[start..end].eq_ignore_ascii_case(&self.bytes[..length - 1])
                    && (!self.starts || !self.is_letter(text, start.checked_sub(1)))
                    && (!self.ends || !self.is_letter(text, Some(end + 1)))
                {
                    return true;
                }
            }
            end += if byte < 128 { usize::from(self.skips[usize::from(byte)]) } else { length };
        }
        false
    }

    /// Whether an ASCII letter or digit stands at `at`.
    fn is_letter(&self, text: &[u8], at: Option<usize>) -> bool {
        let class = at.and_then(|at| text.get(at)).map_or(0, |byte| CLASSES[usize::from(*byte)]);
        class != 0 && class != 0xff
    }
}

/// Whether there is a character beyond ASCII other than the dashes, quotes,
/// bullets and dots of U+2010 to U+2027, which end words.
fn has_other_letters(mut bytes: &[u8]) -> bool {
    loop {
        let plain = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len());
        match &bytes[plain..] {
            [] => return false,
            [0xe2, 0x80, 0x90..=0xa7, rest @ ..] => bytes = rest,
            _ => return true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Zone};
    use crate::matching::matches;
    use crate::query::parse;
    use dateline_text::Span;
    use proptest::prelude::*;

    #[test]
    fn texts_are_picked_by_the_words_that_they_may_hold() {
        let rows = [
            ("oil", "Crude OIL, today", Some(true)),
            ("oil", "oil", Some(true)),
            ("oil", "soil and oils and toil", Some(false)),
            ("oil", "the well’s oil—all of it", Some(true)),
            ("oil", "", Some(false)),
            ("oil*", "oilfield", Some(true)),
            ("*stan", "in Kazakhstan", Some(true)),
            ("w?rds*", "swords", Some(true)),
            ("-oil", "oil", Some(true)),
            ("cafe", "a café", Some(true)),
            ("нефть", "oil", Some(false)),
            ("\"crude oil\" OR gas", "gas only", Some(true)),
            ("title:oil date:2021", "tin", Some(false)),
            ("oil~1", "oil", None),
            ("a*", "all", None),
            ("/o.l/", "oil", None),
            ("oil~s", "oil", None),
        ];
        for (query, text, want) in rows {
            let needles = Needles::of(&parse(query).tree);
            assert_eq!(
                needles.map(|needles| needles.pick(text.as_bytes())),
                want,
                "{query} in {text}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_matches_is_picked(
            text in "[a-cA-Cé’— ]{0,24}",
            query in "[a-c]{2,3}( OR [a-c]{2,4}\\*| \\*[a-c]{2,3}| \"[a-c]{2} [a-c]{2}\")?",
        ) {
            let zones = [(Zone::Body, Span::new(0, text.len()))];
            let tree = parse(&query).tree;
            let document = Document { raw: &text, zones: &zones };
            if let Some(needles) = Needles::of(&tree) {
                prop_assert!(needles.pick(text.as_bytes()) || !matches(&tree, &document, 0, &()));
            }
        }
    }
}
