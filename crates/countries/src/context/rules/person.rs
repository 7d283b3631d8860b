//! Persons: a demonym that is a surname ("Dawn French"), a country or town that is a
//! first name before a surname ("Israel Hernandez"). The names are
//! `data/context/first_names.txt` and `surnames.txt`; the model reads looser signs.

use super::super::{Article, Class, Fixed, Group, Reading};
use crate::scan::word_hashes;

/// Demonyms that are surnames; "John Chinese" is nobody.
const NAMES: [u64; 20] = word_hashes([
    "french", "english", "german", "irish", "dane", "finn", "pole", "welsh", "england", "scott",
    "scot", "brit", "swede", "turk", "thai", "holland", "ireland", "norman", "dutch", "lao",
]);

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let person = match reading.group {
            Group::Demonym => surname(article, reading) || speaker(article, reading),
            _ => full_name(article, reading),
        };
        if person {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

fn surname(article: &Article, reading: &Reading) -> bool {
    let first = reading.candidate.word;
    let word = &article.words[first];
    let Some(before) = article.before(first) else { return false };
    let named = article.class(before).is(Class::FIRST_NAME) && article.between(before, word) == " ";
    before.capital && named && NAMES.contains(&word.hash)
}

/// "French said" is a person: one of a people is "the Russian" or "a German".
fn speaker(article: &Article, reading: &Reading) -> bool {
    let at = reading.candidate.word + reading.candidate.words;
    let said = article.after(at).is_some_and(|next| {
        article.class(next).is(Class::SAID)
            && article.between(&article.words[at - 1], next) == " "
            && matches!(next.of(article.text), "said" | "says" | "told" | "added" | "explained")
    });
    let name = NAMES.contains(&article.words[at - 1].hash);
    let bare = article.before(reading.candidate.word).is_none_or(|before| {
        let gap = article.between(before, &article.words[reading.candidate.word]);
        gap != " " || (before.capital && article.class(before).is(Class::TITLE))
    });
    said && name && bare
}

/// A first name before a surname that is no common word of places or offices.
fn full_name(article: &Article, reading: &Reading) -> bool {
    let at = reading.candidate.word;
    let word = &article.words[at];
    let first = reading.candidate.words == 1 && article.class(word).is(Class::FIRST_NAME);
    let other = [Class::PLACE_AFTER, Class::STREET, Class::ORGAN, Class::TITLE, Class::TEAM];
    first
        && article.after(at + 1).is_some_and(|next| {
            let class = article.class(next);
            next.capital
                && article.between(word, next) == " "
                && class.is(Class::SURNAME)
                && !other.iter().any(|o| class.is(*o))
        })
}
