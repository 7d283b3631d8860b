//! The evidence of a count, and the reader's corrections and edits: why a mark is there, the
//! corrections of these articles, the form of an article's metadata, and keeping all of that in
//! this browser. The page enters by [`Evidence`], the lines above the views by [`bar()`] and
//! [`edits::bar`], opening by [`keep::restore`].

mod bar;
pub mod correct;
pub mod edits;
pub mod keep;
pub mod metadata;
mod panel;
mod stored_edits;
mod why;

pub use bar::bar;

use crate::evidence::metadata::MetadataForm;
use crate::model::page_props::{Explain, PageProps};
use yew::prelude::*;

/// What evidence is made from and tells.
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// What is explained.
    pub what: Explain,
    /// It was closed.
    pub on_close: Callback<()>,
}

/// Why a mark is there, the corrections, or the form of an article's metadata.
#[component]
pub fn Evidence(props: &Props) -> Html {
    // What lies over the page also covers its messages.
    let message = use_state_eq(String::new);
    let notify = {
        let message = message.setter();
        use_callback(props.page.notify.clone(), move |text: String, notify| {
            message.set(text.clone());
            notify.emit(text);
        })
    };
    let page = PageProps { notify, ..props.page.clone() };
    let from = Props { page, ..props.clone() };
    let content = match props.what {
        Explain::Place(id, at) => html! { <why::Why ..why::Props { from, id, at } /> },
        Explain::Corrections => html! { <panel::Panel ..from /> },
        Explain::Metadata(id) => {
            let Props { page, on_close, .. } = from;
            html! { <MetadataForm {page} {id} {on_close} /> }
        }
    };
    html! {
        <div class="evidence">
            { content }
            <p class="soft" role="status">{ (*message).clone() }</p>
        </div>
    }
}
