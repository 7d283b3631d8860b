//! A country or territory, by its ISO 3166-1 alpha-2 code.

use crate::Kind;
use crate::names::tables;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::OnceLock;

/// A country or territory of the gazetteer: ISO 3166-1 alpha-2, and XK for Kosovo.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

impl Country {
    /// The country of a two-letter code in either case, if the letters are a code
    /// of the gazetteer.
    pub fn from_code(code: &str) -> Option<Country> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        let country = Country(bytes.map(|b| b.to_ascii_uppercase()));
        country.row().is_some().then_some(country)
    }

    /// The country of a name that a person types: its code, display name, or any
    /// other name or historical name of the gazetteer, in any case and with or
    /// without diacritics ("China", "turkiye", "U.K.", "Burma").
    pub fn from_name(name: &str) -> Option<Country> {
        let wanted = key(name);
        let by_name = || {
            rows().iter().find(|row| row.names().any(|n| key(n) == wanted)).map(|row| row.country)
        };
        let by_history = || {
            tables::historical()
                .find(|row| row.kind == Kind::Name && row.names().any(|n| key(n) == wanted))
                .map(|row| row.country)
        };
        Country::from_code(name.trim()).or_else(by_name).or_else(by_history)
    }

    /// How these words name the country, if the gazetteer knows them as its name, its
    /// capital or its demonym; in any case and with or without diacritics.
    pub fn kind_of(&self, words: &str) -> Option<Kind> {
        let wanted = key(words);
        let row = tables::countries().find(|row| row.country == *self)?;
        if row.names().any(|n| key(n) == wanted) {
            Some(Kind::Name)
        } else if row.capitals().any(|n| key(n) == wanted) {
            Some(Kind::Capital)
        } else if row.demonyms().any(|n| key(&n) == wanted) {
            Some(Kind::Demonym)
        } else {
            None
        }
    }

    /// Every country of the gazetteer, ordered by code.
    pub fn all() -> impl ExactSizeIterator<Item = Country> {
        rows().iter().map(|row| row.country)
    }

    /// The two capitals.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }

    /// A short, neutral English display name: "China", "DR Congo".
    pub fn name(&self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// The code as the tables give it, checked by the tests of the tables.
    pub(crate) fn of_table(code: &str) -> Country {
        let bytes = code.as_bytes();
        Country([bytes.first().copied().unwrap_or(b'?'), bytes.get(1).copied().unwrap_or(b'?')])
    }

    fn row(&self) -> Option<&'static tables::CountryNames> {
        let at = rows().binary_search_by_key(self, |row| row.country).ok()?;
        rows().get(at)
    }
}

/// The names of every country, ordered by code.
fn rows() -> &'static [tables::CountryNames] {
    static ROWS: OnceLock<Vec<tables::CountryNames>> = OnceLock::new();
    ROWS.get_or_init(|| tables::country_names().collect())
}

/// What two spellings of one name share: letters and digits, folded.
fn key(name: &str) -> String {
    dateline_text::tokens(name).map(|t| dateline_text::fold(t.text).into_owned()).collect()
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.code().to_owned()
    }
}

impl TryFrom<String> for Country {
    type Error = String;

    fn try_from(code: String) -> Result<Country, String> {
        Country::from_code(&code).ok_or_else(|| format!("\"{code}\" is no ISO 3166-1 alpha-2 code"))
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_by_code_and_by_any_name() {
        let cases = [
            ("CN", Some("CN")),
            ("cn", Some("CN")),
            ("China", Some("CN")),
            ("people’s republic of china", Some("CN")),
            ("türkiye", Some("TR")),
            ("TURKIYE", Some("TR")),
            ("Ivory Coast", Some("CI")),
            ("Cote d'Ivoire", Some("CI")),
            ("U.K.", Some("GB")),
            ("uk", Some("GB")),
            ("Burma", Some("MM")),
            ("Kosovo", Some("XK")),
            ("ZZ", None),
            ("Atlantis", None),
            ("", None),
        ];
        for (name, want) in cases {
            let got = Country::from_name(name);
            assert_eq!(got.as_ref().map(Country::code), want, "{name}");
        }
    }

    #[test]
    fn words_name_their_country_in_a_way() {
        let rows = [
            ("CD", "congo", Some(Kind::Name)),
            ("FR", "Paris", Some(Kind::Capital)),
            ("CN", "Chinese", Some(Kind::Demonym)),
            ("US", "Paris", None),
        ];
        for (code, words, want) in rows {
            let country = Country::from_code(code).expect("a country");
            assert_eq!(country.kind_of(words), want, "{code} {words}");
        }
    }

    #[test]
    fn every_iso_code_has_a_name() {
        assert_eq!(Country::all().len(), 250, "ISO 3166-1 has 249 codes, and XK");
        for country in Country::all() {
            assert!(!country.name().is_empty(), "{country}");
            assert_eq!(Country::from_code(country.code()), Some(country));
            assert_eq!(Country::from_name(country.name()), Some(country), "{country}");
        }
    }
}
