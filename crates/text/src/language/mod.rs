//! The languages whose names of countries, months and function words are known, and the
//! language of a text. A language is a file of `data/languages/`.

mod detect;
mod script;

pub use detect::{Detected, detect};
pub use script::Script;

/// A language that has a file in `data/languages/`; English by default.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u8);

/// The facts that the file of a language declares.
struct Facts {
    code: &'static str,
    name: &'static str,
    script: Script,
    words: &'static str,
    letters: &'static str,
    endings: &'static str,
    months: &'static str,
}

static LANGUAGES: &[Facts] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));
/// Languages that are only told from the others.
static OTHERS: &[Facts] = include!(concat!(env!("OUT_DIR"), "/others.rs"));

impl Language {
    /// English.
    pub const ENGLISH: Language = Language(0);

    /// Every language, English first, then by code.
    pub fn all() -> impl Iterator<Item = Language> {
        (0..LANGUAGES.len()).map(|at| Language(at as u8))
    }

    fn facts(self) -> &'static Facts {
        &LANGUAGES[usize::from(self.0)]
    }

    /// The place in [`Language::all`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The two letters of ISO 639-1.
    pub fn code(self) -> &'static str {
        self.facts().code
    }

    /// The English name: "Spanish".
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// The script that it is written in.
    pub fn script(self) -> Script {
        self.facts().script
    }

    /// Words that prose is full of: articles, prepositions, pronouns, auxiliaries.
    pub fn function_words(self) -> impl Iterator<Item = &'static str> {
        self.facts().words.split_whitespace()
    }

    /// The names of the months, January (or the first of its calendar) first; none
    /// where they are not known.
    pub fn months(self) -> impl Iterator<Item = &'static str> {
        self.facts().months.split("; ").filter(|name| !name.is_empty())
    }

    /// The language of a code such as "es", "pt-BR" or "zh-Hant", in either case.
    pub fn from_code(code: &str) -> Option<Language> {
        let code = code.split(['-', '_']).next()?.to_ascii_lowercase();
        Language::all().find(|language| language.code() == code)
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_round() {
        for language in Language::all() {
            assert_eq!(Language::from_code(language.code()), Some(language));
            assert!(language.function_words().count() >= 5, "{language:?}");
        }
        assert_eq!(Language::ENGLISH.code(), "en");
        assert_eq!(Language::from_code("PT-br").map(Language::code), Some("pt"));
        assert_eq!(Language::from_code("tlh"), None);
    }

    #[test]
    fn months_are_twelve_or_unknown() {
        for language in Language::all() {
            assert!([0, 12].contains(&language.months().count()), "{language:?}");
        }
    }
}
