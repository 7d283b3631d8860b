//! Countries in other languages than English: tables and rules instead of a model. The
//! article's language is given or detected; the tables are linked with the feature
//! `languages`.
//!
//! A language is a file `data/languages/CODE.tsv`, which says everything that is kept by
//! hand, with a generated one of the same form beside it; `table` reads both, `inflect`
//! and `forms` make every form of their names, and one of `spaced` (words between spaces)
//! and `running` (words without spaces, or with particles) finds them in a text.

#[cfg(feature = "languages")]
mod forms;
#[cfg(feature = "languages")]
mod inflect;
#[cfg(feature = "languages")]
mod running;
#[cfg(feature = "languages")]
mod spaced;
#[cfg(feature = "languages")]
mod table;

pub use dateline_text::language::Language;

use crate::scan::Word;
use crate::{Gazetteer, Mention};

/// The mentions of a text in a language other than English, in order; `None` for English
/// and where the tables are not linked. `gazetteer` tells first names.
#[cfg(feature = "languages")]
pub(crate) fn annotate(
    language: Language,
    gazetteer: &Gazetteer,
    text: &str,
    words: &[Word],
) -> Option<Vec<Mention>> {
    let finder = Finder::of(language)?;
    let found = match finder {
        Finder::Spaced(spaced) => spaced.find(gazetteer, text, words),
        Finder::Running(running) => running.find(text, words),
    };
    Some(found.into_iter().map(Found::mention).collect())
}

/// A name that is counted.
#[cfg(feature = "languages")]
struct Found {
    span: dateline_text::Span,
    country: crate::Country,
    kind: crate::Kind,
}

#[cfg(feature = "languages")]
impl Found {
    fn mention(self) -> Mention {
        use crate::{Kind, rule};
        let rule = match self.kind {
            Kind::Name => rule::OTHER_NAME,
            Kind::Demonym => rule::OTHER_DEMONYM,
            Kind::Capital | Kind::Place => rule::OTHER_CAPITAL,
        };
        let Found { span, country, kind } = self;
        Mention { span, country, kind, in_name: false, rule: rule.into() }
    }
}

/// The names of a language, in the way in which its words are found.
#[cfg(feature = "languages")]
enum Finder {
    Spaced(spaced::Spaced),
    Running(running::Running),
}

#[cfg(feature = "languages")]
impl Finder {
    /// The names of a language, made when they are first asked for; `None` for English.
    fn of(language: Language) -> Option<&'static Finder> {
        use std::sync::OnceLock;
        static ALL: [OnceLock<Option<Finder>>; 64] = [const { OnceLock::new() }; 64];
        ALL.get(language.index())?.get_or_init(|| Finder::load(language)).as_ref()
    }

    fn load(language: Language) -> Option<Finder> {
        let table = table::Table::of(language)?;
        let forms = forms::forms(&table);
        Some(match table.word("matching") {
            Some("running") => Finder::Running(running::Running::new(&table, forms, false)),
            Some("particles") => Finder::Running(running::Running::new(&table, forms, true)),
            _ => Finder::Spaced(spaced::Spaced::new(&table, forms)),
        })
    }
}

/// The texts of the tables of other languages.
#[cfg(feature = "languages")]
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    table::texts()
}

/// No other language is linked.
#[cfg(not(feature = "languages"))]
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}

/// Without the tables every text is read as English.
#[cfg(not(feature = "languages"))]
pub(crate) fn annotate(_: Language, _: &Gazetteer, _: &str, _: &[Word]) -> Option<Vec<Mention>> {
    None
}

#[cfg(all(test, feature = "languages"))]
mod tests;
