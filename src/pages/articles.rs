//! Articles: facets, results, and the reader beside them.

use super::PageProps;
use yew::prelude::*;

/// Facets, results, reader.
#[component]
pub fn Articles(props: &PageProps) -> Html {
    html! { <p>{ props.answer.results.total }</p> }
}
