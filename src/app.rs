//! Opens the articles and shows the page of the address.

use crate::frame::Frame;
use crate::hooks::use_address::use_address;
use crate::hooks::use_corpus::use_corpus;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let place = use_address();
    let (opened, show) = use_corpus();
    match &*opened {
        Ok(corpus) => html! { <Frame corpus={corpus.clone()} {place} {show} /> },
        Err(error) => html! {
            <main class="broken" id="main">
                <h1>{ "The articles cannot be opened" }</h1>
                <p>{ error }</p>
            </main>
        },
    }
}
