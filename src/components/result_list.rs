//! The list of results, as long as it was scrolled.

use super::ResultItem;
use crate::place::Place;
use crate::shared::Shared;
use dateline_corpus::ArticleId;
use std::rc::Rc;
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles.
    pub corpus: Shared,
    /// Those to list, in order.
    pub ids: Rc<[ArticleId]>,
    /// The query, and where the results lead from.
    pub place: Place,
    /// How many are listed at first, and added each time.
    #[prop_or(40)]
    pub step: usize,
}

/// The results.
#[component]
pub fn ResultList(props: &Props) -> Html {
    let pages = use_state_eq(|| 1_usize);
    {
        let pages = pages.clone();
        use_effect_with(props.ids.clone(), move |_| pages.set(1));
    }
    let shown = (*pages * props.step).min(props.ids.len());
    let more = {
        let pages = pages.clone();
        Callback::from(move |_: MouseEvent| pages.set(*pages + 1))
    };
    let item = |id: &ArticleId| {
        let (corpus, id, place) = (props.corpus.clone(), *id, props.place.clone());
        html! { <ResultItem key={id.0} {corpus} {id} {place} /> }
    };
    html! {
        <>
            <ol class="result-list">{ for props.ids[..shown].iter().map(item) }</ol>
            if shown < props.ids.len() {
                <p class="more">
                    <button type="button" class="chip" id="more-results" onclick={more}>
                        { format!("{} more of {}", props.step.min(props.ids.len() - shown), props.ids.len() - shown) }
                    </button>
                </p>
            }
        </>
    }
}
