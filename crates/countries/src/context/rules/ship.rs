//! Ships: a name right behind a ship's prefix ("HMS Jamaica", "MV Estonia") or a kind of
//! ship with its article ("the ferry Estonia").

use super::super::{Article, Fixed, Group, Reading};

/// Prefixes of ships' names; written so, since "Ms Jordan" is a person.
const PREFIXES: [&str; 18] = [
    "HMS", "HMAS", "HMCS", "HMNZS", "USS", "USNS", "USCGC", "RMS", "RFA", "MV", "MT", "MY", "SS",
    "SV", "FV", "RV", "INS", "USAT",
];

/// Kinds of ships.
const KINDS: [&str; 17] = [
    "ferry",
    "tanker",
    "frigate",
    "destroyer",
    "battleship",
    "cruiser",
    "warship",
    "submarine",
    "liner",
    "freighter",
    "trawler",
    "yacht",
    "schooner",
    "steamer",
    "steamship",
    "carrier",
    "tugboat",
];

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        if reading.group != Group::Demonym && is_ship(article, reading) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}

fn is_ship(article: &Article, reading: &Reading) -> bool {
    let at = reading.candidate.word;
    let Some(before) = article.before(at) else { return false };
    if !matches!(article.between(before, &article.words[at]), " " | "\u{a0}" | "\n") {
        return false;
    }
    let word = before.of(article.text);
    // "the ferry Estonia", not "the ferry Estonia-Finland" or "a tanker Kuwait bought".
    let the = |at: usize| {
        article.before(at).is_some_and(|w| w.of(article.text).eq_ignore_ascii_case("the"))
    };
    let ends = || {
        let end = reading.candidate.word + reading.candidate.words;
        article
            .after(end)
            .is_none_or(|next| !article.between(&article.words[end - 1], next).starts_with('-'))
    };
    PREFIXES.contains(&word) || (KINDS.contains(&word) && the(at - 1) && ends())
}
