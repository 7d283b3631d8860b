//! The words of class names and ids: `article__related-links` says `article`,
//! `related`, `links`.

use super::groups::groups;
use crate::dom::Element;
use std::collections::HashMap;

/// Longest word that is kept, in bytes: longer ones are made by programs.
const MAX_WORD: usize = 20;

/// Words of one element, at most: utility classes come by the hundred.
const MAX_WORDS: usize = 40;

/// FNV-1a of a word.
pub(crate) fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}

/// Takes the words of elements, and can list them for training.
#[derive(Debug, Default)]
pub(crate) struct ClassWords {
    /// The groups of the words that were met, by their hashes.
    groups: HashMap<u64, u32>,
    /// The words by their hashes, where a trainer asks for them.
    pub(crate) names: Option<HashMap<u64, String>>,
}

impl ClassWords {
    /// The hashes of the words of an element's class, id, role, `itemprop` and, where it
    /// has a name of its own (`<share-bar>`), of that.
    pub(crate) fn of(&mut self, element: &Element) -> Vec<u64> {
        let mut found = Vec::new();
        for name in
            ["class", "id", "role", "itemprop", "data-testid", "data-component", "data-module"]
        {
            if let Some(value) = element.attribute(name) {
                self.split(value, &mut found);
            }
        }
        if element.tag().contains('-') {
            self.split(element.tag(), &mut found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The groups of words that [`ClassWords::of`] gave, a bit each.
    pub(crate) fn groups(&self, words: &[u64]) -> u32 {
        words.iter().filter_map(|hash| self.groups.get(hash)).fold(0, |all, bits| all | bits)
    }

    /// Keeps the names of words, for training.
    pub(crate) fn with_names() -> ClassWords {
        ClassWords { names: Some(HashMap::new()), ..ClassWords::default() }
    }

    /// Cuts at marks, digits and where a capital follows a small letter.
    fn split(&mut self, value: &str, found: &mut Vec<u64>) {
        let bytes = value.as_bytes();
        let mut word = String::new();
        for at in 0..=bytes.len() {
            let byte = bytes.get(at).copied().unwrap_or(b' ');
            let hump = byte.is_ascii_uppercase() && at > 0 && bytes[at - 1].is_ascii_lowercase();
            if !byte.is_ascii_alphabetic() || hump {
                if (2..=MAX_WORD).contains(&word.len()) && found.len() < MAX_WORDS {
                    let hash = hash(&word);
                    if let Some(names) = &mut self.names {
                        names.entry(hash).or_insert_with(|| word.clone());
                    }
                    self.groups.entry(hash).or_insert_with(|| groups(&word));
                    found.push(hash);
                }
                word.clear();
            }
            if byte.is_ascii_alphabetic() {
                word.push(byte.to_ascii_lowercase() as char);
            }
        }
    }
}
