//! The controls of a concordance: its node and its sort order.

use super::CONTEXT_WORDS;
use crate::address::{Address, View};
use crate::browser::events;
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{ContextSort, Node};
use yew::prelude::*;

/// How many countries are offered beside the query.
const MAX_COUNTRIES: usize = 10;

/// Every key a level can sort by, in the order of the line.
const KEYS: [ContextSort; 8] = [
    ContextSort::Left(3),
    ContextSort::Left(2),
    ContextSort::Left(1),
    ContextSort::Node,
    ContextSort::Right(1),
    ContextSort::Right(2),
    ContextSort::Right(3),
    ContextSort::Place,
];

/// The page and what stands in the middle.
#[derive(Properties, PartialEq)]
pub(super) struct NodesProps {
    /// What every page is computed from.
    pub(super) page: PageProps,
    /// What stands in the middle.
    pub(super) node: Option<Node>,
}

/// The query and the most mentioned countries, to choose from.
#[component]
pub(super) fn Nodes(props: &NodesProps) -> Html {
    let address = &props.page.place.address;
    let query = address.selection.query.trim();
    let chip = |node: Node, text: String, of| {
        let current = (props.node == Some(node)).then_some("true");
        let href = Address { of, ..address.to(View::Contexts) }.href();
        html! { <li><a class="chip" {href} aria-current={current}>{ text }</a></li> }
    };
    let countries = props.page.answer.countries.iter().take(MAX_COUNTRIES).map(|row| {
        let text = format!("{} {}", row.country.name(), words::number(row.mentions as usize));
        chip(Node::Country(row.country), text, Some(row.country))
    });
    html! {
        <nav class="nodes" aria-label="Contexts of">
            <ul class="chips">
                if !query.is_empty() {
                    { chip(Node::Query, format!("the query {}", super::quoted(query)), None) }
                }
                { for countries }
            </ul>
        </nav>
    }
}

/// The page and its sort.
#[derive(Properties, PartialEq)]
pub(super) struct KeysProps {
    /// What every page is computed from.
    pub(super) page: PageProps,
    /// The sort, most important first.
    pub(super) sort: Vec<ContextSort>,
}

/// Three levels of sorting, in words.
#[component]
pub(super) fn Keys(props: &KeysProps) -> Html {
    let levels = ["sort by", "then by", "then by"];
    let select = |(level, label): (usize, &str)| {
        let onchange = {
            let (place, sort) = (props.page.place.clone(), props.sort.clone());
            Callback::from(move |event: Event| {
                let order = chosen(&sort, level, &events::chosen(&event));
                place.push(Address { order, ..(*place.address).clone() });
            })
        };
        let now = props.sort.get(level).copied();
        let option = |key: ContextSort| {
            html! { <option value={key.name()} selected={now == Some(key)}>{ key.label() }</option> }
        };
        // A level after an empty one would sort nothing.
        let disabled = level > props.sort.len();
        html! {
            <label class="field">
                { label.to_owned() }
                <select {onchange} {disabled}>
                    if level > 0 {
                        <option value="" selected={now.is_none()}>{ "nothing else" }</option>
                    }
                    { for KEYS.into_iter().map(option) }
                </select>
            </label>
        }
    };
    html! { <>{ for levels.into_iter().enumerate().map(select) }{ width(&props.page) }</> }
}

/// Words on either side to choose from.
const WIDTHS: [usize; 6] = [3, 5, CONTEXT_WORDS, 10, 15, 25];

/// How many words stand on either side.
fn width(page: &PageProps) -> Html {
    let now = page.place.address.width.map_or(CONTEXT_WORDS, |words| words as usize);
    let onchange = {
        let place = page.place.clone();
        Callback::from(move |event: Event| {
            let width = events::chosen(&event).parse().ok();
            place.push(Address { width, ..(*place.address).clone() });
        })
    };
    let option = |words: usize| {
        html! { <option value={words.to_string()} selected={now == words}>{ words }</option> }
    };
    let other = (!WIDTHS.contains(&now)).then(|| option(now));
    html! {
        <label class="field">
            { "words on each side" }
            <select {onchange}>{ for WIDTHS.into_iter().map(option) }{ other }</select>
        </label>
    }
}

/// The order of the address after `value` was chosen for `level`: an empty value
/// ends the order there.
fn chosen(sort: &[ContextSort], level: usize, value: &str) -> Vec<ContextSort> {
    let mut order = sort.to_vec();
    match (ContextSort::from_name(value), level < order.len()) {
        (None, _) => order.truncate(level),
        (Some(key), true) => order[level] = key,
        (Some(key), false) => order.push(key),
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_a_key() {
        use ContextSort::{Left, Node, Place, Right};
        let sort = [Right(1), Left(1)];
        let rows: &[(usize, &str, &[ContextSort])] = &[
            (0, "0", &[Node, Left(1)]),
            (1, "2R", &[Right(1), Right(2)]),
            (2, "place", &[Right(1), Left(1), Place]),
            (1, "", &[Right(1)]),
            (2, "", &[Right(1), Left(1)]),
        ];
        for (level, value, want) in rows {
            assert_eq!(chosen(&sort, *level, value), *want, "{value} at {level}");
        }
    }
}
