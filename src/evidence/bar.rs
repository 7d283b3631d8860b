//! The line above every view that says that the mentions are corrected.

use super::{correct, keep};
use crate::browser::document;
use crate::model::page_props::Explain;
use crate::model::page_props::PageProps;
use crate::model::shared::Shared;
use crate::model::words;
use yew::prelude::*;

/// Where the changes of a corpus are.
pub(super) fn place(corpus: &Shared) -> &'static str {
    if keep::is_kept(corpus) { "kept in this browser only" } else { "in this tab only" }
}

/// The line; nothing when nothing is corrected.
pub fn bar(page: &PageProps) -> Html {
    let count = page.corpus.corrections().len();
    if count == 0 {
        return Html::default();
    }
    let undo = page.corpus.uncorrected().map(|_| {
        let page = page.clone();
        let onclick = move |_: MouseEvent| {
            correct::undo(&page);
            // The button that was pressed may be gone.
            document::focus("main");
        };
        html! { <button type="button" {onclick}>{ "Undo" }</button> }
    });
    let all = page.explain.reform(|_: MouseEvent| Explain::Corrections);
    html! {
        <section class="notice tools" aria-label="Corrected">
            <p role="status">{ format!("{}, {}", words::count(count, "correction"), place(&page.corpus)) }</p>
            { undo }
            <button type="button" onclick={all}>{ "Show them" }</button>
        </section>
    }
}
