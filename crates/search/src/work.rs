//! How much work a query may do before it is said to ask for too much. Work is counted in
//! steps, not in time: the same query on the same articles ends the same way everywhere.

use std::cell::Cell;

/// Steps that any query may take; about 2 nanoseconds each.
const MAX_STEPS: u64 = 56_000_000;
/// Steps for each word of the articles: what takes as long as reading them is never refused.
const STEPS_A_WORD: u64 = 12;
/// Steps that a condition may take in one article, beside those for each of its words. The same
/// holds where hits are looked up, so that what was selected has its hits.
const MAX_STEPS_IN_AN_ARTICLE: u64 = 28_000_000;

/// Steps for a pair of things near each other: found, sorted, and each left once.
pub(crate) const STEPS_A_PAIR: u64 = 10;
/// Steps for a word of the index that a pattern stands for: four bytes are kept of it.
pub(crate) const STEPS_AN_EXPANSION: u64 = 16;

/// What is left of the work that a query may do.
pub(crate) struct Work(Cell<u64>);

impl Work {
    /// The work of a query over articles of so many words.
    pub(crate) fn of_query(words: usize) -> Self {
        Self(Cell::new(MAX_STEPS + STEPS_A_WORD * words as u64))
    }

    /// The work of looking up one condition in an article of so many words.
    pub(crate) fn of_article(words: usize) -> Self {
        Self(Cell::new(MAX_STEPS_IN_AN_ARTICLE + STEPS_A_WORD * words as u64))
    }

    /// As much as it takes, for what is bounded otherwise.
    pub(crate) fn unbounded() -> Self {
        Self(Cell::new(u64::MAX))
    }

    /// Takes steps; false when none are left.
    #[inline]
    pub(crate) fn take(&self, steps: u64) -> bool {
        let left = self.0.get().saturating_sub(steps);
        self.0.set(left);
        left > 0
    }

    /// Takes all that are left: what was looked up in one article took too much.
    pub(crate) fn use_up(&self) {
        self.0.set(0);
    }

    /// Steps that are left.
    pub(crate) fn left(&self) -> u64 {
        self.0.get()
    }

    /// Whether the query asks for too much.
    pub(crate) fn is_used_up(&self) -> bool {
        self.0.get() == 0
    }
}
