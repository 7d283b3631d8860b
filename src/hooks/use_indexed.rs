//! Waiting for the index of a large corpus (`use_indexing` builds it), for what would
//! otherwise build it in one long task.

use super::use_indexing::SMALL_CORPUS_BYTES;
use crate::browser::clock::Timeout;
use crate::model::shared::Shared;
use yew::prelude::*;

/// Milliseconds between two looks.
const LOOK_AGAIN_MS: u32 = 50;

/// Whether the corpus is indexed, or small enough for that to take no time; at once true
/// where the index is not `needed`.
#[hook]
pub fn use_indexed(corpus: &Shared, needed: bool) -> bool {
    let is_ready =
        |corpus: &Shared| corpus.is_indexed() || corpus.text_bytes() <= SMALL_CORPUS_BYTES;
    let looks = use_state(|| 0);
    let ready = !needed || is_ready(corpus);
    {
        let looks = looks.clone();
        use_effect_with((corpus.clone(), needed, *looks), move |_| {
            let timer =
                (!ready).then(|| Timeout::new(LOOK_AGAIN_MS, move || looks.set(*looks + 1)));
            // Dropping the timer cancels it.
            move || drop(timer)
        });
    }
    ready
}
