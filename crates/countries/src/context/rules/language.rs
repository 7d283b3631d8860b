//! A demonym that names a language or a school subject: "speaks Chinese", "in
//! English", "translated from the Arabic". The words are the class `speak` of
//! `data/context/words.tsv`.

use super::super::{Article, Class, Fixed, Group, Reading};
use crate::scan::{Word, word_hash};

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut() {
        if reading.fixed.is_none() && reading.group == Group::Demonym && names(article, reading) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

fn names(article: &Article, reading: &Reading) -> bool {
    let first = reading.candidate.word;
    let next = first + reading.candidate.words;
    let noun_follows = article
        .after(next)
        .is_some_and(|w| article.between(&article.words[next - 1], w) == " " && !ends_phrase(w));
    let speak = |w: Option<&Word>| w.is_some_and(|w| article.class(w).is(Class::SPEAK));
    if speak(article.after(next)) {
        return true;
    }
    if noun_follows {
        return false;
    }
    let before = article.before(first);
    // "in Russian", but not "in Chinese hands" (a noun follows).
    let within = before.is_some_and(|w| w.hash == word_hash("in") || w.hash == word_hash("into"));
    let said_in = first.checked_sub(2).and_then(|at| article.before(at + 1));
    within || speak(before) || speak(said_in)
}

/// Words that begin something new after a language: "English and", "Spanish is".
fn ends_phrase(word: &Word) -> bool {
    const ENDS: &[&str] = &[
        "and", "or", "but", "is", "was", "as", "at", "with", "to", "for", "on", "that", "in",
        "because", "when", "while", "well", "fluently", "from", "by", "before", "after",
    ];
    ENDS.iter().any(|e| word.hash == word_hash(e))
}
