//! The sequence model: places each line before, in, between or after the article's text.

mod features;
mod scores;
mod viterbi;
mod weights;

pub(crate) use features::features;

use crate::page::Page;
use crate::page::copies::Copy;
use crate::roles::Place;
use scores::scores;
use viterbi::best_path;

/// The names of the features of [`crate::model_input`]: of a line by itself, and of a
/// line among the others. For training.
pub fn feature_names() -> (&'static [&'static str], &'static [&'static str]) {
    (features::Own::NAMES, features::Around::NAMES)
}

/// The place of each line: before, in, amid or after the text of the article.
pub(crate) fn places(page: &Page<'_>, copies: &[Option<Copy>]) -> Vec<Place> {
    let (own, around) = features(page, copies);
    best_path(&scores(&own, &around))
}
