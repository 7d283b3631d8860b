//! Every counted mention of a country in its context.

use super::Props;
use crate::address::Address;
use crate::browser::events;
use crate::charts::figure::{Exports, Format};
use crate::exports::save::LINES;
use crate::hooks::use_contexts::{Lines, use_contexts};
use crate::model::page_props::PageProps;
use crate::model::words;
use crate::pages::contexts::{CONTEXT_WORDS, saved, table};
use dateline_corpus::{ContextSort, Country, Node};
use yew::prelude::*;

/// How many lines are shown; the page of contexts has all.
const MAX_LINES: usize = 10;
/// The orders that are offered.
const ORDERS: [ContextSort; 6] = [
    ContextSort::Place,
    ContextSort::Node,
    ContextSort::Right(1),
    ContextSort::Right(2),
    ContextSort::Left(1),
    ContextSort::Left(2),
];

/// Every counted mention in its context.
#[component]
pub fn Contexts(props: &Props) -> Html {
    let page = &props.page;
    let address = &page.place.address;
    let order =
        if address.order.is_empty() { vec![ContextSort::Place] } else { address.order.clone() };
    let wanted = Lines {
        answer: page.answer.clone(),
        node: Some(Node::Country(props.country)),
        width: CONTEXT_WORDS,
        sort: order.clone(),
        limit: MAX_LINES,
    };
    let gathered = use_contexts(wanted.clone());
    let found = gathered.clone().unwrap_or_default();
    let lines = table(page, &found, &order, Some(Node::Country(props.country)));
    let left = found.total - found.lines.len();
    let title = format!("Contexts of {}", props.country.name());
    let heading = match gathered {
        Some(_) => format!("{} in context", words::count(found.total, "mention")),
        None => "Mentions in context".to_owned(),
    };
    html! {
        <section class="panel" aria-label={title.clone()}>
            <div class="panel-head">
                <h2 class="label">{ heading }</h2>
                <div class="tools">
                    { order_choice(page, &order) }
                    <Exports formats={LINES} on_export={export(page, props.country, wanted)} of={title.clone()} />
                </div>
            </div>
            { lines }
            if left > 0 {
                <p class="more"><a href={alone(page, props.country)}>{ format!("All {} in context", words::count(found.total, "mention")) }</a></p>
            }
        </section>
    }
}

/// The concordance on its own page, with all lines and more ways to sort them.
fn alone(page: &PageProps, country: Country) -> String {
    page.place.address.contexts(country, None).href()
}

fn order_choice(page: &PageProps, order: &[ContextSort]) -> Html {
    let now = order.first().copied().unwrap_or(ContextSort::Place);
    let place = page.place.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(sort) = ContextSort::from_name(&events::chosen(&event)) {
            place.push(Address { order: vec![sort], ..(*place.address).clone() });
        }
    });
    let option = |sort: ContextSort| {
        html! { <option value={sort.name()} selected={sort == now}>{ sort.label() }</option> }
    };
    html! { <label class="field">{ "sort by" }<select {onchange}>{ for ORDERS.into_iter().map(option) }</select></label> }
}

/// Saves every line, not only those that are shown.
fn export(page: &PageProps, country: Country, shown: Lines) -> Callback<Format> {
    let page = page.clone();
    Callback::from(move |format| {
        let found = Lines { limit: usize::MAX, ..shown.clone() }.gathered();
        let title = format!("Contexts of {}", country.name());
        page.save.emit(saved(format, &page, &title, &found));
    })
}
