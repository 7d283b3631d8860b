//! The list of results: those that can be seen, and spacers in the place of the others.

use super::ResultItem;
use crate::model::answer::Answer;
use crate::model::place::Place;
use crate::model::shared::Shared;
use crate::model::windowed::gaps;
use dateline_corpus::ArticleId;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its id, and the beginning of those of its spacers.
    pub id: AttrValue,
    /// The articles.
    pub corpus: Shared,
    /// The answer that they are results of.
    pub answer: Rc<Answer>,
    /// Those to list, in order.
    pub ids: Rc<[ArticleId]>,
    /// Which of them are drawn.
    pub drawn: Vec<Range<usize>>,
    /// The query, and where the results lead from.
    pub place: Place,
}

/// The results.
#[component]
pub fn ResultList(props: &Props) -> Html {
    let stop = use_state_eq(|| None::<ArticleId>);
    let on_focus = {
        let stop = stop.setter();
        use_callback((), move |id, ()| stop.set(Some(id)))
    };
    let is_drawn = |id: &ArticleId| {
        let at = props.ids.iter().position(|other| other == id);
        at.is_some_and(|at| props.drawn.iter().any(|range| range.contains(&at)))
    };
    let open = props.place.address.doc.map(|number| ArticleId(number - 1));
    let first = || props.drawn.first().and_then(|range| props.ids.get(range.start)).copied();
    let stop = stop.filter(is_drawn).or(open.filter(is_drawn)).or_else(first);
    let item = |at: usize| {
        let (corpus, id, place) = (props.corpus.clone(), props.ids[at], props.place.clone());
        let answer = props.answer.clone();
        let of = (at + 1, props.ids.len());
        html! { <ResultItem key={format!("{}", id.0)} {corpus} {answer} {id} {place} {of} is_stop={stop == Some(id)} on_focus={on_focus.clone()} /> }
    };
    let spacer = |number: usize| {
        let id = format!("{}-gap-{number}", props.id);
        html! { <li key={id.clone()} {id} class="spacer" aria-hidden="true"></li> }
    };
    // One list of keyed nodes: what is drawn again keeps its node, and with it the focus.
    let mut nodes = Vec::new();
    for (number, gap) in gaps(&props.drawn, props.ids.len()).iter().enumerate() {
        if !gap.is_empty() {
            nodes.push(spacer(number));
        }
        nodes.extend(props.drawn.get(number).cloned().unwrap_or_default().map(item));
    }
    html! { <ol id={props.id.clone()} class="result-list">{ for nodes }</ol> }
}
