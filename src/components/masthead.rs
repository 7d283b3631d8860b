//! The head of every page: name, what it holds, search, the views.

use crate::address::{Address, View};
use std::rc::Rc;
use yew::prelude::*;

/// What the masthead shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name of the corpus.
    pub title: AttrValue,
    /// What it holds, in a few words.
    pub subtitle: AttrValue,
    /// Where the page is.
    pub address: Rc<Address>,
    /// The search box.
    pub children: Html,
}

/// The views that the masthead leads to, with their names.
pub const VIEWS: [(View, &str); 6] = [
    (View::Overview, "Overview"),
    (View::Articles, "Articles"),
    (View::Countries, "Countries"),
    (View::Contexts, "Contexts"),
    (View::Yours, "Your files"),
    (View::About, "About"),
];

/// The head of every page.
#[component]
pub fn Masthead(props: &Props) -> Html {
    let home = props.address.cleared().to(View::Overview).href();
    html! {
        <header class="masthead">
            <div class="brand">
                <p class="wordmark"><a href={home}>{ &props.title }</a></p>
                <small>{ &props.subtitle }</small>
            </div>
            { props.children.clone() }
            <nav class="views" aria-label="Views">
                <ul>{ for VIEWS.iter().map(|(view, name)| item(&props.address, *view, name)) }</ul>
            </nav>
        </header>
    }
}

fn item(address: &Address, view: View, name: &'static str) -> Html {
    let here = address.view == view || (view == View::Countries && address.view == View::Country);
    let current = here.then_some(if address.view == view { "page" } else { "true" });
    html! {
        <li key={name}><a href={address.to(view).href()} aria-current={current}>{ name }</a></li>
    }
}
