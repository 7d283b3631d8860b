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
        chip(props, swatch(kind), on, Counting { kinds, ..counting })
    });
    let others = [
        ("inside names", counting.in_name, Counting { in_name: !counting.in_name, ..counting }),
        ("repeats", counting.repeats, Counting { repeats: !counting.repeats, ..counting }),
        (
            "boilerplate",
            counting.furniture,
            Counting { furniture: !counting.furniture, ..counting },
        ),
    ];
    let others = others.into_iter().map(|(name, on, next)| chip(props, html! { name }, on, next));
    html! {
        <section class="facet" aria-label="Counted as">
            <h3 class="label">{ "Counted as" }</h3>
            <div class="chips">{ for kinds }{ for others }</div>
        </section>
    }
}

fn chip(props: &Props, label: Html, on: bool, next: Counting) -> Html {
    let onclick = props.on_change.reform(move |_: MouseEvent| next);
    html! {
        <button type="button" class="chip" aria-pressed={on.to_string()} {onclick}>{ label }</button>
    }
}
