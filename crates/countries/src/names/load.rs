//! The tables become phrases.

use super::tables;
use super::{Marks, Phrases, Sense, Source};
use crate::{Country, Kind};

/// The phrases of the tables that are always there.
pub(crate) fn small() -> Phrases {
    let mut phrases = Phrases::default();
    // Before all others: of senses that nothing in an article decides between, the last is meant.
    for row in tables::countries() {
        for name in row.shared_demonyms() {
            phrases.add(&name, Sense::new(Some(row.country), Kind::Demonym, Source::Country));
        }
    }
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
    for row in tables::regions() {
        for name in row.names() {
            phrases.add(name, Sense::region(row.country, row.region, row.size));
        }
        for name in row.abbreviations() {
            // "Ind" and "Me" are words: an abbreviation is spelled exactly.
            phrases
                .add(&format!("!{name}"), Sense::abbreviation(row.country, row.region, row.size));
        }
    }
    for (phrase, country) in tables::blocks() {
        phrases.add(&phrase, Sense::new(country, Kind::Place, Source::Block));
    }
    add_towns(&mut phrases, tables::CITIES);
    phrases
}

/// Adds the towns of a table: `name`, then `CC` or `CC-RR` with `:size` for each
/// place of this name, from the largest down, then marks.
pub(crate) fn add_towns(phrases: &mut Phrases, table: &str) {
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(name), Some(places)) = (columns.next(), columns.next()) else { continue };
        let marks = columns.next().unwrap_or_default();
        for place in places.split(' ') {
            if let Some(sense) = town(place) {
                phrases.add_marked(name, sense, Marks::read(marks));
            }
        }
    }
}

fn town(place: &str) -> Option<Sense> {
    let (at, size) = place.split_once(':')?;
    let (code, region) = at.split_once('-').unwrap_or((at, ""));
    let country = Country::from_code(code)?;
    let region = region.as_bytes().try_into().unwrap_or([0; 2]);
    Some(Sense::town(country, region, size.parse().ok()?))
}
