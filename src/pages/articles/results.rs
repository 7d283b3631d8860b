//! A list of articles of any length, of which what can be seen is drawn.

use crate::components::ResultList;
use crate::hooks::use_windowed::use_windowed;
use crate::model::answer::Answer;
use crate::model::place::Place;
use crate::model::shared::Shared;
use dateline_corpus::ArticleId;
use std::rc::Rc;
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The id of the list.
    pub(crate) list: &'static str,
    /// The articles.
    pub(crate) corpus: Shared,
    /// The answer that they are results of.
    pub(crate) answer: Rc<Answer>,
    /// Those to list, in order.
    pub(crate) ids: Rc<[ArticleId]>,
    /// The query, and where the results lead from.
    pub(crate) place: Place,
}

/// The list. Scrolling draws nothing else anew.
#[component]
pub(crate) fn Results(props: &Props) -> Html {
    let Props { list, corpus, answer, ids, place } = props;
    let drawn = use_windowed(list, ids);
    let (corpus, answer) = (corpus.clone(), answer.clone());
    let (ids, place) = (ids.clone(), place.clone());
    html! { <ResultList id={*list} {corpus} {answer} {ids} {drawn} {place} /> }
}
