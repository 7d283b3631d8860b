//! The tables of other languages, read once for each language that is asked for.

use super::Language;
use super::inflected::Inflected;
use super::running::Running;
use crate::names::{Phrases, Sense, Source};
use crate::{Country, Kind};
use std::sync::OnceLock;

const NAMES: &str = include_str!("../../../../data/gazetteer/generated/languages.tsv");
const MORE: &str = include_str!("../../../../data/gazetteer/languages/names.tsv");
const CAPITALS: &str = include_str!("../../../../data/gazetteer/languages/capitals.tsv");
const DEMONYMS: &str = include_str!("../../../../data/gazetteer/languages/demonyms.tsv");

/// The texts of every table.
pub(super) const TABLES: [&str; 4] = [NAMES, MORE, CAPITALS, DEMONYMS];

/// A form, the country and how it names it.
pub(super) type Form = (String, Country, Kind);

/// The names of a language, in the way in which its words are found.
pub(super) enum Tables {
    /// Whole words.
    Words(Phrases),
    /// Words with endings or prefixes.
    Inflected(Inflected),
    /// Text without spaces.
    Running(Running),
}

impl Tables {
    /// The tables of a language; `None` for English.
    pub(super) fn of(language: Language) -> Option<&'static Tables> {
        static ALL: [OnceLock<Option<Tables>>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        ALL[language as usize].get_or_init(|| Tables::load(language)).as_ref()
    }

    fn load(language: Language) -> Option<Tables> {
        let forms: Vec<Form> = forms(language);
        if forms.is_empty() {
            return None;
        }
        Some(match language {
            Language::Russian => Tables::Inflected(Inflected::new(&forms, 3, &[])),
            Language::Arabic => {
                Tables::Inflected(Inflected::new(&forms, 0, &['و', 'ف', 'ب', 'ل', 'ك']))
            }
            Language::Persian => Tables::Inflected(Inflected::new(&forms, 0, &[])),
            Language::Chinese => Tables::Running(Running::new(&forms)),
            _ => Tables::Words(phrases(&forms)),
        })
    }
}

fn phrases(forms: &[Form]) -> Phrases {
    let mut phrases = Phrases::default();
    for (form, country, kind) in forms {
        phrases.add(form, Sense::new(Some(*country), *kind, Source::Country));
    }
    phrases
}

/// Every form of a language: names, then capitals, then demonyms.
pub(super) fn forms(language: Language) -> Vec<Form> {
    let code = language.code();
    let mut out = Vec::new();
    for (table, place, kind) in
        [(NAMES, 0, Kind::Name), (MORE, 1, Kind::Name), (CAPITALS, 1, Kind::Capital)]
    {
        for columns in rows(table).filter(|c| c[place] == code) {
            let country = Country::of_table(columns[1 - place]);
            out.extend(columns[2].split("; ").map(|name| (name.to_owned(), country, kind)));
        }
    }
    for columns in rows(DEMONYMS).filter(|c| c[0] != "+" && c[1] == code) {
        let country = Country::of_table(columns[0]);
        for entry in columns[2].split(' ') {
            let (stem, class) = entry.split_once('+').unwrap_or((entry, ""));
            for ending in endings(code, class) {
                out.push((format!("{stem}{ending}"), country, Kind::Demonym));
            }
        }
    }
    out
}

/// The endings of a class.
fn endings(language: &str, class: &str) -> Vec<&'static str> {
    rows(DEMONYMS)
        .find(|c| c[0] == "+" && c[1] == language && c[2] == class)
        .map(|c| c[3].split(' ').map(|e| if e == "-" { "" } else { e }).collect())
        .unwrap_or_else(|| vec![""])
}

fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut columns = [""; 4];
        for (column, value) in columns.iter_mut().zip(line.split('\t')) {
            *column = value;
        }
        columns
    })
}
