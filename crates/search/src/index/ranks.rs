//! Ranks of the words of an index: places in the sorted dictionary.

use std::ops::Range;

/// Ranks of words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ranks {
    /// Ranks that follow each other; empty, one, or the words with a prefix.
    Range(Range<u32>),
    /// Any, ascending.
    Set(Vec<u32>),
}

impl Ranks {
    pub(crate) fn one(rank: Option<u32>) -> Self {
        Ranks::Range(rank.map_or(0..0, |rank| rank..rank + 1))
    }

    pub(crate) fn has(&self, rank: u32) -> bool {
        match self {
            Ranks::Range(range) => range.contains(&rank),
            Ranks::Set(ranks) => ranks.binary_search(&rank).is_ok(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Ranks::Range(range) => range.len(),
            Ranks::Set(ranks) => ranks.len(),
        }
    }

    /// The rank, when there is just one.
    pub(crate) fn single(&self) -> Option<u32> {
        match self {
            Ranks::Range(range) => (range.len() == 1).then_some(range.start),
            Ranks::Set(ranks) => (ranks.len() == 1).then(|| ranks[0]),
        }
    }

    /// The ranks, when they are one or two that follow each other: those of a word, or of a
    /// character where it is joined to the one before it and where it is not.
    pub(crate) fn few(&self) -> Option<Range<u32>> {
        match self {
            Ranks::Range(range) => matches!(range.len(), 1 | 2).then(|| range.clone()),
            Ranks::Set(_) => self.single().map(|rank| rank..rank + 1),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let (range, set): (Range<u32>, &[u32]) = match self {
            Ranks::Range(range) => (range.clone(), &[]),
            Ranks::Set(ranks) => (0..0, ranks),
        };
        range.chain(set.iter().copied())
    }
}
