//! A page that comes with a part of the program: its place until it is here.

use crate::address::View;
use crate::hooks::use_part::{PartState, use_part};
use crate::model::page_props::PageProps;
use crate::shell::parts::{Overview, Part, Rest};
use yew::prelude::*;

/// A part that shows pages.
pub(super) trait Pages: Part {
    /// What shows a page.
    fn page(&self) -> fn(PageProps) -> Html;
}

impl Pages for Overview {
    fn page(&self) -> fn(PageProps) -> Html {
        self.page
    }
}

impl Pages for Rest {
    fn page(&self) -> fn(PageProps) -> Html {
        self.page
    }
}

/// The page of the address once its part is here; until then its place, and a way
/// to ask again when the host did not give it.
#[component]
pub fn Fetched<P: Pages>(props: &PageProps) -> Html {
    let (coming, again) = use_part::<P>();
    let class = match props.place.address.view {
        View::Articles => "reader",
        _ => "page",
    };
    match coming {
        PartState::Loaded(part) => (part.page())(props.clone()),
        PartState::Loading => html! { <div {class} aria-busy="true"></div> },
        PartState::Failed => {
            let again = again.reform(|_: MouseEvent| ());
            html! {
                <div class={classes!(class, "missing")}>
                    <h2>{ "This view could not be loaded" }</h2>
                    <p>{ "Part of the program failed to load. \
                          The articles can still be searched and read." }</p>
                    <p><button type="button" class="chip" onclick={again}>{ "Try again" }</button></p>
                </div>
            }
        }
    }
}
