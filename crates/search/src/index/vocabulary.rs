//! Words numbered in the order in which they are met, while an index is built.

use crate::matching::scan::CLASSES;
use dateline_text::fold;

/// Folded words and their numbers: a hash table over one string.
pub(super) struct Vocabulary {
    text: Vec<u8>,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
    /// (hash, number of the word plus 1, or 0 where free); a power of two long.
    table: Vec<(u32, u32)>,
}

const SEED: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// One more byte of a word's hash (FNV-1a).
#[inline]
fn mix(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(PRIME)
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self { text: Vec::new(), ends: Vec::new(), table: vec![(0, 0); 1 << 12] }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn word(&self, number: usize) -> &[u8] {
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.text[start as usize..self.ends[number] as usize]
    }

    /// Calls `each` with the number of every word of `text`: the words of
    /// `dateline_text::tokens`, folded, read without it where they are ASCII.
    pub(super) fn number_words(&mut self, text: &str, mut each: impl FnMut(u32)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let mut class = CLASSES[bytes[at] as usize];
            if class == 0 {
                at += 1;
                continue;
            }
            let start = at;
            let mut hash = SEED;
            while class != 0 && class != 0xff {
                hash = mix(hash, class);
                at += 1;
                class = bytes.get(at).map_or(0, |byte| CLASSES[*byte as usize]);
            }
            if class == 0xff {
                // The slow way for a run that holds another character.
                at = self.slow_run(text, start, &mut each);
            } else {
                each(self.number(&bytes[start..at], hash));
            }
        }
    }

    /// Numbers the words from `start` to the next ASCII byte that ends one.
    fn slow_run(&mut self, text: &str, start: usize, each: &mut impl FnMut(u32)) -> usize {
        let bytes = text.as_bytes();
        let run = bytes[start..].iter().position(|byte| CLASSES[*byte as usize] == 0);
        let end = run.map_or(bytes.len(), |length| start + length);
        for token in dateline_text::tokens(&text[start..end]) {
            let folded = fold(token.text);
            if !folded.is_empty() {
                let hash = folded.bytes().fold(SEED, mix);
                each(self.number(folded.as_bytes(), hash));
            }
        }
        end
    }

    /// The number of a word with this hash; `written` may have capitals.
    #[inline]
    fn number(&mut self, written: &[u8], hash: u32) -> u32 {
        let mask = self.table.len() - 1;
        let mut slot = place(hash) & mask;
        loop {
            let (known, entry) = self.table[slot];
            if entry == 0 {
                return self.add(written, hash, slot);
            }
            if known == hash && self.word(entry as usize - 1).eq_ignore_ascii_case(written) {
                return entry - 1;
            }
            slot = (slot + 1) & mask;
        }
    }

    fn add(&mut self, written: &[u8], hash: u32, slot: usize) -> u32 {
        let number = self.ends.len() as u32;
        self.table[slot] = (hash, number + 1);
        self.text.extend(written.iter().map(u8::to_ascii_lowercase));
        self.ends.push(self.text.len() as u32);
        if self.ends.len() * 2 > self.table.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 2 - 1;
        let old = std::mem::replace(&mut self.table, vec![(0, 0); mask + 1]);
        for entry in old.into_iter().filter(|entry| entry.1 != 0) {
            let mut slot = place(entry.0) & mask;
            while self.table[slot].1 != 0 {
                slot = (slot + 1) & mask;
            }
            self.table[slot] = entry;
        }
    }
}

fn place(hash: u32) -> usize {
    (hash ^ hash >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_text_crate() {
        let texts = [
            "",
            "a",
            "The U.S.-led force, 60km.",
            "China’s e\u{301}te Élysée été naïve",
            "é",
            "aé b",
            "a’b c\u{301}d İstanbul 中国和 Россия x",
            "tail’",
        ];
        for text in texts {
            let mut vocabulary = Vocabulary::new();
            let mut numbers = Vec::new();
            vocabulary.number_words(text, |number| numbers.push(number as usize));
            let got: Vec<String> = numbers
                .iter()
                .map(|n| String::from_utf8(vocabulary.word(*n).to_vec()).unwrap())
                .collect();
            let want: Vec<String> =
                dateline_text::tokens(text).map(|t| fold(t.text).into_owned()).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
