//! Phrases that hold the name of a country but do not mention it, or mention
//! another: "South China Sea", "New Mexico". The phrases are
//! `data/context/blocks.tsv`.

use super::super::{Article, Fixed, Reading};
use crate::names::Source;
use crate::rule;

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.source == Source::Block) {
        let sense = article.gazetteer.phrases.senses(reading.candidate.phrase).next();
        reading.fixed = Some(match sense.and_then(|s| Some((s.country?, s.kind))) {
            Some((country, kind)) => Fixed::Counted(country, kind, rule::LONGER),
            None => Fixed::Dropped,
        });
    }
}
