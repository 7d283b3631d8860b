//! Hashes of words and phrases: the keys under which cues and repeats are found
//! without a copy of the text.

use dateline_text::Fnv;

/// FNV-1a over the characters of a word.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hasher(Fnv);

impl Hasher {
    /// Takes in one character of the word, in lower case.
    pub(crate) fn push(&mut self, c: char) {
        self.0 = self.0.with(u32::from(c));
    }

    /// The hash; never 0.
    pub(crate) fn finish(self) -> u64 {
        self.0.finish() | 1
    }
}

/// The hash of a sequence whose last element has the hash `next`.
pub(crate) fn join(sequence: u64, next: u64) -> u64 {
    (sequence.rotate_left(23) ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The hash of a word.
pub(crate) fn hash(word: &str) -> u64 {
    let mut hasher = Hasher::default();
    word.chars().flat_map(char::to_lowercase).for_each(|c| hasher.push(c));
    hasher.finish()
}
