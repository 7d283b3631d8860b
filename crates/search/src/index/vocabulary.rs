//! Words numbered in the order in which they are met, while an index is built.

use super::format::JOINED;
use crate::matching::scan::{CLASSES, each_term};
use dateline_text::fold;

/// Bytes of a word that fit its key: such words are compared at once.
const KEY_BYTES: usize = 8;

/// Folded words and their numbers: a hash table over one string.
pub(super) struct Vocabulary {
    text: Vec<u8>,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
    /// A power of two long.
    table: Vec<Entry>,
    /// Numbers that were found and not given yet, the next one last.
    waiting: Vec<u32>,
}

/// A place of the table.
#[derive(Clone, Copy, Default)]
struct Entry {
    /// The bytes of a short word, the hash of a longer one.
    key: u64,
    /// Number of the word plus 1; 0 where free.
    number: u32,
    /// Whether the key says all.
    is_short: bool,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self {
            text: Vec::new(),
            ends: Vec::new(),
            table: vec![Entry::default(); 1 << 12],
            waiting: Vec::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn word(&self, number: usize) -> &[u8] {
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.text[start as usize..self.ends[number] as usize]
    }

    /// The number of a word in ASCII letters and digits; `None` for other bytes.
    #[inline]
    pub(super) fn number_of(&mut self, written: &[u8]) -> Option<u32> {
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric();
        if written.is_empty() || !written.iter().all(is_word) {
            return None;
        }
        if written.len() > KEY_BYTES {
            return Some(self.number_long(written));
        }
        let key = |key, byte: &u8| key << 8 | u64::from(CLASSES[usize::from(*byte)]);
        Some(self.number_short(written, written.iter().fold(0, key)))
    }

    /// The number of one word for all that nobody asks for: it has no letters, so that no
    /// query finds it.
    pub(super) fn other(&mut self) -> u32 {
        self.number_short(&[], 0)
    }

    /// Calls `each` with the number of every word of `text`: the words of
    /// `dateline_text::terms`, folded, read without it where they are ASCII.
    pub(super) fn number_words(&mut self, text: &str, mut each: impl FnMut(u32)) {
        let mut at = 0;
        // One place that calls `each`, so that it becomes part of the loop.
        while let Some(number) = self.next_number(text, &mut at) {
            each(number);
        }
    }

    #[inline(always)]
    fn next_number(&mut self, text: &str, at: &mut usize) -> Option<u32> {
        let bytes = text.as_bytes();
        let class = |at: usize| bytes.get(at).map_or(0, |byte| CLASSES[*byte as usize]);
        loop {
            if let Some(number) = self.waiting.pop() {
                return Some(number);
            }
            while class(*at) == 0 {
                if *at >= bytes.len() {
                    return None;
                }
                *at += 1;
            }
            let start = *at;
            let mut letter = class(start);
            let mut key = 0u64;
            while letter != 0 && letter != 0xff {
                // What a longer word pushes out at the top does not matter here.
                key = key << 8 | u64::from(letter);
                *at += 1;
                letter = class(*at);
            }
            if letter == 0xff {
                // The slow way for a run that holds another character.
                *at = self.slow_run(text, start);
            } else if *at - start <= KEY_BYTES {
                return Some(self.number_short(&bytes[start..*at], key));
            } else {
                return Some(self.number_long(&bytes[start..*at]));
            }
        }
    }

    /// Numbers the words from `start` to the next ASCII byte that ends one; they
    /// wait in reverse order.
    fn slow_run(&mut self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let run = bytes[start..].iter().position(|byte| CLASSES[*byte as usize] == 0);
        let end = run.map_or(bytes.len(), |length| start + length);
        each_term(text, start, end, |term| {
            let mut folded = fold(term.text);
            if folded.is_empty() {
                return;
            }
            if term.joined {
                folded.to_mut().push(JOINED);
            }
            let bytes = folded.as_bytes();
            let number = if bytes.len() <= KEY_BYTES {
                let key = bytes.iter().fold(0, |key, byte| key << 8 | u64::from(*byte));
                self.number_short(bytes, key)
            } else {
                self.number_long(bytes)
            };
            self.waiting.push(number);
        });
        self.waiting.reverse();
        end
    }

    /// The number of a word of at most eight bytes, which are its key; `written`
    /// may have capitals.
    #[inline]
    fn number_short(&mut self, written: &[u8], key: u64) -> u32 {
        let mask = self.table.len() - 1;
        let mut slot = place(key) & mask;
        loop {
            let entry = self.table[slot];
            if entry.key == key && entry.is_short {
                return entry.number - 1;
            }
            if entry.number == 0 {
                return self.add(written, key, true, slot);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn number_long(&mut self, written: &[u8]) -> u32 {
        let key = written.chunks(KEY_BYTES).fold(0u64, |key, chunk| {
            let chunk = chunk.iter().fold(0, |key, b| key << 8 | u64::from(b.to_ascii_lowercase()));
            (key.rotate_left(5) ^ chunk).wrapping_mul(PRIME)
        });
        let mask = self.table.len() - 1;
        let mut slot = place(key) & mask;
        loop {
            let entry = self.table[slot];
            if entry.number == 0 {
                return self.add(written, key, false, slot);
            }
            let number = entry.number - 1;
            let known = entry.key == key && !entry.is_short;
            if known && self.word(number as usize).eq_ignore_ascii_case(written) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
    }

    #[cold]
    fn add(&mut self, written: &[u8], key: u64, is_short: bool, slot: usize) -> u32 {
        let number = self.ends.len() as u32;
        self.table[slot] = Entry { key, number: number + 1, is_short };
        self.text.extend(written.iter().map(u8::to_ascii_lowercase));
        self.ends.push(self.text.len() as u32);
        if self.ends.len() * 2 > self.table.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 2 - 1;
        let old = std::mem::replace(&mut self.table, vec![Entry::default(); mask + 1]);
        for entry in old.into_iter().filter(|entry| entry.number != 0) {
            let mut slot = place(entry.key) & mask;
            while self.table[slot].number != 0 {
                slot = (slot + 1) & mask;
            }
            self.table[slot] = entry;
        }
    }
}

/// An odd number without a pattern: 2^64 divided by the golden ratio.
const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;

/// Where a key belongs in the table.
#[inline]
fn place(key: u64) -> usize {
    (key.wrapping_mul(PRIME) >> 32) as usize
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
            "government governments Governmental",
            "a’b c\u{301}d İstanbul 中国和 Россия x",
            "tail’",
            "iPhone在中国。中\n国 ที่นี่",
        ];
        for text in texts {
            let mut vocabulary = Vocabulary::new();
            let mut numbers = Vec::new();
            vocabulary.number_words(text, |number| numbers.push(number as usize));
            let got: Vec<String> = numbers
                .iter()
                .map(|n| String::from_utf8(vocabulary.word(*n).to_vec()).unwrap())
                .collect();
            let want: Vec<String> = dateline_text::terms(text)
                .map(|term| {
                    let mark = if term.joined { "\u{1}" } else { "" };
                    format!("{}{mark}", fold(term.text))
                })
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
