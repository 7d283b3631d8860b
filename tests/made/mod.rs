//! The material of the tests of the page: a corpus of a few articles, a page on it, and its HTML.
#![allow(clippy::unwrap_used)]

use dateline::address::Address;
use dateline::model::answer::Answer;
use dateline::model::page_props::PageProps;
use dateline::model::place::Place;
use dateline::model::shared::Shared;
use dateline_corpus::{CorpusBuilder, Input};
use std::rc::Rc;
use yew::prelude::*;

/// Articles of a name, a title and a body.
pub(crate) fn corpus(articles: &[(&str, &str, &str)]) -> Shared {
    let mut builder = CorpusBuilder::new();
    for (name, title, body) in articles {
        builder.add(Input::read(*name, Some((*title).to_owned()), *body)).unwrap();
    }
    Shared::open(builder.build().unwrap()).unwrap()
}

/// The page at an address, which must be understood.
pub(crate) fn page(fragment: &str, corpus: &Shared) -> PageProps {
    let (address, problems) = Address::parse(fragment);
    assert_eq!(problems, [], "{fragment}");
    let answer = Rc::new(Answer::new(corpus, &address.selection));
    PageProps {
        corpus: corpus.clone(),
        place: Place::fixed(address),
        answer,
        save: Callback::noop(),
        share: Callback::noop(),
        focus: Callback::noop(),
        notify: Callback::noop(),
        show: Callback::noop(),
        explain: Callback::noop(),
    }
}

/// What a component shows.
pub(crate) async fn html<C: BaseComponent>(props: C::Properties) -> String {
    yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}
