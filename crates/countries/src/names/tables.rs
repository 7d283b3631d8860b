//! The tables of `data/`, read line by line. Every table is text with tabs
//! between its columns; `#` begins a comment line. What a table means is said in
//! its first lines and in `data/README.md`.

use crate::{Country, Kind};
use dateline_text::Fnv;

/// Code, display name and other names of each country, in the order of the codes.
const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names.tsv"));
/// Demonyms and capitals of each country, in the same order.
const FORMS: &str = include_str!(concat!(env!("OUT_DIR"), "/forms.tsv"));
/// States and capitals that are no more.
const HISTORICAL: &str = include_str!("../../../../data/gazetteer/historical.tsv");
/// Well-known places other than capitals.
const PLACES: &str = include_str!("../../../../data/gazetteer/places.tsv");
/// States and provinces, with their abbreviations.
const REGIONS: &str = include_str!("../../../../data/gazetteer/regions.tsv");
/// Large towns and namesakes of countries and capitals.
pub(crate) const CITIES: &str = include_str!("../../../../data/gazetteer/generated/cities.tsv");
/// Phrases that hold the name of a country without naming it.
const BLOCKS: &str = include_str!("../../../../data/context/blocks.tsv");
/// Words by which context is read.
const WORDS: &str = include_str!("../../../../data/context/words.tsv");

/// Towns by the thousand.
#[cfg(feature = "places")]
pub(crate) const TOWNS: &str = include_str!("../../../../data/gazetteer/generated/towns.tsv");

/// Common first names.
const FIRST_NAMES: &str = include_str!("../../../../data/context/first_names.txt");
/// Common surnames.
const SURNAMES: &str = include_str!("../../../../data/context/surnames.txt");
/// Further surnames.
const FAMILY_NAMES: &str = include_str!("../../../../data/context/family_names.txt");
/// What the trained model weighs.
const WEIGHTS: &str = include_str!("../../../../data/context/weights.tsv");

/// The names of a country.
pub(crate) struct CountryNames {
    pub(crate) country: Country,
    pub(crate) name: &'static str,
    others: &'static str,
}

impl CountryNames {
    /// The display name and the other names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(list(self.others))
    }
}

/// The names of every country, in the order of the codes.
pub(crate) fn country_names() -> impl Iterator<Item = CountryNames> {
    rows(NAMES).map(|columns| CountryNames {
        country: Country::of_table(columns[0]),
        name: columns[1],
        others: columns[2],
    })
}

/// A hash of every table that is linked.
pub(crate) fn hash() -> u64 {
    let tables = [
        NAMES,
        FORMS,
        HISTORICAL,
        PLACES,
        REGIONS,
        CITIES,
        BLOCKS,
        WORDS,
        FIRST_NAMES,
        SURNAMES,
        FAMILY_NAMES,
        WEIGHTS,
    ];
    let further = [
        #[cfg(feature = "places")]
        TOWNS,
    ];
    let all = tables.into_iter().chain(further).chain(crate::languages::tables());
    all.fold(Fnv::new(), |hash, table| hash.with_bytes(table.as_bytes())).finish()
}

/// A row of `countries.tsv`.
pub(crate) struct CountryRow {
    pub(crate) country: Country,
    pub(crate) name: &'static str,
    others: &'static str,
    demonyms: &'static str,
    capitals: &'static str,
}

impl CountryRow {
    /// The display name and the other names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(list(self.others))
    }

    /// The demonyms, singular and plural.
    pub(crate) fn demonyms(&self) -> impl Iterator<Item = String> {
        list(self.demonyms).filter(|d| !d.ends_with('?')).flat_map(plural)
    }

    /// The demonyms that are those of another country first.
    pub(crate) fn shared_demonyms(&self) -> impl Iterator<Item = String> {
        list(self.demonyms).filter_map(|d| d.strip_suffix('?')).flat_map(plural)
    }

    /// The capitals and their spellings.
    pub(crate) fn capitals(&self) -> impl Iterator<Item = &'static str> {
        list(self.capitals)
    }
}

/// A row of a table of further names.
pub(crate) struct NameRow {
    pub(crate) kind: Kind,
    pub(crate) country: Country,
    names: &'static str,
}

impl NameRow {
    /// The names as they stand in the table, without plurals.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        list(self.names).map(|n| n.strip_suffix("/s").unwrap_or(n))
    }

    /// The names with their plurals.
    pub(crate) fn forms(&self) -> impl Iterator<Item = String> {
        list(self.names).flat_map(plural)
    }
}

/// Every country.
pub(crate) fn countries() -> impl Iterator<Item = CountryRow> {
    country_names().zip(rows(FORMS)).map(|(names, columns)| CountryRow {
        country: names.country,
        name: names.name,
        others: names.others,
        demonyms: columns[0],
        capitals: columns[1],
    })
}

/// Names of states and capitals that are no more.
pub(crate) fn historical() -> impl Iterator<Item = NameRow> {
    rows(HISTORICAL).filter_map(|columns| {
        let kind = Kind::ALL.into_iter().find(|k| k.name() == columns[0])?;
        Some(NameRow { kind, country: Country::of_table(columns[1]), names: columns[2] })
    })
}

/// Places of the hand-kept table and first-level regions.
pub(crate) fn places() -> impl Iterator<Item = NameRow> {
    rows(PLACES).map(|columns| NameRow {
        kind: Kind::Place,
        country: Country::of_table(columns[0]),
        names: columns[1],
    })
}

/// A row of `regions.tsv`.
pub(crate) struct RegionRow {
    pub(crate) country: Country,
    /// Two letters.
    pub(crate) region: [u8; 2],
    /// Logarithm (base 2) of the population.
    pub(crate) size: u8,
    names: &'static str,
    abbreviations: &'static str,
}

impl RegionRow {
    /// The names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        list(self.names)
    }
    /// The abbreviations that may stand after the name of a town.
    pub(crate) fn abbreviations(&self) -> impl Iterator<Item = &'static str> {
        list(self.abbreviations)
    }
}

/// States and provinces.
pub(crate) fn regions() -> impl Iterator<Item = RegionRow> {
    rows(REGIONS).map(|columns| RegionRow {
        country: Country::of_table(columns[0]),
        region: columns[1].as_bytes().try_into().unwrap_or_default(),
        size: columns[2].parse().unwrap_or_default(),
        names: columns[3],
        abbreviations: columns[4],
    })
}

/// The weights of the trained model by the names of its features. The table holds
/// hundredths, which spares the page the reading of decimal fractions.
pub(crate) fn weights() -> impl Iterator<Item = (&'static str, f32)> {
    rows(WEIGHTS).filter_map(|columns| {
        let hundredths: i16 = columns[1].parse().ok()?;
        Some((columns[0], f32::from(hundredths) / 100.0))
    })
}

/// Block phrases, each with the country that it is a place of, if any.
pub(crate) fn blocks() -> impl Iterator<Item = (String, Option<Country>)> {
    rows(BLOCKS).flat_map(|columns| {
        let country = Some(columns[1]).filter(|c| !c.is_empty()).map(Country::of_table);
        plural(columns[0]).map(move |phrase| (phrase, country))
    })
}

/// Context words: the name of a class and its words.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    let names = rows(FIRST_NAMES).map(|columns| ("first_name", columns[0]));
    let surnames = rows(SURNAMES).map(|columns| ("surname", columns[0]));
    let classes = rows(WORDS).map(|columns| (columns[0], columns[1]));
    let family_names = rows(FAMILY_NAMES).map(|columns| ("family_name", columns[0]));
    classes
        .chain(names)
        .chain(surnames)
        .chain(family_names)
        .map(|(class, words)| (class, words.split_whitespace()))
}

/// The lines of a table that are not comments, cut at tabs; missing columns are empty.
fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 5]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut columns = [""; 5];
        for (column, value) in columns.iter_mut().zip(line.split('\t')) {
            *column = value;
        }
        columns
    })
}

fn list(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split("; ").filter(|entry| !entry.is_empty())
}

fn plural(entry: &'static str) -> impl Iterator<Item = String> {
    let (stem, more) = match entry.strip_suffix("/s") {
        Some(stem) => (stem, Some(format!("{stem}s"))),
        None => (entry, None),
    };
    std::iter::once(stem.to_owned()).chain(more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_country_of_the_table() {
        let known: Vec<_> = countries().map(|row| row.country).collect();
        for row in historical().chain(places()) {
            assert!(known.contains(&row.country), "{:?} {}", row.country, row.names);
        }
        for (phrase, country) in blocks() {
            assert!(country.is_none_or(|c| known.contains(&c)), "{phrase}");
        }
    }

    #[test]
    fn demonyms_have_their_plurals() {
        let forms: Vec<String> = plural("Afghan/s").chain(plural("Chinese")).collect();
        assert_eq!(forms, ["Afghan", "Afghans", "Chinese"]);
    }
}
