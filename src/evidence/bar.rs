//! The line above every view that says that the mentions are corrected.

use super::correct;
use crate::browser::document;
use crate::model::page_props::Explain;
use crate::model::page_props::PageProps;
use crate::model::words;
use yew::prelude::*;

/// The line; nothing when nothing is corrected.
pub fn bar(page: &PageProps, tell: &Callback<String>) -> Html {
    let count = page.corpus.corrections().len();
    if count == 0 {
        return Html::default();
    }
    let undo = page.corpus.uncorrected().map(|_| {
        let (page, tell) = (page.clone(), tell.clone());
        let onclick = move |_: MouseEvent| {
            correct::undo(&page, &tell);
            // The button that was pressed may be gone.
            document::focus("main");
        };
        html! { <button type="button" {onclick}>{ "Undo" }</button> }
    });
    let all = page.explain.reform(|_: MouseEvent| Explain::Corrections);
    html! {
        <section class="notice tools" aria-label="Corrected">
            <p role="status">{ format!("{} of yours, kept in this browser only", words::count(count, "correction")) }</p>
            { undo }
            <button type="button" onclick={all}>{ "Show them" }</button>
        </section>
    }
}
