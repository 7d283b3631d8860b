//! Taking along what is open: links, citations, quotations.

use crate::address::Address;
use crate::browser::{clipboard, clock, document, history};
use crate::exports::share::{Quoting, Share};
use crate::model::links::{NO_LINK, Sharable, sharable};
use crate::model::place::Place;
use crate::model::shared::Shared;
use crate::shell::parts::with_rest;
use dateline_corpus::ArticleId;
use yew::prelude::*;

/// What readers are told who share a view of published articles beside their own.
const PUBLISHED_ONLY: &str =
    "Link copied. It shows the published articles only, since yours are in this browser.";

/// Does what is asked for; `cite` shows citations, `notify` says what happened.
#[hook]
pub fn use_share(
    corpus: Shared,
    place: Place,
    cite: Callback<Option<ArticleId>>,
    notify: Callback<String>,
) -> Callback<Share> {
    use_callback((corpus, place, cite, notify), |what, (corpus, place, cite, notify)| {
        let sharable = sharable(corpus, &place.address);
        let link = |address: &Address| history::link(&address.href());
        match what {
            Share::Link => match &sharable {
                Sharable::Whole(address) => {
                    copy(link(address), "Link to this view copied.", notify);
                }
                Sharable::Published(address) => copy(link(address), PUBLISHED_ONLY, notify),
                Sharable::Nowhere => notify.emit(NO_LINK.to_owned()),
            },
            Share::Corpus => cite.emit(None),
            Share::Article(id) => cite.emit(Some(id)),
            Share::Quote(id, at) => {
                // Before anything is fetched: the reader may select something else.
                let selected = document::selected_text();
                let link = sharable.address().as_ref().map(link).unwrap_or_default();
                let asked = Quoting { id, selected, at, link, today: clock::today() };
                let (corpus, notify) = (corpus.clone(), notify.clone());
                with_rest(notify.clone(), move |rest| {
                    if let Some(text) = (rest.quote)(&corpus, &asked) {
                        copy(text, "Quotation copied with its source.", &notify);
                    }
                });
            }
        }
    })
}

/// Copies and says so.
pub fn copy(text: String, done: &'static str, notify: &Callback<String>) {
    let notify = notify.clone();
    clipboard::copy(text, move |worked| {
        let says = if worked { done } else { "Copying was blocked by the browser." };
        notify.emit(says.to_owned());
    });
}
