//! A part of the program for a view: asked for when the view is there.

use crate::browser::tasks;
use crate::shell::parts::Part;
use yew::prelude::*;

/// A part that is there now, comes, or cannot be had.
#[derive(Debug)]
pub enum PartState<P: 'static> {
    /// It is being fetched.
    Loading,
    /// It is here.
    Loaded(&'static P),
    /// It could not be fetched.
    Failed,
}

/// A part for a view; asks for it when it is not here. The callback asks again.
#[hook]
pub fn use_part<P: Part>() -> (PartState<P>, Callback<()>) {
    let failed = use_state_eq(|| false);
    let tries = use_state_eq(|| 0_u32);
    let here = P::here();
    {
        let (failed, redraw) = (failed.setter(), use_force_update());
        use_effect_with((*tries, here.is_some()), move |(_, here)| {
            if !here {
                tasks::spawn(async move {
                    match P::fetch().await {
                        Some(_) => redraw.force_update(),
                        None => failed.set(true),
                    }
                });
            }
        });
    }
    let again = {
        let (failed, tries) = (failed.setter(), tries.clone());
        Callback::from(move |()| {
            failed.set(false);
            tries.set(*tries + 1);
        })
    };
    let coming = match here {
        Some(part) => PartState::Loaded(part),
        None if *failed => PartState::Failed,
        None => PartState::Loading,
    };
    (coming, again)
}
