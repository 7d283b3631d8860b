//! Corrections and edits outlast the tab, in this browser only: those of published articles by
//! the hash of the articles, those of a reader's own articles only where the articles are kept,
//! beside them, and until they are forgotten.

use super::stored_edits::{StoredEdit, edits, stored};
use crate::browser::{json, settings};
use crate::model::shared::Shared;
use crate::user_files;
use dateline_corpus::Corrections;
use serde::{Deserialize, Serialize};

/// Where changes are after they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In this browser.
    InBrowser,
    /// In this tab, as the reader's own articles themselves.
    InTab,
    /// In this tab, since the browser stores nothing.
    Refused,
}

/// The changes of a corpus with the reader's own articles.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Changes {
    corrections: Corrections,
    edits: Vec<StoredEdit>,
}

/// Keeps the corrections and edits of a corpus, or forgets those that were taken back.
pub fn keep(corpus: &Shared) -> Kept {
    let (corrections, edits) = (corpus.corrections(), stored(corpus));
    let done = if corpus.user_articles().is_none() {
        let text = (!corrections.is_empty()).then(|| json::write(corrections));
        let corrections = settings::keep(&corrections_of(corpus), text.as_deref());
        let text = (!edits.is_empty()).then(|| json::write(&edits));
        settings::keep(&edits_of(corpus), text.as_deref()) && corrections
    } else if user_files::keep::holds() {
        let none = corrections.is_empty() && edits.is_empty();
        let changes = Changes { corrections: corrections.clone(), edits };
        let text = (!none).then(|| json::write(&changes));
        settings::keep(&user_files::keep::changes(), text.as_deref())
    } else {
        return Kept::InTab;
    };
    if done { Kept::InBrowser } else { Kept::Refused }
}

/// Whether the changes of a corpus are in this browser.
pub fn is_kept(corpus: &Shared) -> bool {
    match corpus.user_articles() {
        None => has_kept(corpus.as_read()),
        Some(_) => settings::get(&user_files::keep::changes()).is_some(),
    }
}

/// Whether this browser keeps changes of these published articles.
pub fn has_kept(base: &Shared) -> bool {
    base.user_articles().is_none()
        && [corrections_of(base), edits_of(base)].iter().any(|name| settings::get(name).is_some())
}

/// The articles with the changes of an earlier visit; `None` without any. What this version
/// cannot read is left as it is.
pub fn restore(base: &Shared) -> Option<Shared> {
    let changes = match base.user_articles() {
        None => Changes {
            corrections: read(&corrections_of(base)).unwrap_or_default(),
            edits: read(&edits_of(base)).unwrap_or_default(),
        },
        Some(_) => read(&user_files::keep::changes())?,
    };
    let Changes { corrections, edits: kept } = changes;
    let mut all = base.edits().to_vec();
    let kept = edits(base, &kept).into_iter().filter(|edit| !base.edits().contains(edit));
    all.extend(kept);
    let corrections = base.corrections().iter().fold(corrections, |all, one| all.with(one));
    if all.is_empty() && corrections.is_empty() {
        return None;
    }
    let edited = if all.is_empty() { base.clone() } else { base.with_edits(all) };
    Some(if corrections.is_empty() { edited } else { edited.with_kept(corrections) })
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> Option<T> {
    json::read(&settings::get(name)?).ok()
}

fn corrections_of(corpus: &Shared) -> String {
    format!("corrections.{}", corpus.hash())
}

fn edits_of(corpus: &Shared) -> String {
    format!("edits.{}", corpus.hash())
}
