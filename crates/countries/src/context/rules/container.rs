//! The country or state that follows a name and holds it: "Lebanon, Pa.",
//! "Athens, Ga.", "Cambridge, England", "Fez, Morocco". A town that the gazetteer
//! does not know is a mention when its state follows.

use super::super::features::Feature;
use super::super::{Article, Class, Fixed, Group, Reading};
use crate::names::{Sense, Source};
use crate::scan::Candidate;
use crate::{Country, Kind, rule};
use dateline_text::Span;

/// A country or state that may hold a town.
type Place = (Country, [u8; 2]);

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for at in 1..readings.len() {
        let (inner, outer) = (&readings[at - 1], &readings[at]);
        let adjacent = inner.candidate.word + inner.candidate.words == outer.candidate.word;
        if !adjacent || !after_comma(article, outer) {
            continue;
        }
        if let Some(container) = container(article, outer)
            && holds(article, outer, container, inner)
        {
            readings[at - 1].container = Some(container);
        }
    }
}

/// Towns that no phrase covers, each before its state; in the order of the text.
pub(crate) fn unknown_towns(article: &Article, readings: &[Reading]) -> Vec<Reading> {
    (0..readings.len()).filter_map(|at| unknown_town(article, readings, at)).collect()
}

fn after_comma(article: &Article, reading: &Reading) -> bool {
    let first = reading.candidate.word;
    let before = article.before(first);
    before.is_some_and(|before| article.between(before, &article.words[first]) == ", ")
}

/// The place that a reading names if it may hold a town.
fn container(article: &Article, reading: &Reading) -> Option<Place> {
    let usable = reading.fixed.is_none() && matches!(reading.group, Group::Name | Group::Region);
    if !usable {
        return None;
    }
    let mut senses = article.gazetteer.phrases.senses(reading.candidate.phrase);
    // "Athens, Georgia": the state, not the country of that name.
    let region = senses.clone().find(|s| s.source == Source::Region);
    let sense = region.or_else(|| senses.next())?;
    Some((sense.country?, sense.region))
}

/// Whether the container holds what stands before it. Without a town of that name
/// there it does so only after an abbreviation: "Georgia, Florida" is a list.
fn holds(article: &Article, outer: &Reading, container: Place, inner: &Reading) -> bool {
    if inner.fixed.is_some() || inner.group == Group::Demonym {
        return false;
    }
    let there = |s: &Sense| s.country == Some(container.0) && s.region == container.1;
    let country = |s: &Sense| s.country == Some(container.0);
    let mut senses = article.gazetteer.phrases.senses(inner.candidate.phrase);
    match outer.group {
        Group::Region if outer.source == Source::Abbreviation => true,
        Group::Region => senses.any(there) || inner.group == Group::Town,
        _ => inner.group != Group::Name && senses.any(|s| country(s) && s.kind != Kind::Name),
    }
}

/// "Kelleyville, Okla.": the capitals before a state that no phrase covers.
fn unknown_town(article: &Article, readings: &[Reading], at: usize) -> Option<Reading> {
    let outer = &readings[at];
    if outer.group != Group::Region || !after_comma(article, outer) {
        return None;
    }
    let (country, _) = container(article, outer)?;
    let end = outer.candidate.word;
    let mut start = end - 1;
    if !is_town_word(article, start) {
        return None;
    }
    while start > 0 && end - start < 3 && !article.words[start].first {
        let joined = article.between(&article.words[start - 1], &article.words[start]) == " ";
        if !joined || !is_town_word(article, start - 1) || starts_sentence(article, start - 1) {
            break;
        }
        start -= 1;
    }
    let free =
        |r: &Reading| r.candidate.word >= end || r.candidate.word + r.candidate.words <= start;
    if !readings.iter().take(at).rev().take(3).all(free) {
        return None;
    }
    let span = Span { start: article.words[start].start, end: article.words[end - 1].end };
    let candidate = Candidate { word: start, words: end - start, phrase: u32::MAX, span };
    let fixed = Some(Fixed::Counted(country, Kind::Place, rule::UNKNOWN_TOWN));
    Some(Reading {
        candidate,
        group: Group::Town,
        name: 0,
        source: Source::Town,
        fixed,
        container: None,
        dateline: false,
        before: Feature::AfterLower,
        likely: 1.0,
    })
}

fn is_town_word(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let class = article.class(word);
    let letters = word.of(article.text).chars().all(char::is_alphabetic);
    word.capital
        && letters
        && word.end - word.start > 2
        && !class.is(Class::MONTH)
        && !class.is(Class::TITLE)
}

fn starts_sentence(article: &Article, at: usize) -> bool {
    article.before(at).is_none_or(|before| {
        article.between(before, &article.words[at]).contains(['.', '!', '?', '\n'])
    })
}
