//! The articles of the page: those it was published with, until others are opened.

use crate::model::shared::Shared;
use crate::scripting::serving;
use crate::shell::app::Opened;
use std::rc::Rc;
use yew::prelude::*;

/// The open articles, or why they cannot be opened; and what shows others, which
/// are kept as long as the tab.
#[hook]
pub fn use_corpus(first: &Opened) -> (Opened, Callback<Shared>) {
    let state = use_state_eq(|| first.clone());
    let setter = state.setter();
    let show = use_callback((), move |other, ()| setter.set(Opened(Rc::new(Ok(other)))));
    use_effect_with(((*state).clone(), show.clone()), |(opened, show)| {
        if let Ok(corpus) = &*opened.0 {
            let show = show.clone();
            serving::serve(corpus.clone(), Rc::new(move |other| show.emit(other)));
        }
    });
    ((*state).clone(), show)
}
