//! The rows of a language's files: a word that says what the row is, then its columns.

use super::Language;

/// Code, hand-kept table and generated table of each language.
static TABLES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The texts of every table.
pub(super) fn texts() -> impl Iterator<Item = &'static str> {
    TABLES.iter().flat_map(|(_, kept, generated)| [*kept, *generated])
}

/// The rows of a language: what is kept by hand, then what is generated.
pub(super) struct Table {
    kept: &'static str,
    generated: &'static str,
}

impl Table {
    /// The table of a language; `None` for one whose names stand elsewhere (English).
    pub(super) fn of(language: Language) -> Option<Table> {
        let (_, kept, generated) = TABLES.iter().find(|(code, ..)| *code == language.code())?;
        Some(Table { kept, generated })
    }

    /// The columns behind the word `kind` of each such row.
    pub(super) fn rows<'k>(
        &self,
        kind: &'k str,
    ) -> impl Iterator<Item = [&'static str; 3]> + use<'k> {
        self.kept.lines().chain(self.generated.lines()).filter_map(move |line| {
            let mut columns = line.strip_prefix(kind)?.strip_prefix('\t')?.split('\t');
            Some([0; 3].map(|_| columns.next().unwrap_or_default()))
        })
    }

    /// The first column of the first row of `kind`.
    pub(super) fn word(&self, kind: &str) -> Option<&'static str> {
        self.rows(kind).next().map(|columns| columns[0])
    }

    /// The words of the first row of `kind`, split at spaces.
    pub(super) fn words(&self, kind: &str) -> Vec<&'static str> {
        self.word(kind).unwrap_or_default().split(' ').filter(|word| !word.is_empty()).collect()
    }
}
