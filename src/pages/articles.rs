//! Articles: facets, results, and the reader beside them.

pub(in crate::pages) mod facets;
pub mod reader;
pub(crate) mod results;

use super::fetched::Fetched;
use crate::browser::document;
use crate::hooks::use_windowed::item_id;
use crate::model::page_props::PageProps;
use crate::model::words;
use crate::shell::later::Later;
use crate::shell::parts::Rest;
use dateline_corpus::{ArticleId, Sort};
use facets::Facets;
use reader::Reader;
use results::Results;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the list of results.
const LIST: &str = "results";

/// Facets, results, reader.
#[component]
pub fn Articles(props: &PageProps) -> Html {
    let open = opened(props).is_some();
    let ids = use_memo(props.answer.clone(), |answer| {
        Rc::<[ArticleId]>::from(answer.results.ids.as_slice())
    });
    use_focus_on_return(opened(props));
    let class = classes!("articles", if open { "reading-one" } else { "unread" });
    html! {
        <div {class}>
            <h1 class="visually-hidden">{ "Articles" }</h1>
            <Facets ..props.clone() />
            <section class="results" aria-label="Results">
                { head(props) }
                if ids.is_empty() {
                    <p class="empty">{ nothing(props) }</p>
                }
                <Results list={LIST} corpus={props.corpus.clone()} answer={props.answer.clone()} ids={(*ids).clone()} place={props.place.clone()} />
            </section>
            if open {
                <Later><Fetched<Rest> ..props.clone() /></Later>
            }
        </div>
    }
}

/// What stands in place of results.
fn nothing(props: &PageProps) -> &'static str {
    match props.answer.results.problems.is_empty() {
        true => "No article has all of this. Take a word or a filter away, or join words with OR.",
        false => "No article was found. The line above says what is wrong with the search.",
    }
}

/// Takes the focus back to the result of the article that was left.
#[hook]
fn use_focus_on_return(open: Option<ArticleId>) {
    let before = use_mut_ref(|| None::<ArticleId>);
    use_effect_with(open, move |open| {
        let left = std::mem::replace(&mut *before.borrow_mut(), *open);
        if let (Some(left), None) = (left, open)
            && document::nothing_is_focused()
        {
            document::focus(&item_id(left));
        }
    });
}

/// The open article, reached through the rest of the program only.
pub(super) fn reader(page: PageProps) -> Html {
    opened(&page).map_or_else(Html::default, |id| html! { <Reader {page} {id} /> })
}

fn opened(props: &PageProps) -> Option<ArticleId> {
    let id = props.place.address.doc.map(|n| ArticleId(n - 1));
    id.filter(|id| (id.0 as usize) < props.corpus.len())
}

fn head(props: &PageProps) -> Html {
    let place = props.place.clone();
    let (now, ids) = (place.address.selection.sort, &props.answer.results.ids);
    let onchange = Callback::from(move |event: Event| {
        let chosen = crate::browser::events::chosen(&event);
        if let Some(sort) = Sort::from_name(&chosen) {
            place.push(place.address.sorted(sort));
        }
    });
    let option = |sort: Sort| {
        html! { <option value={sort.name()} selected={sort == now}>{ sort_words(sort) }</option> }
    };
    html! {
        <div class="results-head">
            <h2 class="label">{ words::holding(ids.len(), props.corpus.without_article(ids.iter().copied())) }</h2>
            <label class="field">{ "sort" }<select {onchange}>{ for Sort::ALL.into_iter().map(option) }</select></label>
        </div>
    }
}

fn sort_words(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "best first",
        Sort::Newest => "newest first",
        Sort::Oldest => "oldest first",
        Sort::Title => "by title",
        Sort::Mentions => "most mentions",
        Sort::Corpus => "original order",
    }
}
