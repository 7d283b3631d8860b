//! The foot of every page: what this is, how to take it along, the keys.

use crate::address::{Address, View};
use crate::exports::save::MADE_BY;
use crate::exports::share::Share;
use crate::model::shared::Shared;
use crate::model::words;
use std::rc::Rc;
use yew::prelude::*;

/// What the foot shows and tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles.
    pub corpus: Shared,
    /// Where the page is.
    pub address: Rc<Address>,
    /// Takes something along.
    pub on_share: Callback<Share>,
    /// Shows the keys and settings.
    pub on_keys: Callback<()>,
}

/// The foot of every page.
#[component]
pub fn Colophon(props: &Props) -> Html {
    let share = |what: Share| props.on_share.reform(move |_: MouseEvent| what);
    html! {
        <footer class="colophon">
            <span>{ MADE_BY }</span>
            <span>{ format!("{}, corpus {}", words::count(props.corpus.len(), "article"), props.corpus.short_hash()) }</span>
            <span>{ "This page sends nothing. " }<a href={props.address.to(View::About).href()}>{ "How it counts" }</a></span>
            <button type="button" onclick={share(Share::Link)}>{ "Copy link to this view" }</button>
            <button type="button" onclick={share(Share::Corpus)}>{ "Cite these articles" }</button>
            <button type="button" onclick={props.on_keys.reform(|_: MouseEvent| ())}>{ "Keys and settings" }</button>
        </footer>
    }
}
