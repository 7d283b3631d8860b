//! Hashes of words and phrases: the keys under which cues and repeats are found
//! without a copy of the text.

/// FNV-1a over the characters of a word.
#[derive(Clone, Copy)]
pub(crate) struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher {
    /// Takes in one character of the word, in lower case.
    pub(crate) fn push(&mut self, c: char) {
        self.0 = (self.0 ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    /// The hash; never 0.
    pub(crate) fn finish(self) -> u64 {
        self.0 | 1
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
