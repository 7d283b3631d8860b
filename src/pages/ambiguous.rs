//! Words that may name one of several countries: how many, which, and where they stand.
//! They are listed and never counted.

use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{AmbiguousRow, ArticleId, Country};
use yew::prelude::*;

/// The articles whose ambiguous words are listed.
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// The articles.
    pub ids: Vec<ArticleId>,
    /// Only words that may name this country.
    #[prop_or_default]
    pub country: Option<Country>,
}

/// Places that are listed of each word; the rest is told as a number.
const MAX_PLACES: usize = 24;

/// The list, closed at first; nothing where nothing is ambiguous.
#[component]
pub fn Ambiguous(props: &Props) -> Html {
    let rows = use_memo(props.clone(), |props| {
        let counting = &props.page.place.address.selection.counting;
        let mut rows = props.page.corpus.ambiguous(counting, &props.ids);
        rows.retain(|row| props.country.is_none_or(|c| row.candidates.contains(&c)));
        rows
    });
    let count: usize = rows.iter().map(|row| row.places.len()).sum();
    if count == 0 {
        return Html::default();
    }
    html! {
        <details class="ambiguities">
            <summary>{ format!("{} ambiguous, not counted", words::number(count)) }</summary>
            <ul>{ for rows.iter().map(|row| one(props, row)) }</ul>
        </details>
    }
}

fn one(props: &Props, row: &AmbiguousRow) -> Html {
    let address = &props.page.place.address;
    let mut at = 0;
    let place = |(id, span): &(ArticleId, dateline_corpus::Span)| {
        at += 1;
        let doc = id.0 + 1;
        let says = if props.ids.len() == 1 { words::number(at) } else { doc.to_string() };
        let title = props.page.corpus.article(*id).map(|a| a.title().to_owned());
        html! { <><a href={address.evidence(doc, span.start).href()} {title}>{ says }</a>{ " " }</> }
    };
    let names: Vec<&str> = row.candidates.iter().map(Country::name).collect();
    let more = row.places.len().saturating_sub(MAX_PLACES);
    html! {
        <li key={row.surface.clone()}>
            <strong>{ format!("“{}”", row.surface) }</strong>
            { format!(" may name {}: ", names.join(" or ")) }
            { if props.ids.len() == 1 { "place " } else { "article " } }
            { for row.places.iter().take(MAX_PLACES).map(place) }
            if more > 0 {
                { format!("and {} more", words::number(more)) }
            }
        </li>
    }
}
