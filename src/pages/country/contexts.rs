//! Every counted mention of a country in its context.

use super::Props;
use crate::address::{Address, View};
use crate::browser::events;
use crate::charts::figure::{Exports, Format};
use crate::exports::save::LINES;
use crate::hooks::use_position::use_lines;
use crate::model::page_props::PageProps;
use crate::model::words;
use crate::pages::contexts::{CONTEXT_WORDS, saved, table};
use dateline_corpus::{ContextSort, Country, Node};
use yew::prelude::*;

/// How many lines are shown at first, and added each time.
const LINES_AT_A_TIME: usize = 60;
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
    let (shown, open) = use_lines(LINES_AT_A_TIME, &props.page.place.address.href());
    let page = &props.page;
    let address = &page.place.address;
    let order =
        if address.order.is_empty() { vec![ContextSort::Place] } else { address.order.clone() };
    let wanted = (page.corpus.clone(), page.answer.clone(), order.clone(), shown, props.country);
    let found = use_memo(wanted, |(corpus, answer, order, shown, country)| {
        let node = Node::Country(*country);
        corpus.contexts(&address.selection, &answer.results.ids, node, CONTEXT_WORDS, order, *shown)
    });
    let lines = table(page, &found, &order, Some(Node::Country(props.country)));
    let left = found.total - found.lines.len();
    let more = open.reform(move |_: MouseEvent| shown + 10 * LINES_AT_A_TIME);
    let title = format!("Contexts of {}", props.country.name());
    html! {
        <section class="panel" aria-label={title.clone()}>
            <div class="panel-head">
                <h2 class="label">{ format!("{} in context", words::count(found.total, "mention")) }</h2>
                <div class="tools">
                    { order_choice(page, &order) }
                    <a href={alone(page, props.country)}>{ "more ways to sort" }</a>
                    <Exports formats={LINES} on_export={export(page, props.country, order)} of={title.clone()} />
                </div>
            </div>
            { lines }
            if left > 0 {
                <p class="more"><button type="button" class="chip" onclick={more}>{ format!("more of {}", words::number(left)) }</button></p>
            }
        </section>
    }
}

/// The concordance on its own page, where three words sort it.
fn alone(page: &PageProps, country: Country) -> String {
    let address = &page.place.address;
    Address { of: Some(country), ..address.to(View::Contexts) }.href()
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
fn export(page: &PageProps, country: Country, order: Vec<ContextSort>) -> Callback<Format> {
    let page = page.clone();
    Callback::from(move |format| {
        let (selection, ids) = (&page.place.address.selection, &page.answer.results.ids);
        let node = Node::Country(country);
        let found = page.corpus.contexts(selection, ids, node, CONTEXT_WORDS, &order, usize::MAX);
        let title = format!("Contexts of {}", country.name());
        page.save.emit(saved(format, &page, &title, &found));
    })
}
