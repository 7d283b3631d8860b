//! "US" among words that are all capitals may be the pronoun: "CONTACT US".

use super::super::{Article, Fixed, Reading};

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let at = reading.candidate.word;
        let word = &article.words[at];
        if reading.candidate.words != 1 || word.of(article.text) != "US" {
            continue;
        }
        let shouted = |word: Option<&crate::scan::Word>| word.is_some_and(|w| w.shouted);
        let before = shouted(article.before(at));
        let after = article.after(at + 1);
        if before && (after.is_none() || shouted(after)) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}
