//! Brussels where it stands for the European Union: an actor beside other capitals
//! ("Washington and Brussels"), or beside the Union's words (class `european` of
//! `data/context/words.tsv`), and not a place ("in Brussels").

use super::super::{Article, Class, Fixed, Group, Reading};
use crate::scan::word_hashes;

const BRUSSELS: u64 = word_hashes(["Brussels"])[0];

/// How many words on either side are read.
const WORDS_EACH_SIDE: usize = 12;

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        let word = reading.candidate.word;
        let is = reading.fixed.is_none() && article.words[word].hash == BRUSSELS;
        if is && !is_place(article, word) && is_union(article, readings, at) {
            readings[at].fixed = Some(Fixed::Dropped);
        }
    }
}

/// "in Brussels", "from Brussels", "Brussels, Belgium", "BRUSSELS, March 2".
fn is_place(article: &Article, word: usize) -> bool {
    let placed = article.before(word).is_none_or(|w| article.class(w).is(Class::PLACE_BEFORE));
    let comma = article.after(word + 1).is_some_and(|next| {
        article.between(&article.words[word], next).starts_with(',') && next.capital
    });
    placed || comma
}

fn is_union(article: &Article, readings: &[Reading], at: usize) -> bool {
    let word = readings[at].candidate.word;
    let near =
        word.saturating_sub(WORDS_EACH_SIDE)..(word + WORDS_EACH_SIDE).min(article.words.len());
    let union = near.clone().any(|i| article.class(&article.words[i]).is(Class::EUROPEAN));
    let beside = |other: Option<&Reading>| {
        other.is_some_and(|r| r.group == Group::Capital && r.candidate.word.abs_diff(word) == 2)
    };
    union || beside(at.checked_sub(1).and_then(|i| readings.get(i))) || beside(readings.get(at + 1))
}
