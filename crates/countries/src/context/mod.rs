//! Context: which candidates are mentions, and of which country.
//!
//! 1. `rules`: what the words beside a candidate settle alone (a block phrase, an
//!    address, a language, a state after its town).
//! 2. `features` and `model`: how likely every other candidate names a place.
//! 3. `evidence` and `senses`: which of the places of that name, from what else the
//!    article names; one sense for a name through one article.
//! 4. `decide`: counted, ambiguous or dropped.

mod dateline;
mod decide;
mod evidence;
mod features;
mod in_name;
mod model;
mod reading;
pub(crate) mod rules;
mod senses;
mod words;

pub(crate) use decide::{Decision, decide, resolve};
pub(crate) use features::NAMES as FEATURE_NAMES;
pub(crate) use model::Model;
pub(crate) use reading::{Fixed, Group, Reading};
pub(crate) use senses::SENSE_FEATURES;
pub(crate) use words::{Class, ContextWords};

use crate::Gazetteer;
use crate::scan::Word;
use dateline_text::Span;

/// The text under the rules.
pub(crate) struct Article<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) text: &'a str,
    pub(crate) words: &'a [Word],
    /// The blocks that hold the words, in order.
    pub(crate) blocks: &'a [Span],
}

impl Article<'_> {
    /// What stands before and after a span within its block.
    pub(crate) fn around(&self, span: Span) -> (&str, &str) {
        let at = self.blocks.partition_point(|block| block.end < span.end);
        let block = self.blocks.get(at).copied().unwrap_or(span);
        let cut = |from: u32, to: u32| self.text.get(from as usize..to as usize);
        let before = cut(block.start, span.start).unwrap_or_default();
        (before, cut(span.end, block.end).unwrap_or_default())
    }

    /// Word number `at`, unless a new block begins with it.
    pub(crate) fn after(&self, at: usize) -> Option<&Word> {
        self.words.get(at).filter(|w| !w.first)
    }

    /// The word before word number `at`, in the same block.
    pub(crate) fn before(&self, at: usize) -> Option<&Word> {
        let first = self.words.get(at)?.first;
        if first { None } else { self.words.get(at.checked_sub(1)?) }
    }

    /// Whether a span begins its block or a line of it.
    pub(crate) fn begins_line(&self, span: Span) -> bool {
        let (before, _) = self.around(span);
        before.rsplit('\n').next().is_none_or(|line| line.trim().is_empty())
    }

    /// The classes of a word.
    pub(crate) fn class(&self, word: &Word) -> Class {
        self.gazetteer.words.of(word)
    }

    /// The text between two words.
    pub(crate) fn between(&self, left: &Word, right: &Word) -> &str {
        self.text.get(left.end as usize..right.start as usize).unwrap_or_default()
    }
}
