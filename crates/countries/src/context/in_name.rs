//! Whether a mention is part of a longer proper name: an organisation, a
//! publication, a corridor, a treaty, an armed group. An adjective before a generic
//! office ("Chinese Foreign Ministry") is not.

use super::{Article, Class};
use crate::Kind;
use crate::scan::{Candidate, Word, word_hashes};

/// The heads of a war's name: "the Korean War", "the Iran-Iraq War", "the Balkan Wars". Written
/// small, the words describe a war ("the Vietnam war") and are no name; they count all the same.
const WARS: [u64; 2] = word_hashes(["war", "wars"]);

/// How many words of a name are read on either side.
const WORDS_EACH_SIDE: usize = 7;

/// Whether the words around the candidate make it part of a proper name.
pub(crate) fn in_name(article: &Article, candidate: &Candidate, kind: Kind) -> bool {
    named_after(article, candidate, kind) || named_before(article, candidate)
}

/// "China Institute of …", "Afghan Taliban", "China-Pakistan Economic Corridor":
/// capitals that follow, with a head among them.
fn named_after(article: &Article, candidate: &Candidate, kind: Kind) -> bool {
    let mut left = &article.words[candidate.word + candidate.words - 1];
    let next = candidate.word + candidate.words;
    for (step, at) in (next..next + WORDS_EACH_SIDE).enumerate() {
        let Some(word) = article.after(at) else { return false };
        let class = article.class(word);
        let glued = matches!(article.between(left, word), " " | "-" | "–" | "\u{a0}");
        if !glued || !(word.capital || (step > 0 && class.is(Class::LINK))) {
            return false;
        }
        if step == 0 && class.is(Class::GROUP) || word.capital && WARS.contains(&word.hash) {
            return true;
        }
        // A demonym modifies the office that follows; the office is not named by it.
        if kind == Kind::Demonym && class.is(Class::OFFICE) {
            return false;
        }
        if class.is(Class::ORGAN) {
            return kind != Kind::Demonym || step < 3;
        }
        left = word;
    }
    false
}

/// "Islamic Movement of Uzbekistan", "Bank of England": a head before, joined by
/// small words and capitals.
fn named_before(article: &Article, candidate: &Candidate) -> bool {
    let mut right: &Word = &article.words[candidate.word];
    let mut linked = false;
    for at in (candidate.word.saturating_sub(WORDS_EACH_SIDE)..candidate.word).rev() {
        let word = &article.words[at];
        if right.first || !matches!(article.between(word, right), " " | "-" | "\u{a0}") {
            return false;
        }
        let class = article.class(word);
        if class.is(Class::LINK) && !word.capital {
            linked = true;
        } else if !word.capital {
            return false;
        } else if class.is(Class::ORGAN) && linked {
            return true;
        }
        right = word;
    }
    false
}
