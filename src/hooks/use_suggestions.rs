//! Ways to go on with what is typed, found once typing rests, so that no keystroke
//! waits for them.

use crate::browser::clock::Timeout;
use crate::browser::{settings, tasks};
use crate::model::saved_series::{self, STORED};
use crate::model::shared::Shared;
use crate::shell::parts::{Part, Rest};
use dateline_corpus::{Selection, Suggestion};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// How long typing rests before anything is offered, in milliseconds.
const TYPING_REST_MS: u32 = 90;

/// How many are offered.
const MAX_SUGGESTIONS: usize = 8;

/// Ways to go on, reached through the rest of the program only.
pub fn suggest(corpus: &Shared, selection: &Selection, caret: usize) -> Vec<Suggestion> {
    let kept = saved_series::listed(&settings::get(STORED).unwrap_or_default());
    let mut found = saved_series::suggestions(&kept, &selection.query, caret);
    found.truncate(MAX_SUGGESTIONS / 2);
    found.extend(corpus.suggest(selection, caret, MAX_SUGGESTIONS - found.len()));
    found
}

/// The suggestions for `selection`, whose query ends for now at byte `caret`; none
/// where nothing was typed yet, or while the articles are being indexed.
#[hook]
pub fn use_suggestions(
    corpus: &Shared,
    selection: &Selection,
    caret: Option<usize>,
) -> Vec<Suggestion> {
    let found = use_state_eq(Vec::new);
    {
        let found = found.setter();
        let typed = (corpus.clone(), selection.clone(), caret);
        use_effect_with(typed, move |(corpus, selection, caret)| {
            let (corpus, selection, caret) = (corpus.clone(), selection.clone(), *caret);
            // What was offered does not fit what is typed now.
            found.set(Vec::new());
            let is_wanted = Rc::new(Cell::new(true));
            let timer = caret.map(|caret| {
                let is_wanted = Rc::clone(&is_wanted);
                let find = async move {
                    // The first key of a visit fetches it, which may take longer than typing rests.
                    let rest = Rest::fetch().await;
                    if let Some(rest) = rest.filter(|_| is_wanted.get() && corpus.is_indexed()) {
                        found.set((rest.suggest)(&corpus, &selection, caret));
                    }
                };
                Timeout::new(TYPING_REST_MS, || tasks::spawn(find))
            });
            // Dropping the timer cancels it.
            move || {
                is_wanted.set(false);
                drop(timer);
            }
        });
    }
    (*found).clone()
}
