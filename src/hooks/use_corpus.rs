//! The articles of the page: those it was built with, until others are opened.

use crate::browser::tasks;
use crate::parts::{Part, Rest};
use crate::shared::Shared;
use std::rc::Rc;
use yew::prelude::*;

/// The open articles, or why they cannot be opened; and what shows others, which
/// are kept as long as the tab.
#[hook]
pub fn use_corpus() -> (Rc<Result<Shared, String>>, Callback<Shared>) {
    let state = use_state_eq(|| Rc::new(Shared::embedded().map_err(|e| e.to_string())));
    let setter = state.setter();
    let show = use_callback((), move |other, ()| setter.set(Rc::new(Ok(other))));
    use_effect_with(((*state).clone(), show.clone()), |(opened, show)| {
        if let Ok(corpus) = &**opened {
            let (corpus, show) = (corpus.clone(), show.clone());
            tasks::spawn(async move {
                if let Some(rest) = Rest::fetch().await {
                    (rest.serve)(corpus, Rc::new(move |other| show.emit(other)));
                }
            });
        }
    });
    ((*state).clone(), show)
}
