//! The active filters above every view, each with a way to remove it.

use crate::hooks::use_part::{PartState, use_part};
use crate::model::filters::Filter;
use crate::model::page_props::PageProps;
use crate::shell::parts::Rest;
use dateline_corpus::Counting;
use yew::prelude::*;

/// The filters; nothing without any.
#[component]
pub fn Filters(props: &PageProps) -> Html {
    let selection = &props.place.address.selection;
    if selection.has_filters() || selection.counting != Counting::default() {
        html! { <Active ..props.clone() /> }
    } else {
        Html::default()
    }
}

/// They come with the rest of the program, which is asked for here.
#[component]
fn Active(props: &PageProps) -> Html {
    let filters = match use_part::<Rest>() {
        (PartState::Loaded(rest), _) => (rest.filters)(&props.place.address),
        _ => Vec::new(),
    };
    let chip = |filter: &Filter| {
        let title = format!("Remove the filter: {}", filter.label);
        html! {
            <li><a class="chip" href={filter.without.href()} aria-label={title.clone()} {title}>
                { &filter.label }<span aria-hidden="true">{ " ×" }</span>
            </a></li>
        }
    };
    html! { <ul class="chips filters" aria-label="Filters">{ for filters.iter().map(chip) }</ul> }
}
