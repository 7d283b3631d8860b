//! Whether a word of the text is the word that a query asks for.

use super::pattern::Pattern;
use super::porter;
use crate::operators::fuzzy;
use crate::query::Word;

/// The test of one query word against folded words.
pub(crate) enum Matcher {
    Exact(String),
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
            Word::Wild(wild) => Matcher::Pattern(Pattern::wildcard(wild)),
            Word::Fuzzy { word, distance } => Matcher::Fuzzy(word.chars().collect(), *distance),
            Word::Stem(word) => Matcher::Stem(porter::stem(word)),
            Word::Regex(source) => {
                Pattern::regex(source).map_or(Matcher::Nothing, Matcher::Pattern)
            }
        }
    }

    /// Whether `folded` is such a word.
    pub(crate) fn matches(&self, folded: &str) -> bool {
        match self {
            Matcher::Exact(word) => word == folded,
            Matcher::Pattern(pattern) => pattern.matches(folded),
            Matcher::Fuzzy(letters, distance) => fuzzy::within(letters, folded, *distance),
            Matcher::Stem(stem) => porter::stem(folded) == *stem,
            Matcher::Nothing => false,
        }
    }
}
