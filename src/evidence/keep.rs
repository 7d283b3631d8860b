//! Corrections are kept in this browser, by the hash of their articles, and only where
//! there are any.

use crate::browser::{json, settings};
use crate::model::shared::Shared;
use dateline_corpus::Corrections;

/// Keeps the corrections of a corpus, or forgets those that were taken back; false where
/// the browser refuses, as in some private windows.
pub fn keep(corpus: &Shared) -> bool {
    let corrections = corpus.corrections();
    let text = (!corrections.is_empty()).then(|| json::write(corrections));
    settings::keep(&name(corpus), text.as_deref())
}

/// Whether this browser keeps corrections of these articles.
pub fn holds(base: &Shared) -> bool {
    settings::get(&name(base)).is_some()
}

/// The corpus with the corrections of an earlier visit; `None` without any. What this
/// version cannot read is left as it is.
pub fn restore(base: &Shared) -> Option<Shared> {
    let text = settings::get(&name(base))?;
    let corrections: Corrections = json::read(&text).ok()?;
    (!corrections.is_empty()).then(|| base.with_kept(corrections))
}

fn name(corpus: &Shared) -> String {
    format!("corrections.{}", corpus.hash())
}
