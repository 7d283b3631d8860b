//! Roads of the United States: "U.S. 59", "US Highway 31", "U.S. Route 1".

use super::super::{Article, Fixed, Group, Reading};
use crate::scan::{Word, word_hash};

/// What numbers count that are no road.
const COUNTED: &[&str] =
    &["million", "billion", "trillion", "percent", "per", "troops", "soldiers", "dollars"];
/// What roads are called.
const ROADS: &[&str] = &["Highway", "Hwy", "Route", "Rt", "Interstate", "Rte"];

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let american =
            matches!(&article.text[reading.candidate.span.range()], "U.S." | "US" | "U.S");
        if reading.group == Group::Name && american && is_road(article, reading) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

fn is_road(article: &Article, reading: &Reading) -> bool {
    let at = reading.candidate.word + reading.candidate.words;
    let (_, after) = article.around(reading.candidate.span);
    let Some(next) = article.after(at).filter(|_| after.starts_with([' ', '-'])) else {
        return false;
    };
    let text = next.of(article.text);
    let one_of = |word: Option<&Word>, list: &[&str]| {
        word.is_some_and(|w| list.iter().any(|l| w.hash == word_hash(l)))
    };
    let number = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    let follows = article.after(at + 1);
    let joined = follows.is_some_and(|w| matches!(article.between(next, w), "-" | "." | "," | ":"));
    (number && !joined && !one_of(follows, COUNTED)) || (next.capital && one_of(Some(next), ROADS))
}
