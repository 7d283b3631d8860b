//! The choice of the mentions that count: their kinds, and the zones that they stand in.

use super::marked::swatch;
use dateline_corpus::{Counting, Kind};
use yew::prelude::*;

/// What is counted, and who wants to know of changes.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is counted now.
    pub counting: Counting,
    /// What shall be counted.
    pub on_change: Callback<Counting>,
}

/// What is counted.
#[component]
pub fn CountingFacet(props: &Props) -> Html {
    let counting = props.counting;
    let kinds = Kind::ALL.into_iter().map(|kind| {
        let on = counting.kinds.contains(kind);
        let kinds = if on { counting.kinds.without(kind) } else { counting.kinds.with(kind) };
        chip(props, swatch(kind), (on, explained(kind)), Counting { kinds, ..counting })
    });
    let others = [
        (
            "inside names",
            (counting.in_name, "within a longer name: the Bank of China, the Peru Times"),
            Counting { in_name: !counting.in_name, ..counting },
        ),
        (
            "repeats",
            (counting.repeats, "in lines that an article or the corpus has more than once"),
            Counting { repeats: !counting.repeats, ..counting },
        ),
        (
            "boilerplate",
            (counting.furniture, "in menus, teasers, notices and other lines around an article"),
            Counting { furniture: !counting.furniture, ..counting },
        ),
    ];
    let others = others.into_iter().map(|(name, now, next)| chip(props, html! { name }, now, next));
    html! {
        <section class="facet" aria-label="Counted as">
            <h3 class="label">{ "Counted as" }</h3>
            <div class="chips">{ for kinds }{ for others }</div>
        </section>
    }
}

/// What counts as a mention of a kind.
fn explained(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "the name of a country: Peru, the U.S., East Germany",
        Kind::Demonym => "its people or the adjective: Peruvian, Danes, French",
        Kind::Capital => "its capital, which often stands for its government: Lima, Tokyo",
        Kind::Place => "a city or region in it: Osaka, Bavaria",
    }
}

/// A chip that is on or off, with what it counts.
fn chip(props: &Props, label: Html, (on, title): (bool, &'static str), next: Counting) -> Html {
    let onclick = props.on_change.reform(move |_: MouseEvent| next);
    html! {
        <button type="button" class="chip" aria-pressed={on.to_string()} {title} {onclick}>{ label }</button>
    }
}
