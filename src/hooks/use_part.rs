//! A part of the program for a view: asked for when the view is there.

use crate::browser::tasks;
use crate::shell::parts::Part;
use yew::prelude::*;

/// A part that is there now, comes, or cannot be had.
#[derive(Debug)]
pub enum Coming<P: 'static> {
    /// It is being fetched.
    Fetched,
    /// It is here.
    Here(&'static P),
    /// The host did not give it.
    Failed,
}

/// A part for a view; asks for it when it is not here. The callback asks again.
#[hook]
pub fn use_part<P: Part>() -> (Coming<P>, Callback<()>) {
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
        Some(part) => Coming::Here(part),
        None if *failed => Coming::Failed,
        None => Coming::Fetched,
    };
    (coming, again)
}
