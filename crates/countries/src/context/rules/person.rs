//! A demonym that is a person's surname or first name: "Jim French", "Dawn
//! French", "Finn Jones".

use super::super::{Article, Class, Fixed, Group, Reading};
use crate::scan::word_hash;

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut() {
        if reading.fixed.is_none() && reading.group == Group::Demonym && surname(article, reading) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

fn surname(article: &Article, reading: &Reading) -> bool {
    /// Demonyms that are surnames; "John Chinese" is nobody.
    const SURNAMES: &[&str] = &[
        "french", "english", "german", "irish", "dane", "finn", "pole", "welsh", "england",
        "scott", "scot", "brit", "swede", "turk", "thai", "holland", "ireland", "norman", "dutch",
        "lao",
    ];
    let first = reading.candidate.word;
    let word = &article.words[first];
    let Some(before) = article.before(first) else { return false };
    let named = article.class(before).is(Class::FIRST_NAME) && article.between(before, word) == " ";
    before.capital && named && SURNAMES.iter().any(|s| word.hash == word_hash(s))
}
