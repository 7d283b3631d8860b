//! Which part of a long list is drawn: what can be seen, some more on both sides, and
//! what has the focus. Pure: heights in, ranges out. The rest is stood in for by
//! spacers that are as high as it was, or would be.

use std::ops::Range;

/// Items that are drawn or left out together.
pub const BLOCK_ITEMS: usize = 10;

/// Blocks that are drawn before anything was measured.
const FIRST_BLOCKS: usize = 2;

/// Height of an item that nobody has measured, in CSS pixels.
const GUESSED_HEIGHT: f64 = 150.0;

/// How high the blocks of a list are, as far as they were seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heights {
    items: usize,
    known: Vec<Option<f64>>,
}

impl Heights {
    /// Those of a list of so many items, none seen yet.
    pub fn new(items: usize) -> Heights {
        Heights { items, known: vec![None; items.div_ceil(BLOCK_ITEMS)] }
    }

    /// Notes how high the block is that begins with item `at`.
    pub fn see(&mut self, at: usize, height: f64) {
        if let Some(known) = self.known.get_mut(at / BLOCK_ITEMS).filter(|_| height > 0.0) {
            *known = Some(height);
        }
    }

    /// The height of a range of items that begins and ends with blocks, seen or
    /// guessed from those that were, in CSS pixels.
    pub fn of(&self, items: &Range<usize>) -> f64 {
        let guess = self.guess();
        (items.start / BLOCK_ITEMS..items.end.div_ceil(BLOCK_ITEMS))
            .map(|b| self.height(b, guess))
            .sum()
    }

    /// What is drawn when pixels `from` to `to` of the list can be seen and the item
    /// `focused` has the focus: ranges of items in order, apart from each other.
    pub fn drawn(&self, from: f64, to: f64, focused: Option<usize>) -> Vec<Range<usize>> {
        let seen = self.block_at(from)..self.block_at(to) + 1;
        let focused = focused.map(|item| item / BLOCK_ITEMS..item / BLOCK_ITEMS + 1);
        let mut blocks: Vec<Range<usize>> = [Some(seen), focused]
            .into_iter()
            .flatten()
            .map(|b| b.start.saturating_sub(1)..(b.end + 1).min(self.known.len()))
            .collect();
        if blocks.len() == 2 && blocks[1].start < blocks[0].start {
            blocks.swap(0, 1);
        }
        if let [a, b] = &blocks[..]
            && b.start <= a.end
        {
            let both = a.start..a.end.max(b.end);
            blocks = vec![both];
        }
        blocks.into_iter().map(|b| self.items_of(b)).collect()
    }

    /// What is drawn before anything was measured.
    pub fn first(&self) -> Vec<Range<usize>> {
        vec![self.items_of(0..FIRST_BLOCKS.min(self.known.len()))]
    }

    fn items_of(&self, blocks: Range<usize>) -> Range<usize> {
        blocks.start * BLOCK_ITEMS..(blocks.end * BLOCK_ITEMS).min(self.items)
    }

    fn block_at(&self, pixel: f64) -> usize {
        let guess = self.guess();
        let mut bottom = 0.0;
        let above = (0..self.known.len()).take_while(|block| {
            bottom += self.height(*block, guess);
            bottom <= pixel
        });
        above.count().min(self.known.len().saturating_sub(1))
    }

    fn height(&self, block: usize, guess: f64) -> f64 {
        let items = self.items_of(block..block + 1).len() as f64;
        self.known[block].unwrap_or(guess * items)
    }

    /// The mean height of an item that was seen.
    fn guess(&self) -> f64 {
        let seen = self.known.iter().enumerate().filter_map(|(block, height)| {
            Some(((*height)?, self.items_of(block..block + 1).len()))
        });
        let (height, items) = seen.fold((0.0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        if items == 0 { GUESSED_HEIGHT } else { height / items as f64 }
    }
}

/// The gaps between what is drawn: before, between and behind.
pub fn gaps(drawn: &[Range<usize>], items: usize) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(drawn.iter().map(|range| range.end));
    let ends = drawn.iter().map(|range| range.start).chain([items]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hundred items, of which the first ten are 1000 high together.
    fn heights() -> Heights {
        let mut heights = Heights::new(95);
        heights.see(0, 1000.0);
        heights
    }

    #[test]
    fn what_is_seen_is_drawn_with_its_neighbours_and_the_focus() {
        type Rows = &'static [(f64, f64, Option<usize>, &'static [(usize, usize)])];
        let rows: Rows = &[
            (0.0, 800.0, None, &[(0, 20)]),
            (-300.0, 500.0, None, &[(0, 20)]),
            (1000.0, 1800.0, None, &[(0, 30)]),
            (4500.0, 5200.0, None, &[(30, 70)]),
            (99_000.0, 99_800.0, None, &[(80, 95)]),
            (4500.0, 5200.0, Some(3), &[(0, 20), (30, 70)]),
            (4500.0, 5200.0, Some(25), &[(10, 70)]),
            (0.0, 800.0, Some(94), &[(0, 20), (80, 95)]),
        ];
        for (from, to, focused, want) in rows {
            let want: Vec<Range<usize>> = want.iter().map(|(a, b)| *a..*b).collect();
            assert_eq!(heights().drawn(*from, *to, *focused), want, "{from} {to} {focused:?}");
        }
        let ends = |ranges: Vec<Range<usize>>| ranges.last().map(|range| (range.start, range.end));
        assert_eq!(ends(Heights::new(5).drawn(0.0, 500.0, Some(4))), Some((0, 5)));
        assert_eq!(ends(Heights::new(0).drawn(0.0, 500.0, None)), Some((0, 0)));
        assert_eq!(ends(Heights::new(95).first()), Some((0, 20)));
        assert_eq!(ends(Heights::new(3).first()), Some((0, 3)));
    }

    #[test]
    fn what_is_left_out_keeps_its_height() {
        let mut heights = heights();
        assert_eq!(heights.of(&(0..10)), 1000.0);
        assert_eq!(heights.of(&(0..30)), 3000.0);
        assert_eq!(heights.of(&(90..95)), 500.0);
        heights.see(10, 3000.0);
        assert_eq!(heights.of(&(20..30)), 2000.0);
        assert_eq!(Heights::new(10).of(&(0..10)), 10.0 * GUESSED_HEIGHT);
        assert_eq!(gaps(&[10..30, 50..70], 95), [0..10, 30..50, 70..95]);
        let all = 0..5;
        assert_eq!(gaps(std::slice::from_ref(&all), 5), [0..0, 5..5]);
    }
}
