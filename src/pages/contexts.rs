//! Contexts (KWIC): each hit of the query, or each mention of a country, with the
//! words around it, sorted by up to three words. Each line leads to its place.

mod controls;
mod line;
mod saved;

use crate::charts::figure::{Exports, Format};
use crate::exports::save::LINES;
use crate::hooks::use_contexts::{Lines, use_contexts};
use crate::hooks::use_position::use_lines;
use crate::model::page_props::PageProps;
use crate::model::words;
use controls::{Keys, Nodes};
use dateline_corpus::{ContextSort, Node};
use yew::prelude::*;

pub(crate) use line::table;
pub(crate) use saved::saved;

/// Words on each side, unless the address says otherwise.
pub(crate) const CONTEXT_WORDS: usize = 7;
/// Lines that are shown at first, and more at each request. An export has all.
const LINES_AT_A_TIME: usize = 200;

/// The concordance of the query or of a country.
#[component]
pub fn Contexts(props: &PageProps) -> Html {
    let address = &props.place.address;
    let node = node(props);
    let sort = sort(&address.order);
    let (shown, open) = use_lines(LINES_AT_A_TIME, &address.href());
    let wanted = lines(props, &sort, shown);
    let gathered = use_contexts(wanted.clone());
    let found = gathered.clone().unwrap_or_default();
    let title = title(props, node);
    let on_export = {
        let (props, title) = (props.clone(), title.clone());
        Callback::from(move |format: Format| {
            let all = Lines { limit: usize::MAX, ..wanted.clone() }.gathered();
            props.save.emit(saved(format, &props, &title, &all));
        })
    };
    let more = open.reform(move |_: MouseEvent| shown + LINES_AT_A_TIME);
    let rest = found.total.saturating_sub(found.lines.len());
    html! {
        <div class="page contexts">
            <header>
                <h1>{ &title }</h1>
                <p class="soft" role="status">
                    { if gathered.is_some() { counted(props, node, found.total) } else { "Gathering the lines…".to_owned() } }
                </p>
            </header>
            <Nodes page={props.clone()} {node} />
            <section aria-labelledby="contexts-title">
                <header class="panel-head">
                    <h2 id="contexts-title" class="label">{ "Contexts" }</h2>
                    <div class="tools">
                        <Keys page={props.clone()} sort={sort.clone()} />
                        <Exports formats={LINES} {on_export} of="contexts" />
                    </div>
                </header>
                if gathered.is_some() && found.total == 0 {
                    <p class="empty">{ "Nothing to show: search for a word, or choose a country." }</p>
                } else {
                    { table(props, &found, &sort, node) }
                }
                if rest > 0 {
                    <p class="more"><button type="button" class="quiet" onclick={more}>
                        { format!("Show {} of {} more lines", words::number(rest.min(LINES_AT_A_TIME)), words::number(rest)) }
                    </button></p>
                }
            </section>
        </div>
    }
}

/// What stands in the middle: the country of the address, else the query, else the
/// most mentioned country; nothing in an empty selection.
fn node(props: &PageProps) -> Option<Node> {
    let address = &props.place.address;
    let first = || props.answer.countries.first().map(|row| Node::Country(row.country));
    match address.of {
        Some(country) => Some(Node::Country(country)),
        None if !address.selection.query.trim().is_empty() => Some(Node::Query),
        None => first(),
    }
}

/// The sort of the address, most important first; by the first word on the right
/// where it says nothing.
fn sort(order: &[ContextSort]) -> Vec<ContextSort> {
    if order.is_empty() { vec![ContextSort::Right(1)] } else { order.to_vec() }
}

/// The lines that the address asks for, so many of them.
fn lines(props: &PageProps, sort: &[ContextSort], limit: usize) -> Lines {
    let (answer, node) = (props.answer.clone(), node(props));
    let width = props.place.address.width.map_or(CONTEXT_WORDS, |words| words as usize);
    Lines { answer, node, width, sort: sort.to_vec(), limit }
}

fn title(props: &PageProps, node: Option<Node>) -> String {
    match node {
        Some(Node::Country(country)) => format!("Contexts of {}", country.name()),
        Some(Node::Query) => {
            format!("Contexts of {}", quoted(&props.place.address.selection.query))
        }
        None => "Contexts".to_owned(),
    }
}

/// The articles that the lines stand in: all selected ones for the query, else
/// those that mention the country.
fn articles(props: &PageProps, node: Option<Node>) -> usize {
    match node {
        Some(Node::Country(country)) => {
            let row = props.answer.countries.iter().find(|row| row.country == country);
            row.map_or(0, |row| row.articles)
        }
        Some(Node::Query) | None => props.answer.results.total,
    }
}

fn counted(props: &PageProps, node: Option<Node>, lines: usize) -> String {
    let unit = if node == Some(Node::Query) { "hit" } else { "mention" };
    let articles = words::count(articles(props, node), "article");
    format!("{} in {articles}", words::count(lines, unit))
}

/// A query in quotes, unless it has its own.
pub(crate) fn quoted(query: &str) -> String {
    let query = query.trim();
    if query.contains(['"', '“', '”']) { query.to_owned() } else { format!("“{query}”") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_once() {
        for (query, want) in [("road ", "“road”"), ("\"a b\" c", "\"a b\" c"), ("“a b”", "“a b”")]
        {
            assert_eq!(quoted(query), want);
        }
    }
}
