//! The words of the index that a word of the query stands for.

use crate::index::{Dictionary, OverBytes, Ranks};
use crate::matching::pattern::Pattern;
use crate::matching::porter;
use crate::query::Word;
use crate::work::{STEPS_AN_EXPANSION, Work};
use dateline_text::is_character;
use levenshtein_automata::LevenshteinAutomatonBuilder;

/// Steps for building an automaton of letters that may differ.
const STEPS_A_FUZZY_WORD: u64 = 500_000;
/// Steps for finding the stem of a word.
const STEPS_A_STEM: u64 = 50;

/// The ranks of `word` in `dictionary`; not all of them when `work` is used up.
pub(crate) fn expand(word: &Word, dictionary: &Dictionary<'_>, work: &Work) -> Ranks {
    match word {
        Word::Exact(word) => Ranks::Range(dictionary.ranks(word)),
        Word::Joined(word) => Ranks::one(dictionary.rank_joined(word)),
        Word::Wild(wild) => wildcard(wild, dictionary, work),
        Word::Regex(source) => Pattern::regex(source)
            .map_or(Ranks::one(None), |pattern| by_pattern(&pattern, dictionary, work)),
        Word::Fuzzy { word, distance } => fuzzy(word, *distance, dictionary, work),
        Word::Stem(word) => stem(word, dictionary, work),
    }
}

fn wildcard(wild: &str, dictionary: &Dictionary<'_>, work: &Work) -> Ranks {
    match wild.strip_suffix('*') {
        Some(prefix) if !prefix.contains(['*', '?']) => {
            Ranks::Range(dictionary.with_prefix(prefix))
        }
        _ => by_pattern(&Pattern::wildcard(wild), dictionary, work),
    }
}

fn by_pattern(pattern: &Pattern, dictionary: &Dictionary<'_>, work: &Work) -> Ranks {
    let mut ranks = Vec::new();
    dictionary.each(OverBytes(pattern, work), |rank, _| {
        work.take(STEPS_AN_EXPANSION);
        ranks.push(rank);
    });
    Ranks::Set(ranks)
}

fn fuzzy(word: &str, distance: u8, dictionary: &Dictionary<'_>, work: &Work) -> Ranks {
    if !work.take(STEPS_A_FUZZY_WORD) {
        return Ranks::one(None);
    }
    let dfa = LevenshteinAutomatonBuilder::new(distance, true).build_dfa(word);
    let mut ranks = Vec::new();
    dictionary.each(&dfa, |rank, word| {
        work.take(STEPS_AN_EXPANSION);
        if !is_character(word) {
            ranks.push(rank);
        }
    });
    Ranks::Set(ranks)
}

fn stem(word: &str, dictionary: &Dictionary<'_>, work: &Work) -> Ranks {
    let stem = porter::stem(word);
    // Stemming changes at most the last two letters of what a word and its stem
    // share (ability: abl), so that only words with the rest can have this stem.
    let shared: String = stem.chars().take(stem.chars().count().saturating_sub(2).max(1)).collect();
    let mut ranks = Vec::new();
    dictionary.each_with_prefix(&shared, |rank, word| {
        if porter::stem(word) == stem {
            ranks.push(rank);
        }
        work.take(STEPS_A_STEM)
    });
    Ranks::Set(ranks)
}
