//! Towns in the names of companies: "Gillette Co", "Santos Ltd", "Cray Research
//! Inc". The words are the class `company` of `data/context/words.tsv`. A town that
//! an article uses so is a town elsewhere in it only where a preposition, a dateline
//! or a container says so.

use super::super::dateline::is_dateline;
use super::super::features::{Feature, before};
use super::super::{Article, Class, Fixed, Group, Reading};

/// How many capitals may stand between the town and the company's word.
const MAX_CAPITALS_BETWEEN: usize = 2;

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    let town = |r: &Reading| r.fixed.is_none() && r.group == Group::Town;
    let companies: Vec<u32> = readings
        .iter()
        .filter(|r| town(r) && is_company(article, r))
        .map(|r| r.candidate.phrase)
        .collect();
    if companies.is_empty() {
        return;
    }
    for reading in readings.iter_mut().filter(|r| town(r)) {
        let candidate = &reading.candidate;
        let placed = || {
            reading.container.is_some()
                || is_dateline(article, candidate)
                || before(article, candidate) == Feature::AfterPlaceWord
        };
        if companies.contains(&candidate.phrase) && (is_company(article, reading) || !placed()) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

fn is_company(article: &Article, reading: &Reading) -> bool {
    let next = reading.candidate.word + reading.candidate.words;
    let mut left = next - 1;
    for at in next..=next + MAX_CAPITALS_BETWEEN {
        let Some(word) = article.after(at) else { return false };
        let between = article.between(&article.words[left], word);
        if !word.capital || !matches!(between, " " | " & " | ", ") {
            return false;
        }
        if article.class(word).is(Class::COMPANY) {
            return true;
        }
        if between == ", " {
            return false;
        }
        left = at;
    }
    false
}
