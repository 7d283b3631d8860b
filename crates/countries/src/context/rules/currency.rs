//! Money: "U.S. dollars", "the Swiss franc" name a currency, not a country. The
//! units are the class `currency` of `data/context/words.tsv`.

use super::super::{Article, Class, Fixed, Group, Reading};

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let names = matches!(reading.group, Group::Name | Group::Demonym);
        let next = article.after(reading.candidate.word + reading.candidate.words);
        let (_, after) = article.around(reading.candidate.span);
        let beside = after.starts_with([' ', '-']) || after.starts_with("'s ");
        if names && beside && next.is_some_and(|w| article.class(w).is(Class::CURRENCY)) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}
