//! Abbreviations of states count only after the name of a town ("Lebanon, Pa.",
//! "Dallas, TX 75201") or of a party ("R-Ga."): "Miss.", "Me." and "IN" are words.

use super::super::{Article, Fixed, Reading};
use crate::names::Source;

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        if is_era(article, reading) {
            readings[at].fixed = Some(Fixed::Dropped);
            continue;
        }
        if reading.fixed.is_some() || reading.source != Source::Abbreviation {
            continue;
        }
        let keep = follows_town(article, readings, at) || follows_party(article, reading);
        if !keep {
            readings[at].fixed = Some(Fixed::Dropped);
        }
    }
}

/// A capital before, then a comma; without a full stop ("IN") also a town that the
/// gazetteer knows there.
fn follows_town(article: &Article, readings: &[Reading], at: usize) -> bool {
    let candidate = &readings[at].candidate;
    let word = &article.words[candidate.word];
    let Some(before) = article.before(candidate.word) else { return false };
    if !before.capital || article.between(before, word) != ", " {
        return false;
    }
    let dotted = article.text[candidate.span.range()].ends_with('.');
    dotted || known_there(article, readings, at)
}

fn known_there(article: &Article, readings: &[Reading], at: usize) -> bool {
    let phrases = &article.gazetteer.phrases;
    let Some(town) = at.checked_sub(1).and_then(|at| readings.get(at)) else { return false };
    let regions: Vec<_> = phrases.senses(readings[at].candidate.phrase).map(|s| s.region).collect();
    let adjacent = town.candidate.word + town.candidate.words == readings[at].candidate.word;
    adjacent && phrases.senses(town.candidate.phrase).any(|s| regions.contains(&s.region))
}

/// "R-Ga.", "D-Calif."
fn follows_party(article: &Article, reading: &Reading) -> bool {
    let at = reading.candidate.word;
    article.before(at).is_some_and(|party| {
        matches!(party.of(article.text), "R" | "D" | "I")
            && article.between(party, &article.words[at]) == "-"
    })
}

/// "300 B.C."
fn is_era(article: &Article, reading: &Reading) -> bool {
    let (before, _) = article.around(reading.candidate.span);
    let number = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    number && &article.text[reading.candidate.span.range()] == "B.C."
}
