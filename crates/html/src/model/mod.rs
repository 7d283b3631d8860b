//! Which blocks are the text of the article: a model in two steps over measured blocks.
//! The first looks at each block alone; the second also at what the first thinks of its
//! neighbours and of everything in the same element.

mod around;
mod measure;
mod net;
mod weights;

pub(crate) use around::{chain, sign};
pub(crate) use measure::{Measured, measure, said_words};

use crate::dom::Dom;
use crate::flow::Block;

/// How likely each block is text of the article, from 0 to 1.
pub(crate) fn likelihoods(dom: &Dom, blocks: &[Block], measured: &[Measured]) -> Vec<f32> {
    let weights = weights::weights();
    let words: Vec<_> = measured.iter().map(|m| weights.words(m)).collect();
    let alone: Vec<f32> =
        measured.iter().zip(&words).map(|(m, words)| weights.alone(m, words)).collect();
    let around = around::around(dom, blocks, measured, &alone);
    let rows = measured.iter().zip(&words).zip(&around);
    rows.map(|((m, words), around)| weights.together(m, words, around)).collect()
}

/// The names of the measures of a block alone, and among the others.
pub(crate) fn names() -> (Vec<String>, Vec<&'static str>) {
    (measure::NAMES.clone(), around::NAMES.to_vec())
}
