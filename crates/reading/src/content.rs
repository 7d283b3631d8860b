//! Which lines lie among the text of the article.

use crate::copies::Copy;
use crate::features::features;
use crate::model::scores;
use crate::page::Page;
use crate::viterbi::{Place, best_path};

/// The place of each line: before, in, amid or after the text of the article.
pub(crate) fn places(page: &Page<'_>, copies: &[Option<Copy>]) -> Vec<Place> {
    let (own, around) = features(page, copies);
    best_path(&scores(&own, &around))
}
