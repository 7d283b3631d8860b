//! Phrases of plain words, looked for in the word stream four numbers at a time.

use super::format::MARKS;
use super::forward::Forward;
use std::ops::Range;

/// A phrase whose words are one word of the index each, or a few that follow each other.
pub(crate) struct FixedPhrase {
    /// The numbers in the stream, first and last of each word.
    words: Vec<(u32, u32)>,
    /// Which of them is looked for: a rare one that has one number.
    anchor: usize,
    titles: bool,
    body: bool,
}

impl FixedPhrase {
    /// A phrase of words with these ranks, none of them without one, looked for in titles,
    /// body or both. The word at `anchor` has one rank.
    pub(crate) fn new(ranks: &[Range<u32>], anchor: usize, titles: bool, body: bool) -> Self {
        let words = ranks.iter().map(|ranks| (ranks.start + MARKS, ranks.end - 1 + MARKS));
        Self { words: words.collect(), anchor, titles, body }
    }
}

impl Forward<'_> {
    /// How often the phrase stands in an article.
    pub(crate) fn count_phrase(&self, doc: u32, phrase: &FixedPhrase) -> u32 {
        let parts = self.parts(doc);
        let mut count = 0;
        if phrase.titles {
            count += self.count_in(parts.titles, phrase);
        }
        if phrase.body {
            count += self.count_in(parts.body, phrase);
        }
        count
    }

    fn count_in(&self, range: Range<usize>, phrase: &FixedPhrase) -> u32 {
        let bytes = self.words.get(range.start * self.width..range.end * self.width).unwrap_or(&[]);
        let mut count = 0;
        let (wanted, _) = phrase.words[phrase.anchor];
        each_place(bytes, self.width, wanted, |at| {
            let Some(start) = at.checked_sub(phrase.anchor) else { return };
            let all = phrase.words.iter().enumerate().all(|(offset, (first, last))| {
                number_at(bytes, self.width, start + offset)
                    .is_some_and(|number| (*first..=*last).contains(&number))
            });
            count += u32::from(all);
        });
        count
    }
}

#[inline]
fn number_at(bytes: &[u8], width: usize, at: usize) -> Option<u32> {
    bytes.get(at * width..(at + 1) * width).map(super::stream::number_of)
}

/// Calls `each` with every place at which `wanted` stands.
#[inline]
fn each_place(bytes: &[u8], width: usize, wanted: u32, mut each: impl FnMut(usize)) {
    if width != 2 {
        for (at, bytes) in bytes.chunks_exact(width).enumerate() {
            if super::stream::number_of(bytes) == wanted {
                each(at);
            }
        }
        return;
    }
    let pattern = u64::from(wanted) * LOW;
    let blocks = bytes.chunks_exact(32);
    let rest_at = bytes.len() / 32 * 16;
    let rest = blocks.remainder();
    let mut check = |base: usize, bytes: &[u8]| {
        for (at, pair) in bytes.chunks_exact(2).enumerate() {
            if u32::from(u16::from_le_bytes([pair[0], pair[1]])) == wanted {
                each(base + at);
            }
        }
    };
    for (at, block) in blocks.enumerate() {
        let zeros = block.chunks_exact(8).fold(0, |zeros, eight| {
            let mut number = [0; 8];
            number.copy_from_slice(eight);
            zeros | zero_lanes(u64::from_le_bytes(number) ^ pattern)
        });
        if zeros != 0 {
            check(at * 16, block);
        }
    }
    check(rest_at, rest);
}

const LOW: u64 = 0x0001_0001_0001_0001;
const HIGH: u64 = 0x8000_8000_8000_8000;

/// Not 0 when one of the four 16-bit lanes is 0, and only then.
#[inline]
fn zero_lanes(lanes: u64) -> u64 {
    lanes.wrapping_sub(LOW) & !lanes & HIGH
}

#[cfg(test)]
mod tests {
    use super::each_place;

    #[test]
    fn every_place_is_found() {
        for len in [0usize, 1, 15, 16, 17, 64, 70] {
            let numbers: Vec<u16> = (0..len as u16).map(|i| i * 7 % 5 + 0x00ff).collect();
            let bytes: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
            for wanted in [0u16, 0xff, 0x100, 0x103, 0xffff] {
                let mut places = Vec::new();
                each_place(&bytes, 2, u32::from(wanted), |at| places.push(at));
                let want: Vec<usize> = (0..len).filter(|at| numbers[*at] == wanted).collect();
                assert_eq!(places, want);
            }
        }
    }
}
