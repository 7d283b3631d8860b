//! A demonym that names a language or a school subject: "speaks Chinese", "in
//! English", "translated from the Arabic". The words are the class `speak` of
//! `data/context/words.tsv`.

use super::super::{Article, Class, Fixed, Group, Reading};
use crate::scan::{Word, word_hashes};

const IN: [u64; 2] = word_hashes(["in", "into"]);
const ENGLISH: u64 = word_hashes(["English"])[0];
/// What stands before the people of that name.
const PEOPLE: [u64; 6] = word_hashes(["the", "is", "are", "was", "were", "be"]);

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        if reading.fixed.is_some() || reading.group != Group::Demonym {
            continue;
        }
        // "in English and Spanish": the second is a language where the first is.
        let before = at.checked_sub(1).map(|before| &readings[before]);
        let beside = before.is_some_and(|b| {
            b.fixed == Some(Fixed::Dropped)
                && b.group == Group::Demonym
                && follows(article, b, reading)
        });
        if is_language(article, reading, beside) {
            readings[at].fixed = Some(Fixed::Dropped);
        }
    }
}

/// "English and Spanish", "English, Spanish".
fn follows(article: &Article, first: &Reading, second: &Reading) -> bool {
    let between = first.candidate.span.end as usize..second.candidate.span.start as usize;
    matches!(article.text.get(between), Some(" and " | " or " | ", " | ", and "))
}

fn is_language(article: &Article, reading: &Reading, beside: bool) -> bool {
    let first = reading.candidate.word;
    let next = first + reading.candidate.words;
    let speak = |w: Option<&Word>| w.is_some_and(|w| article.class(w).is(Class::SPEAK));
    if speak(article.after(next)) {
        return true;
    }
    let noun_follows = article
        .after(next)
        .is_some_and(|w| article.between(&article.words[next - 1], w) == " " && !ends_phrase(w));
    if noun_follows {
        return false;
    }
    let before = article.before(first);
    let one_of = |list: &[u64]| before.is_some_and(|w| list.contains(&w.hash));
    // "in Russian", but not "in Chinese hands" (a noun follows).
    let within = one_of(&IN);
    let said_in = first.checked_sub(2).and_then(|at| article.before(at + 1));
    // "English" alone is the language; the people are "the English".
    let english = article.words[first].hash == ENGLISH && !one_of(&PEOPLE);
    beside || within || english || speak(before) || speak(said_in)
}

/// Words that begin something new after a language: "English and", "Spanish is".
fn ends_phrase(word: &Word) -> bool {
    const ENDS: [u64; 34] = word_hashes([
        "and", "or", "but", "is", "was", "as", "at", "with", "to", "for", "on", "that", "in",
        "because", "when", "while", "well", "fluently", "from", "by", "before", "after", "which",
        "so", "may", "can", "will", "who", "than", "too", "also", "instead", "only", "if",
    ]);
    ENDS.contains(&word.hash)
}
