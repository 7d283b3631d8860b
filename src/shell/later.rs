//! Content that comes in a task of its own: what is first seen is painted before the rest is
//! worked out, and no task grows so long that the page does not answer.

use crate::browser::clock::Timeout;
use yew::prelude::*;

/// What comes later.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The content. It must be made of components: only they wait with their work.
    pub children: Html,
}

/// Shows its content one task after it was put on the page, and at once from then on. Several of
/// them come in the order in which they stand, each in its own task.
#[component]
pub fn Later(props: &Props) -> Html {
    // A page that is written to a string, as tests do, has no later.
    let come = use_state_eq(|| cfg!(not(target_arch = "wasm32")));
    {
        let come = come.setter();
        use_effect_with((), move |()| {
            let timer = Timeout::new(0, move || come.set(true));
            // Dropping the timer cancels it.
            move || drop(timer)
        });
    }
    if *come {
        props.children.clone()
    } else {
        html! { <span class="later" hidden=true /> }
    }
}
