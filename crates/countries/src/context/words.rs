//! Context words: classes of words that stand beside names.

use crate::names::tables;
use crate::scan::{Hashed, Word, word_hash};
use std::collections::HashMap;

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

/// The classes in the order of their bits, by the names that `words.tsv` uses.
const NAMES: &[&str] = &[
    "organ",
    "office",
    "group",
    "link",
    "title",
    "place_before",
    "preposition",
    "said",
    "place_after",
    "street",
    "team",
    "month",
    "speak",
    "person_after",
    "first_name",
    "surname",
    "currency",
    "european",
    "company",
    "family_name",
    "person_before",
];

impl Class {
    /// Head of an organisation's name: Institute, Bank, Times.
    pub(crate) const ORGAN: Class = Class(1);
    /// A generic office of a state: Ministry, Embassy. No proper name of its own.
    pub(crate) const OFFICE: Class = Class(1 << 1);
    /// An armed group or party that nationality words name: Taliban.
    pub(crate) const GROUP: Class = Class(1 << 2);
    /// Small words within names: of, for, the, and.
    pub(crate) const LINK: Class = Class(1 << 3);
    /// What stands before the name of a person: Mr, Senator, Judge.
    pub(crate) const TITLE: Class = Class(1 << 4);
    /// What stands before a place: in, near, northern.
    pub(crate) const PLACE_BEFORE: Class = Class(1 << 5);
    /// Other prepositions.
    pub(crate) const PREPOSITION: Class = Class(1 << 6);
    /// What persons do: said, told, scored.
    pub(crate) const SAID: Class = Class(1 << 7);
    /// What makes the words before it a place: County, River, residents.
    pub(crate) const PLACE_AFTER: Class = Class(1 << 8);
    /// What makes the words before it a street.
    pub(crate) const STREET: Class = Class(1 << 9);
    /// Names of sports teams.
    pub(crate) const TEAM: Class = Class(1 << 10);
    /// Months.
    pub(crate) const MONTH: Class = Class(1 << 11);
    /// What makes a demonym a language: speaks, fluent, translated.
    pub(crate) const SPEAK: Class = Class(1 << 12);
    /// What ends the name of a person: Jr, III.
    pub(crate) const PERSON_AFTER: Class = Class(1 << 13);
    /// A common first name.
    pub(crate) const FIRST_NAME: Class = Class(1 << 14);
    /// A common surname.
    pub(crate) const SURNAME: Class = Class(1 << 15);

    /// A unit of money.
    pub(crate) const CURRENCY: Class = Class(1 << 16);
    /// What makes Brussels the European Union.
    pub(crate) const EUROPEAN: Class = Class(1 << 17);

    /// What ends the name of a company.
    pub(crate) const COMPANY: Class = Class(1 << 18);

    /// A surname beyond [`Class::SURNAME`], which the model weighs as names of towns.
    pub(crate) const FAMILY_NAME: Class = Class(1 << 19);
    /// What a person is, before the name: actor, midfielder, daughter.
    pub(crate) const PERSON_BEFORE: Class = Class(1 << 20);

    /// Whether the two sets share a class.
    pub(crate) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Class {
    type Output = Class;

    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// The words of `words.tsv` by hash.
#[derive(Debug)]
pub(crate) struct ContextWords(HashMap<u64, Class, Hashed>);

impl ContextWords {
    /// Reads the table.
    pub(crate) fn load() -> ContextWords {
        let mut classes: HashMap<u64, Class, Hashed> = HashMap::default();
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
