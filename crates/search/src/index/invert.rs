//! From the words of each article to the articles of each word: a counting
//! sort, a part of the words at a time so that it takes little memory.

use super::builder::{Part, weight};
use super::format::MARKS;
use super::postings;
use super::score::Lengths;
use super::stream::number_of;
use std::ops::Range;

/// Postings that are sorted at a time, or a quarter of them if that is more; each
/// takes five bytes.
const AT_A_TIME: u32 = 1 << 19;

/// Facts about the articles.
pub(super) struct Source<'s> {
    pub(super) width: usize,
    /// Where the titles, body and rest of each begin, and the end.
    pub(super) articles: &'s [[u32; 3]],
    pub(super) codes: &'s [u8],
    pub(super) lengths: &'s Lengths,
}

impl Source<'_> {
    /// Appends to `bytes` the postings of a part of the articles, whose words
    /// stand in `bytes` at `words`. `sizes` tells how many articles each word
    /// is in. Gives where the postings of each word begin, and their end.
    pub(super) fn write(
        &self,
        part: Part,
        sizes: &[u32],
        words: Range<usize>,
        bytes: &mut Vec<u8>,
    ) -> Vec<u32> {
        let begin = bytes.len();
        let mut offsets = Vec::with_capacity(sizes.len() + 1);
        let at_a_time = AT_A_TIME.max(sizes.iter().sum::<u32>() / 4);
        let mut from = 0;
        while from < sizes.len() {
            let mut sum = 0;
            let fitting = sizes[from..].iter().take_while(|size| {
                sum += **size;
                sum <= at_a_time
            });
            let to = from + fitting.count().max(1);
            let sorted = self.sort(part, from..to, &sizes[from..to], &bytes[words.clone()]);
            let mut start = 0;
            for size in &sizes[from..to] {
                offsets.push((bytes.len() - begin) as u32);
                let range = start..start + *size as usize;
                start = range.end;
                if !range.is_empty() {
                    let (docs, freqs) = (&sorted.0[range.clone()], &sorted.1[range]);
                    postings::write(bytes, docs, freqs, |doc, freq| {
                        self.lengths.saturation(freq, self.codes[doc as usize])
                    });
                }
            }
            from = to;
        }
        offsets.push((bytes.len() - begin) as u32);
        offsets
    }

    /// The articles and frequencies of the words in `ranks`, word after word.
    fn sort(
        &self,
        part: Part,
        ranks: Range<usize>,
        sizes: &[u32],
        words: &[u8],
    ) -> (Vec<u32>, Vec<u8>) {
        // For each word its last article plus 1, and where its next one goes.
        let mut next: Vec<(u32, u32)> = Vec::with_capacity(sizes.len());
        let mut total = 0;
        for size in sizes {
            next.push((0, total));
            total += size;
        }
        let (mut docs, mut freqs) = (vec![0u32; total as usize], vec![0u8; total as usize]);
        if total == 0 {
            return (docs, freqs);
        }
        let first = ranks.start as u32 + MARKS;
        for (doc, pair) in self.articles.windows(2).enumerate() {
            let doc = doc as u32;
            let [titles, body, rest] = pair[0];
            let mut run = |from: u32, to: u32, weight: u8| {
                let range = from as usize * self.width..to as usize * self.width;
                each_number(&words[range], self.width, |number| {
                    let at = number.wrapping_sub(first) as usize;
                    let Some((last, place)) = next.get_mut(at) else { return };
                    if *last != doc + 1 {
                        *last = doc + 1;
                        docs[*place as usize] = doc;
                        *place += 1;
                    }
                    let freq = &mut freqs[*place as usize - 1];
                    *freq = freq.saturating_add(weight);
                });
            };
            if part != Part::Aside {
                run(titles, body, weight(part, true));
            }
            if part == Part::Main {
                run(body, rest, weight(part, false));
            }
            if part == Part::Aside {
                run(rest, pair[1][0], 1);
            }
        }
        (docs, freqs)
    }
}

#[inline]
fn each_number(bytes: &[u8], width: usize, mut each: impl FnMut(u32)) {
    if width == 2 {
        bytes
            .chunks_exact(2)
            .for_each(|pair| each(u32::from(u16::from_le_bytes([pair[0], pair[1]]))));
    } else {
        bytes.chunks_exact(width).for_each(|bytes| each(number_of(bytes)));
    }
}
