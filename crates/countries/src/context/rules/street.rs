//! Streets: a name or demonym before the word of a street, at a number or behind a word that
//! leads to an address ("12 Lebanon Road", "on Jamaica Avenue", "corner of Irish Lane").

use super::super::{Article, Fixed, Group, Reading};
use crate::scan::{Word, word_hashes};

/// Words that make the words before them a street and hardly anything else.
const STREETS: [u64; 14] = word_hashes([
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "boulevard",
    "blvd",
    "lane",
    "drive",
    "terrace",
    "crescent",
    "alley",
    "parkway",
]);

/// Words that lead to a street.
const LEADING: [u64; 11] =
    word_hashes(["on", "at", "along", "down", "off", "up", "of", "near", "from", "to", "and"]);

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    // Towns and states the model weighs: a county road is in its county.
    let named = |r: &Reading| matches!(r.group, Group::Name | Group::Demonym | Group::Capital);
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none() && named(r)) {
        let at = reading.candidate.word;
        if is_street(article, at + reading.candidate.words) && is_led(article, at) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

/// A street's word stands at `at`, and ends the run of capitals: "China Road and Bridge
/// Corporation" and "U.S. Road Safety Board" are no streets.
fn is_street(article: &Article, at: usize) -> bool {
    let Some(word) = article.after(at) else { return false };
    let (Some(before), spaced) = (at.checked_sub(1).map(|i| &article.words[i]), spaced(article))
    else {
        return false;
    };
    let street = word.capital && spaced(before, word) && STREETS.contains(&word.hash);
    street
        && article.after(at + 1).is_none_or(|next| {
            let and = next.of(article.text) == "and";
            let further = article.after(at + 2).is_some_and(|w| w.capital);
            !spaced(word, next) || !(next.capital || (and && further))
        })
}

fn spaced<'a>(article: &'a Article<'a>) -> impl Fn(&Word, &Word) -> bool + 'a {
    |left, right| matches!(article.between(left, right), " " | "\u{a0}" | "\n")
}

/// A number or a word that leads to an address stands before; capitals of the street's name
/// may stand between ("on New Jamaica Avenue").
fn is_led(article: &Article, at: usize) -> bool {
    let Some(before) = article.before(at) else { return false };
    let text = before.of(article.text);
    spaced(article)(before, &article.words[at])
        && (text.starts_with(|c: char| c.is_ascii_digit())
            || (!before.capital && LEADING.contains(&before.hash)))
}
