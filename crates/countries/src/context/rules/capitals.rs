//! Towns in words that are all capitals: "SEC", "SPLIT" and "PACT" are towns
//! somewhere. They count where a dateline stands, where the article writes the
//! name in small letters elsewhere, or where the town is large.

use super::super::{Article, Fixed, Group, Reading};
use crate::names::Marks;

/// Logarithm (base 2) of the population from which a town needs no other sign.
const MIN_LOG_POPULATION: u8 = 19;

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    let shouted = |r: &Reading| {
        r.group == Group::Town && article.words[r.candidate.word].shouted && r.fixed.is_none()
    };
    let calm: Vec<u32> = readings
        .iter()
        .filter(|r| !article.words[r.candidate.word].shouted)
        .map(|r| r.candidate.phrase)
        .collect();
    for reading in readings.iter_mut().filter(|r| shouted(r)) {
        let phrases = &article.gazetteer.phrases;
        let phrase = reading.candidate.phrase;
        let size = phrases.senses(phrase).map(|s| s.size).max().unwrap_or(0);
        let word = phrases.marks(phrase).is(Marks::WORD);
        let large = size >= MIN_LOG_POPULATION && !word && reading.candidate.span.len() > 4;
        if !large && !calm.contains(&phrase) && !is_dateline(article, reading) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

/// "HOUSTON, March 2 -", "MANSFIELD (AP) -": the town begins its line and a comma,
/// a bracket or a dash follows.
fn is_dateline(article: &Article, reading: &Reading) -> bool {
    let (_, after) = article.around(reading.candidate.span);
    let marked = [",", " (", " -", " –", " —", "—", ": "].iter().any(|m| after.starts_with(m));
    marked && article.begins_line(reading.candidate.span)
}
