//! The bar above an article: where among the hits the reader is, and how the
//! article is shown.

use crate::address::{Address, TextForm};
use crate::model::words;
use std::rc::Rc;
use yew::prelude::*;

/// What the bar shows and tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where the page is.
    pub address: Rc<Address>,
    /// How many hits the article has.
    pub hits: usize,
    /// Go on by this many hits.
    pub on_step: Callback<i32>,
    /// Further tools: cite, share.
    #[prop_or_default]
    pub children: Html,
}

/// The bar above an article.
#[component]
pub fn ReaderBar(props: &Props) -> Html {
    let step = |by: i32| props.on_step.reform(move |_: MouseEvent| by);
    let none = props.hits == 0;
    html! {
        <div class="reader-bar">
            <div class="hits">
                <a class="back" href={back(&props.address).href()}>{ "‹ Results" }</a>
                <strong>{ where_among(&props.address, props.hits) }</strong>
                <button type="button" class="icon-button" disabled={none} onclick={step(-1)} aria-label="Previous hit" title="Previous hit (Shift+F3)">{ "‹" }</button>
                <button type="button" class="icon-button" disabled={none} onclick={step(1)} aria-label="Next hit" title="Next hit (F3)">{ "›" }</button>
            </div>
            <div class="tools">
                { marks_switch(&props.address) }
                { form_switch(&props.address) }
                { props.children.clone() }
            </div>
        </div>
    }
}

/// Where among the hits of an article the reader is: "hit 3 of 9".
pub fn where_among(address: &Address, hits: usize) -> String {
    match (address.selection.query.trim().is_empty(), hits, address.hit) {
        (true, ..) => "no search".to_owned(),
        (_, 0, _) => "no hit here".to_owned(),
        (_, n, Some(hit)) => {
            format!("hit {} of {}", words::number((hit as usize).min(n)), words::number(n))
        }
        (_, n, None) => words::count(n, "hit"),
    }
}

/// The same page without the article.
pub fn back(address: &Address) -> Address {
    Address { doc: None, hit: None, at: None, ..address.clone() }
}

fn marks_switch(address: &Address) -> Html {
    let next = Address { unmarked: !address.unmarked, ..address.clone() };
    let says = if address.unmarked { "Mark countries" } else { "Countries marked ✓" };
    html! { <a href={next.href()}>{ says }</a> }
}

fn form_switch(address: &Address) -> Html {
    let to = |form: TextForm, name: &'static str| {
        let here = address.text == form;
        let href = Address { text: form, ..address.clone() }.href();
        html! { <a {href} aria-current={here.then_some("true")}>{ name }</a> }
    };
    html! {
        <span class="switch">
            { to(TextForm::Clean, "Clean text") }{ " / " }{ to(TextForm::Raw, "as received") }
        </span>
    }
}
