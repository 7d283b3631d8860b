//! The words of each article in order, as ranks: what phrases are read from.

use super::format::{BREAK, BYLINE, MARKS, SOURCE};
use crate::document::Zone;
use crate::matching::positions::View;
use std::ops::Range;

/// The word stream of all articles, read in place.
#[derive(Clone, Copy)]
pub(crate) struct Forward<'b> {
    pub(crate) articles: &'b [u8],
    pub(crate) words: &'b [u8],
    pub(crate) width: usize,
}

/// Where the parts of one article stand in the stream.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) titles: Range<usize>,
    pub(crate) body: Range<usize>,
    pub(crate) rest: Range<usize>,
}

impl<'b> Forward<'b> {
    pub(crate) fn parts(&self, doc: u32) -> Parts {
        let at =
            |number: usize| super::bytes::u32_of(self.articles, doc as usize * 3 + number) as usize;
        let (titles, body, rest, end) = (at(0), at(1), at(2), at(3));
        Parts { titles: titles..body, body: body..rest, rest: rest..end }
    }

    /// The rank of the word that an entry stands for; `None` for a mark.
    pub(crate) fn rank(entry: u32) -> Option<u32> {
        entry.checked_sub(MARKS)
    }

    /// Calls `each` with every entry of `range` and its place: a mark below
    /// [`MARKS`], else rank + [`MARKS`].
    #[inline]
    pub(crate) fn each(&self, range: Range<usize>, mut each: impl FnMut(usize, u32)) {
        let bytes = self.words.get(range.start * self.width..range.end * self.width).unwrap_or(&[]);
        if self.width == 2 {
            for (at, pair) in bytes.chunks_exact(2).enumerate() {
                each(range.start + at, u32::from(u16::from_le_bytes([pair[0], pair[1]])));
            }
        } else {
            for (at, b) in bytes.chunks_exact(3).enumerate() {
                each(range.start + at, u32::from_le_bytes([b[0], b[1], b[2], 0]));
            }
        }
    }

    /// The length of the shortest stretch, in the titles or in the body, that
    /// holds all of the words with these ranks.
    pub(crate) fn shortest_stretch(&self, doc: u32, ranks: &[u32]) -> Option<usize> {
        let parts = self.parts(doc);
        let mut shortest: Option<usize> = None;
        for range in [parts.titles, parts.body] {
            // Where each word was last seen, plus 1; 0 before.
            let mut last = vec![0; ranks.len()];
            self.each(range, |at, entry| {
                if entry == BREAK {
                    last.fill(0);
                    return;
                }
                let Some(word) = ranks.iter().position(|rank| rank + MARKS == entry) else {
                    return;
                };
                last[word] = at + 1;
                let first = last.iter().copied().min().unwrap_or(0);
                if first > 0 {
                    let len = at + 2 - first;
                    shortest = Some(shortest.map_or(len, |known| known.min(len)));
                }
            });
        }
        shortest
    }

    /// Fills `view` with the positions of the words that `number` gives one or
    /// more places for.
    pub(crate) fn view(&self, doc: u32, view: &mut View, is: impl Fn(usize, u32) -> bool) {
        view.words.iter_mut().for_each(Vec::clear);
        view.stretches.clear();
        let parts = self.parts(doc);
        let mut open = (Zone::Title, parts.titles.start as u32);
        let whole = parts.titles.start..parts.rest.end;
        let body = parts.body.clone();
        self.each(whole.clone(), |at, entry| {
            if at == body.start && at < body.end {
                view.stretches.push((open.0, open.1..at as u32));
                open = (Zone::Body, at as u32);
            }
            if entry < MARKS {
                view.stretches.push((open.0, open.1..at as u32));
                let zone = match entry {
                    BREAK => Zone::Title,
                    BYLINE => Zone::Byline,
                    SOURCE => Zone::Source,
                    _ => Zone::Hidden,
                };
                open = (zone, at as u32 + 1);
                return;
            }
            let rank = entry - MARKS;
            for (word, positions) in view.words.iter_mut().enumerate() {
                if is(word, rank) {
                    positions.push(at as u32);
                }
            }
        });
        view.stretches.push((open.0, open.1..whole.end as u32));
    }
}
