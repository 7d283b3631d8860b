//! The kinds of one country's mentions as a stacked bar.

use crate::model::words;
use dateline_corpus::{CountryRow, Kind};
use dateline_text::compact::fixed;
use yew::prelude::*;

/// One country, and what fills the bar.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The country.
    pub row: CountryRow,
    /// How many mentions fill the whole bar.
    pub most: u64,
}

/// The kinds of one country's mentions.
#[component]
pub fn KindBar(props: &Props) -> Html {
    let whole = props.most.max(1) as f64;
    let mut x = 0.0;
    let part = |kind: Kind| {
        let width = props.row.of_kind(kind) as f64 / whole * 100.0;
        let from = x;
        x += width;
        let class = format!("k-{}", kind.name());
        (width > 0.0).then(|| {
            html! { <rect {class} x={fixed(from, 2)} width={fixed(width, 2)} height="8" /> }
        })
    };
    let parts: Vec<Html> = Kind::ALL.into_iter().filter_map(part).collect();
    let says = Kind::ALL
        .into_iter()
        .map(|k| format!("{} {}", words::number(props.row.of_kind(k) as usize), words::kinds(k)));
    let says = format!("{}: {}", props.row.country.name(), says.collect::<Vec<_>>().join(", "));
    html! {
        <svg class="stack" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={says}>
            { for parts }
        </svg>
    }
}
