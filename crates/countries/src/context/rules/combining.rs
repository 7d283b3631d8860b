//! Combining forms of demonyms: "Sino-Indian", "Russo-Japanese", "Franco-German", before a
//! hyphen and the name or demonym of another country. "Anglo-" is none of them: it says
//! language or descent as often ("Anglo-American").

use super::super::features::Feature;
use super::super::{Article, Fixed, Group, Reading};
use crate::names::Source;
use crate::scan::{Candidate, word_hashes};
use crate::{Country, Kind, rule};
use dateline_text::Span;

/// The forms by their hashes, and their countries in the same order.
const FORMS: [u64; 16] = word_hashes([
    "austro", "belgo", "dano", "franco", "graeco", "greco", "hispano", "indo", "italo", "japano",
    "luso", "nippo", "russo", "sino", "turco", "turko",
]);
const COUNTRIES: [&str; 16] = [
    "AT", "BE", "DK", "FR", "GR", "GR", "ES", "IN", "IT", "JP", "PT", "JP", "RU", "CN", "TR", "TR",
];

/// The readings of combining forms, in the order of the text.
pub(crate) fn combining_forms(article: &Article, readings: &[Reading]) -> Vec<Reading> {
    readings.iter().filter_map(|reading| combining_form(article, reading)).collect()
}

/// Settles the countries behind combining forms: in "Belgo-Luxembourg" no province is meant.
pub(crate) fn settle_behind(article: &Article, readings: &mut [Reading], forms: &[Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none() && r.group == Group::Name) {
        let first = article.gazetteer.phrases.senses(reading.candidate.phrase).next();
        let behind = |form: &Reading| form.candidate.word + 1 == reading.candidate.word;
        if let Some(country) = first.and_then(|s| s.country).filter(|_| forms.iter().any(behind)) {
            reading.fixed = Some(Fixed::Counted(country, Kind::Name, rule::NAME));
        }
    }
}

fn combining_form(article: &Article, behind: &Reading) -> Option<Reading> {
    let named = matches!(behind.group, Group::Name | Group::Demonym);
    if !named || behind.fixed == Some(Fixed::Dropped) {
        return None;
    }
    let at = behind.candidate.word;
    let form = article.before(at)?;
    let country = FORMS.iter().position(|hash| *hash == form.hash)?;
    let country = Country::from_code(COUNTRIES[country])?;
    let hyphen =
        matches!(article.between(form, &article.words[at]), "-" | "–" | "\u{2010}" | "\u{2011}");
    if !hyphen || !form.capital {
        return None;
    }
    let span = Span { start: form.start, end: form.end };
    Some(Reading {
        candidate: Candidate { word: at - 1, words: 1, phrase: u32::MAX, span },
        group: Group::Demonym,
        name: 0,
        source: Source::Country,
        fixed: Some(Fixed::Counted(country, Kind::Demonym, rule::DEMONYM)),
        container: None,
        dateline: false,
        before: Feature::AfterLower,
        likely: 1.0,
    })
}
