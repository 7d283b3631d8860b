//! The hash by which words and phrases are looked up: FNV-1a over the folded
//! bytes, 64 bits, so that two of the gazetteer's words never
//! meet by chance (a test of the gazetteer would fail).

use dateline_text::{Fnv, fold};
use std::hash::{BuildHasherDefault, Hasher};

/// The hash after one more byte of a word. In ASCII letters and digits bit 5 tells
/// only the case, so that setting it folds.
pub(super) const fn step(hash: Fnv, byte: u8) -> Fnv {
    let folded = if byte < 0x80 { byte | 0x20 } else { byte };
    hash.with(folded as u32)
}

/// The hash of folded letters.
const fn hash_of(word: &[u8]) -> u64 {
    let mut hash = Fnv::new();
    let mut at = 0;
    while at < word.len() {
        hash = step(hash, word[at]);
        at += 1;
    }
    hash.finish()
}

/// The hash of a word: equal for words that fold to the same letters.
pub(crate) fn word_hash(word: &str) -> u64 {
    if word.is_ascii() { hash_of(word.as_bytes()) } else { hash_of(fold(word).as_bytes()) }
}

/// The hashes of words in ASCII, worked out when the program is compiled.
pub(crate) const fn word_hashes<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        assert!(words[at].is_ascii(), "these hashes are not folded");
        out[at] = hash_of(words[at].as_bytes());
        at += 1;
    }
    out
}

/// The hash of a phrase, given that of the words before and of the next word.
/// A phrase of one word has the hash of the word.
pub(crate) const fn phrase_hash(before: Option<u64>, word: u64) -> u64 {
    match before {
        None => word,
        Some(before) => (before.rotate_left(23) ^ word).wrapping_mul(Fnv::PRIME),
    }
}

/// Hashes keys that are hashes already, for the maps of the gazetteer.
pub(crate) type Hashed = BuildHasherDefault<Ready>;

/// See [`Hashed`].
#[derive(Default)]
pub(crate) struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    fn write_u64(&mut self, hash: u64) {
        // The map takes its control bits from the top: spread the low bits there.
        self.0 = hash ^ hash.rotate_left(29);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        assert_eq!(word_hash("TÜRKIYE"), word_hash("Turkiye"));
        assert_eq!(word_hash("CHINA"), word_hash("china"));
        assert_ne!(word_hash("Niger"), word_hash("Nigeria"));
    }
}
