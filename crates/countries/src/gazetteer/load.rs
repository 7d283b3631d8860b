//! The tables become phrases.

use super::tables;
use super::{Phrases, Sense, Source};
use crate::{Country, Kind};

/// The phrases of the tables that are always there.
pub(crate) fn small() -> Phrases {
    let mut phrases = Phrases::default();
    for row in tables::countries() {
        let mut add = |form: &str, kind| {
            phrases.add(form, Sense::new(Some(row.country), kind, Source::Country));
        };
        row.names().for_each(|name| add(name, Kind::Name));
        row.demonyms().for_each(|name| add(&name, Kind::Demonym));
        row.capitals().for_each(|name| add(name, Kind::Capital));
    }
    for row in tables::historical() {
        for form in row.forms() {
            phrases.add(&form, Sense::new(Some(row.country), row.kind, Source::Historical));
        }
    }
    for row in tables::places() {
        for form in row.forms() {
            phrases.add(&form, Sense::new(Some(row.country), row.kind, Source::Place));
        }
    }
    for (phrase, country) in tables::blocks() {
        phrases.add(phrase, Sense::new(country, Kind::Place, Source::Block));
    }
    phrases
}

/// Adds the towns of a table: `name`, then `CC` or `CC-RR` with `:size` for each
/// place of this name, from the largest down.
pub(crate) fn add_towns(phrases: &mut Phrases, table: &str) {
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let Some((name, places)) = line.split_once('\t') else { continue };
        for place in places.split(' ') {
            if let Some(sense) = town(place) {
                phrases.add(name, sense);
            }
        }
    }
}

fn town(place: &str) -> Option<Sense> {
    let (at, size) = place.split_once(':')?;
    let (code, region) = at.split_once('-').unwrap_or((at, ""));
    let country = Country::from_code(code)?;
    let region = region.as_bytes().try_into().unwrap_or([0; 2]);
    let size = size.parse().ok()?;
    Some(Sense::town(country, region, size))
}
