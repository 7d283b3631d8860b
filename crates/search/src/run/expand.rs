//! The words of the index that a word of the query stands for.

use crate::index::{Dictionary, OverBytes, Ranks};
use crate::matching::pattern::Pattern;
use crate::matching::porter;
use crate::query::Word;
use dateline_text::is_character;
use levenshtein_automata::LevenshteinAutomatonBuilder;

/// The ranks of `word` in `dictionary`.
pub(crate) fn expand(word: &Word, dictionary: &Dictionary<'_>) -> Ranks {
    match word {
        Word::Exact(word) => Ranks::Range(dictionary.ranks(word)),
        Word::Joined(word) => Ranks::one(dictionary.rank_joined(word)),
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
    dictionary.each(&dfa, |rank, word| {
        if !is_character(word) {
            ranks.push(rank);
        }
    });
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
