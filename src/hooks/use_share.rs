//! Taking along what is open: links, citations, quotations.

use crate::browser::{clipboard, clock, document, history};
use crate::exports::share::{Quoting, Share};
use crate::model::place::Place;
use crate::model::shared::Shared;
use crate::shell::parts::with_rest;
use dateline_corpus::ArticleId;
use yew::prelude::*;

/// Does what is asked for; `cite` shows citations, `tell` says what happened.
#[hook]
pub fn use_share(
    corpus: Shared,
    place: Place,
    cite: Callback<Option<ArticleId>>,
    tell: Callback<String>,
) -> Callback<Share> {
    use_callback((corpus, place, cite, tell), |what, (corpus, place, cite, tell)| {
        let link = history::link(&place.address.href());
        match what {
            Share::Link => copy(link, "Link to this view copied.", tell),
            Share::Corpus => cite.emit(None),
            Share::Article(id) => cite.emit(Some(id)),
            Share::Quote(id, at) => {
                // Before anything is fetched: the reader may select something else.
                let selected = document::selected_text();
                let asked = Quoting { id, selected, at, link, today: clock::today() };
                let (corpus, told) = (corpus.clone(), tell.clone());
                with_rest(tell.clone(), move |rest| {
                    if let Some(text) = (rest.quote)(&corpus, &asked) {
                        copy(text, "Quotation copied with its source.", &told);
                    }
                });
            }
        }
    })
}

/// Copies and says so.
pub fn copy(text: String, done: &'static str, tell: &Callback<String>) {
    let tell = tell.clone();
    clipboard::copy(text, move |worked| {
        let says = if worked { done } else { "This browser did not let the page copy." };
        tell.emit(says.to_owned());
    });
}
