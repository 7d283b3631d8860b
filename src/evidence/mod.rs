//! The evidence of a count and what a reader corrects of it: why a mark is there, the
//! corrections of these articles, and keeping them in this browser; the dialog also holds
//! the form of an article's metadata. The page enters by
//! [`Evidence`], the line above the views by [`bar()`], opening by [`keep::restore`].

mod bar;
pub mod correct;
pub mod keep;
pub mod metadata;
pub mod overruled;
mod panel;
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
    /// Shows a message.
    pub tell: Callback<String>,
    /// It was closed.
    pub on_close: Callback<()>,
}

/// Why a mark is there, the corrections, or the form of an article's metadata.
#[component]
pub fn Evidence(props: &Props) -> Html {
    // What lies over the page also covers its messages.
    let said = use_state_eq(String::new);
    let tell = {
        let said = said.setter();
        use_callback(props.tell.clone(), move |text: String, tell| {
            said.set(text.clone());
            tell.emit(text);
        })
    };
    let from = Props { tell, ..props.clone() };
    let content = match props.what {
        Explain::Place(id, at) => html! { <why::Why ..why::Props { from, id, at } /> },
        Explain::Corrections => html! { <panel::Panel ..from /> },
        Explain::Metadata(id) => {
            let Props { page, tell, on_close, .. } = from;
            html! { <MetadataForm {page} {id} {tell} {on_close} /> }
        }
    };
    html! {
        <div class="evidence">
            { content }
            <p class="soft" role="status">{ (*said).clone() }</p>
        </div>
    }
}
