//! The bonus for words that stand close together.

use super::leaf::Found;
use crate::index::score::idf;
use crate::index::{Index, Postings};

/// The bonus of words side by side, as a share of their weights.
const SHARE: f32 = 0.25;
/// More words than this are not looked at.
const MAX_WORDS: usize = 8;

/// Two or more different words that a query looks for in title and body.
pub(crate) struct Together {
    ranks: Vec<u32>,
    weight: f32,
}

impl Together {
    /// The words of `found`; None when there are not several.
    pub(crate) fn of<B: AsRef<[u8]>>(index: &Index<B>, found: &[Found]) -> Option<Self> {
        let mut together = Together { ranks: Vec::new(), weight: 0.0 };
        for one in found {
            if let Found::Word { rank, postings: Postings::Main, .. } = one
                && !together.ranks.contains(rank)
            {
                together.ranks.push(*rank);
                together.weight += SHARE * idf(one.len(index), index.docs());
            }
        }
        (2..=MAX_WORDS).contains(&together.ranks.len()).then_some(together)
    }

    /// The bonus of an article: the full weight when all the words stand side by
    /// side somewhere, less the more others stand between, nothing when they
    /// never stand in one zone.
    pub(crate) fn bonus<B: AsRef<[u8]>>(&self, index: &Index<B>, doc: u32) -> f32 {
        let shortest = index.forward().shortest_stretch(doc, &self.ranks);
        shortest.map_or(0.0, |len| self.weight * self.ranks.len() as f32 / len as f32)
    }
}
