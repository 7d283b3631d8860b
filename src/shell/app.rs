//! Opens the articles and shows the page of the address.

use crate::hooks::use_address::use_address;
use crate::hooks::use_corpus::use_corpus;
use crate::model::shared::Shared;
use crate::shell::frame::Frame;
use dateline_corpus::Arriving;
use std::borrow::Cow;
use std::rc::Rc;
use yew::prelude::*;

/// Articles that could be opened, or why not.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened(pub Rc<Result<Shared, String>>);

impl Opened {
    /// The articles in the bytes of a pack.
    pub fn of(pack: impl Into<Cow<'static, [u8]>>) -> Opened {
        Opened(Rc::new(Shared::open(pack).map_err(|error| error.to_string())))
    }

    /// The articles in a pack that has arrived.
    pub fn arrived(pack: Arriving) -> Opened {
        Opened(Rc::new(Shared::arrived(pack).map_err(|error| error.to_string())))
    }
}

/// What the page is made with.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The articles that it was published with.
    pub articles: Opened,
}

/// The whole page.
#[component]
pub fn App(props: &Props) -> Html {
    let place = use_address();
    let (opened, show) = use_corpus(&props.articles);
    match &*opened.0 {
        Ok(corpus) => html! { <Frame corpus={corpus.clone()} {place} {show} /> },
        Err(error) => html! {
            <main class="broken" id="main">
                <h1>{ "The articles cannot be opened" }</h1>
                <p>{ error }</p>
            </main>
        },
    }
}
