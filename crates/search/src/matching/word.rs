//! Whether a word of the text is the word that a query asks for.

use super::pattern::Pattern;
use super::porter;
use crate::operators::fuzzy;
use crate::query::Word;
use dateline_text::{fold, is_character};

/// The test of one query word against folded words.
pub(crate) enum Matcher {
    Exact(String),
    Joined(String),
    Prefix(String),
    Pattern(Pattern),
    Fuzzy(Vec<char>, u8),
    Stem(String),
    /// An expression that is not one: trees of other makers could hold it.
    Nothing,
}

impl Matcher {
    pub(crate) fn new(word: &Word) -> Self {
        match word {
            Word::Exact(word) => Matcher::Exact(word.clone()),
            Word::Joined(word) => Matcher::Joined(word.clone()),
            Word::Wild(wild) => match wild.strip_suffix('*') {
                Some(prefix) if !prefix.contains(['*', '?']) => Matcher::Prefix(prefix.to_owned()),
                _ => Matcher::Pattern(Pattern::wildcard(wild)),
            },
            Word::Fuzzy { word, distance } => Matcher::Fuzzy(word.chars().collect(), *distance),
            Word::Stem(word) => Matcher::Stem(porter::stem(word)),
            Word::Regex(source) => {
                Pattern::regex(source).map_or(Matcher::Nothing, Matcher::Pattern)
            }
        }
    }

    /// Whether `written`, all ASCII but perhaps with capitals, is such a word.
    #[inline]
    pub(crate) fn matches_ascii(&self, written: &str) -> bool {
        match self {
            Matcher::Exact(word) => written.eq_ignore_ascii_case(word),
            Matcher::Prefix(prefix) => {
                let start = written.as_bytes().get(..prefix.len());
                start.is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
            }
            _ => self.matches(&fold(written), false),
        }
    }

    /// Whether `folded` is such a word; `joined` as in [`dateline_text::Term`].
    pub(crate) fn matches(&self, folded: &str, joined: bool) -> bool {
        match self {
            Matcher::Exact(word) => word == folded,
            Matcher::Joined(word) => joined && word == folded,
            Matcher::Prefix(prefix) => folded.starts_with(prefix),
            Matcher::Pattern(pattern) => pattern.matches(folded),
            Matcher::Fuzzy(letters, distance) => {
                !is_character(folded) && fuzzy::within(letters, folded, *distance)
            }
            Matcher::Stem(stem) => porter::stem(folded) == *stem,
            Matcher::Nothing => false,
        }
    }
}
