//! Context words: classes of words that stand beside names.

use crate::gazetteer::tables;
use crate::scan::{Word, word_hash};
use std::collections::HashMap;

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

/// The classes in the order of their bits, by the names that `words.tsv` uses.
const NAMES: &[&str] = &["organ", "office", "group", "link"];

impl Class {
    /// Head of an organisation's name: Institute, Bank, Times.
    pub(crate) const ORGAN: Class = Class(1);
    /// A generic office of a state: Ministry, Embassy. No proper name of its own.
    pub(crate) const OFFICE: Class = Class(1 << 1);
    /// An armed group or party that nationality words name: Taliban.
    pub(crate) const GROUP: Class = Class(1 << 2);
    /// Small words within names: of, for, the, and.
    pub(crate) const LINK: Class = Class(1 << 3);

    /// Whether the two sets share a class.
    pub(crate) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

/// The words of `words.tsv` by hash.
#[derive(Debug)]
pub(crate) struct ContextWords(HashMap<u64, Class>);

impl ContextWords {
    /// Reads the table.
    pub(crate) fn load() -> ContextWords {
        let mut classes: HashMap<u64, Class> = HashMap::new();
        for (name, words) in tables::words() {
            let Some(bit) = NAMES.iter().position(|n| *n == name) else { continue };
            for word in words {
                classes.entry(word_hash(word)).or_default().0 |= 1 << bit;
            }
        }
        ContextWords(classes)
    }

    /// The classes of a word.
    pub(crate) fn of(&self, word: &Word) -> Class {
        self.0.get(&word.hash).copied().unwrap_or_default()
    }
}
