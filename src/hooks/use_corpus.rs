//! The articles of the page: those it was built with, until others are opened.

use crate::browser::api;
use crate::shared::Shared;
use std::rc::Rc;
use yew::prelude::*;

/// The open articles, or why they cannot be opened.
#[hook]
pub fn use_corpus() -> Rc<Result<Shared, String>> {
    let state = use_state_eq(|| Rc::new(Shared::embedded().map_err(|e| e.to_string())));
    let setter = state.setter();
    use_effect_with((*state).clone(), move |opened| {
        if let Ok(corpus) = &**opened {
            api::serve(corpus.clone(), move |other| setter.set(Rc::new(Ok(other))));
        }
    });
    (*state).clone()
}
