//! The line on the reader's articles above every view, the progress of reading files, and the
//! listener for files dropped anywhere on the page.

use super::state::{Activity, State, change, use_user_files};
use super::work::{self, Page};
use super::{PASTED, keep, only};
use crate::address::View;
use crate::browser::dropped_files::{self, Dragged};
use crate::browser::leaving;
use crate::evidence;
use crate::model::page_props::PageProps;
use crate::model::shared::Shared;
use crate::model::words;
use dateline_corpus::ArticleId;
use dateline_corpus::YOURS;
use yew::prelude::*;

/// Listens for dropped files, and shows the progress of reading them.
#[component]
pub fn UserFilesBar(props: &PageProps) -> Html {
    let state = use_user_files();
    let page = Page::of(props);
    let latest = use_mut_ref(|| page.clone());
    *latest.borrow_mut() = page.clone();
    use_effect_with((), move |()| {
        work::restore(latest.borrow().clone());
        let listeners = dropped_files::on_drag(move |dragged| match dragged {
            Dragged::Over(over) => change(|s| s.over = over),
            Dragged::Dropped(files) => work::read_files(latest.borrow().clone(), files),
        });
        move || drop(listeners)
    });
    let (corpus, kept) = (&props.corpus, state.kept);
    use_effect_with((corpus.clone(), kept), |(corpus, kept)| {
        if *kept && corpus.user_articles().is_some() {
            evidence::keep::keep(corpus);
        }
    });
    use_effect_with(!kept && has_typed(corpus), |typed| {
        let listener = typed.then(leaving::ask_before);
        move || drop(listener)
    });
    html! {
        <>
            if state.over {
                <div class="drop-here" aria-hidden="true"><p>{ "Drop to read it here. Nothing leaves this tab." }</p></div>
            }
            { activity(&state.activity, &page) }
            { articles_line(props, &state) }
            { unopened(props, &state, &page) }
        </>
    }
}

/// Whether leaving would lose what a reader typed on articles that are in this tab only.
fn has_typed(corpus: &Shared) -> bool {
    let is_pasted = |number: u32| {
        let article = corpus.article(ArticleId(number));
        article.is_some_and(|article| article.name().starts_with(PASTED))
    };
    corpus.user_articles().is_some_and(|own| {
        let first = corpus.len().saturating_sub(own.articles);
        !corpus.edits().is_empty()
            || !corpus.corrections().is_empty()
            || (first as u32..corpus.len() as u32).any(is_pasted)
    })
}

/// How far the work is; nothing when nothing is done.
fn activity(activity: &Activity, page: &Page) -> Html {
    let (says, far) = match activity {
        Activity::Idle => return Html::default(),
        Activity::Reading { name, bytes: (read, all), articles } => {
            let far = (*all > 0.0).then(|| (read / all).clamp(0.0, 1.0));
            (format!("Reading {name} · {} so far", words::count(*articles, "article")), far)
        }
        Activity::Making(articles) => {
            (format!("Combining {}", words::count(*articles, "article")), None)
        }
        Activity::Opening => ("Opening your articles".to_owned(), None),
        Activity::Saving => ("Saving the page as one file".to_owned(), None),
    };
    let stop = {
        let page = page.clone();
        move |_: MouseEvent| work::stop(&page)
    };
    html! {
        <section class="notice tools own-progress" aria-label="Your files">
            <progress value={far.map(|f| dateline_text::compact::fixed(f, 3))} aria-label="Reading your files" />
            <p>{ says }</p>
            <button type="button" onclick={stop}>{ "Stop" }</button>
        </section>
    }
}

/// That what this browser keeps could not be opened, and what can be done; nothing when it was.
fn unopened(props: &PageProps, state: &State, page: &Page) -> Html {
    let is_idle = state.activity == Activity::Idle;
    let (true, Some(problem)) = (is_idle && keep::holds(), &state.problem) else {
        return Html::default();
    };
    if props.corpus.user_articles().is_some() {
        return Html::default();
    }
    let again = {
        let page = page.clone();
        move |_: MouseEvent| work::restore(page.clone())
    };
    let forget = {
        let notify = props.notify.clone();
        move |_: MouseEvent| keep::forget(notify.clone())
    };
    html! {
        <section class="notice tools" aria-label="Articles kept in this browser">
            <p>{ format!("The articles kept in this browser could not be opened. {problem}") }</p>
            <button type="button" onclick={again}>{ "Try again" }</button>
            <button type="button" onclick={forget}>{ "Forget" }</button>
        </section>
    }
}

/// That there are articles of the reader's; nothing when there are none.
fn articles_line(props: &PageProps, state: &State) -> Html {
    let corpus = &props.corpus;
    let Some(own) = corpus.user_articles() else { return Html::default() };
    let address = &props.place.address;
    let beside = match own.alone {
        true => " alone".to_owned(),
        false => format!(" beside {} published", words::number(own.published.len())),
    };
    html! {
        <section class="notice tools" aria-label="Your articles">
            <p><span class="collection yours">{ "Yours" }</span>{ format!(" {}{beside}, {}", words::count(own.articles, "article"), if state.kept { "kept in this browser" } else { "in this tab only" }) }</p>
            if !own.alone {
                <a href={only(address, YOURS).href()}>{ "Only yours" }</a>
            }
            <a href={address.to(View::Yours).href()}>{ "Compare, save, remove" }</a>
        </section>
    }
}
