//! The words of the index that a word of the query stands for.

use crate::index::Dictionary;
use crate::index::OverBytes;
use crate::matching::pattern::Pattern;
use crate::matching::porter;
use crate::query::Word;
use levenshtein_automata::LevenshteinAutomatonBuilder;
use std::ops::Range;

/// Ranks of words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ranks {
    /// Ranks that follow each other; empty, one, or the words with a prefix.
    Range(Range<u32>),
    /// Any, ascending.
    Set(Vec<u32>),
}

impl Ranks {
    fn one(rank: Option<u32>) -> Self {
        Ranks::Range(rank.map_or(0..0, |rank| rank..rank + 1))
    }

    pub(crate) fn has(&self, rank: u32) -> bool {
        match self {
            Ranks::Range(range) => range.contains(&rank),
            Ranks::Set(ranks) => ranks.binary_search(&rank).is_ok(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Ranks::Range(range) => range.len(),
            Ranks::Set(ranks) => ranks.len(),
        }
    }

    /// The rank, when there is just one.
    pub(crate) fn single(&self) -> Option<u32> {
        match self {
            Ranks::Range(range) => (range.len() == 1).then_some(range.start),
            Ranks::Set(ranks) => (ranks.len() == 1).then(|| ranks[0]),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let (range, set): (Range<u32>, &[u32]) = match self {
            Ranks::Range(range) => (range.clone(), &[]),
            Ranks::Set(ranks) => (0..0, ranks),
        };
        range.chain(set.iter().copied())
    }
}

/// The ranks of `word` in `dictionary`.
pub(crate) fn expand(word: &Word, dictionary: &Dictionary<'_>) -> Ranks {
    match word {
        Word::Exact(word) => Ranks::one(dictionary.rank(word)),
        Word::Wild(wild) => wildcard(wild, dictionary),
        Word::Regex(source) => Pattern::regex(source)
            .map_or(Ranks::one(None), |pattern| by_pattern(&pattern, dictionary)),
        Word::Fuzzy { word, distance } => fuzzy(word, *distance, dictionary),
        Word::Stem(word) => stem(word, dictionary),
    }
}

fn wildcard(wild: &str, dictionary: &Dictionary<'_>) -> Ranks {
    match wild.strip_suffix('*') {
        Some(prefix) if !prefix.contains(['*', '?']) => {
            Ranks::Range(dictionary.with_prefix(prefix))
        }
        _ => by_pattern(&Pattern::wildcard(wild), dictionary),
    }
}

fn by_pattern(pattern: &Pattern, dictionary: &Dictionary<'_>) -> Ranks {
    let mut ranks = Vec::new();
    dictionary.each(OverBytes(pattern), |rank, _| ranks.push(rank));
    Ranks::Set(ranks)
}

fn fuzzy(word: &str, distance: u8, dictionary: &Dictionary<'_>) -> Ranks {
    let dfa = LevenshteinAutomatonBuilder::new(distance, true).build_dfa(word);
    let mut ranks = Vec::new();
    dictionary.each(&dfa, |rank, _| ranks.push(rank));
    Ranks::Set(ranks)
}

fn stem(word: &str, dictionary: &Dictionary<'_>) -> Ranks {
    let stem = porter::stem(word);
    // Stemming changes at most the last two letters of what a word and its stem
    // share (ability: abl), so that only words with the rest can have this stem.
    let shared: String = stem.chars().take(stem.chars().count().saturating_sub(2).max(1)).collect();
    let mut ranks = Vec::new();
    dictionary.each_with_prefix(&shared, |rank, word| {
        if porter::stem(word) == stem {
            ranks.push(rank);
        }
        true
    });
    Ranks::Set(ranks)
}
