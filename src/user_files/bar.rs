//! What is said of the reader's own articles above every view, and where files are heard
//! of wherever they are dropped.

use super::state::{Doing, change, use_own};
use super::work::{self, Page};
use super::{YOURS, only};
use crate::address::View;
use crate::browser::brought::{self, Dragged};
use crate::model::page_props::PageProps;
use crate::model::words;
use yew::prelude::*;

/// The page that files are dropped on.
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// Tells the reader something.
    pub tell: Callback<String>,
}

/// Hears of files, and tells what is done with them.
#[component]
pub fn Own(props: &Props) -> Html {
    let state = use_own();
    let page = Page::of(&props.page);
    let latest = use_mut_ref(|| page.clone());
    *latest.borrow_mut() = page.clone();
    use_effect_with((), move |()| {
        work::restore(latest.borrow().clone());
        let listeners = brought::on_drag(move |dragged| match dragged {
            Dragged::Over(over) => change(|s| s.over = over),
            Dragged::Dropped(files) => work::bring(latest.borrow().clone(), files),
        });
        move || drop(listeners)
    });
    html! {
        <>
            if state.over {
                <div class="drop-here" aria-hidden="true"><p>{ "Drop to read it here. Nothing leaves this tab." }</p></div>
            }
            { doing(&state.doing, &page) }
            { brought_line(props) }
        </>
    }
}

/// How far the work is; nothing when nothing is done.
fn doing(doing: &Doing, page: &Page) -> Html {
    let (says, far) = match doing {
        Doing::Nothing => return Html::default(),
        Doing::Reading { name, bytes: (read, all), articles } => {
            let far = (*all > 0.0).then(|| (read / all).clamp(0.0, 1.0));
            (format!("Reading {name} · {} so far", words::count(*articles, "article")), far)
        }
        Doing::Making(articles) => {
            (format!("Putting {} together", words::count(*articles, "article")), None)
        }
        Doing::Opening => ("Opening your articles".to_owned(), None),
        Doing::Saving => ("Making one file of the page".to_owned(), None),
    };
    let stop = {
        let page = page.clone();
        move |_: MouseEvent| work::stop(&page)
    };
    html! {
        <section class="notice tools own-progress" aria-label="Your files">
            <progress value={far.map(|f| dateline_stats::fixed(f, 3))} aria-label="Reading your files" />
            <p>{ says }</p>
            <button type="button" onclick={stop}>{ "Stop" }</button>
        </section>
    }
}

/// That there are articles of the reader's; nothing when there are none.
fn brought_line(props: &Props) -> Html {
    let corpus = &props.page.corpus;
    let Some(own) = corpus.own() else { return Html::default() };
    let address = &props.page.place.address;
    let beside = match own.alone {
        true => " alone".to_owned(),
        false => format!(" beside {} published", words::number(own.published.len())),
    };
    html! {
        <section class="notice tools" aria-label="Your articles">
            <p><span class="collection yours">{ "Yours" }</span>{ format!(" {}{beside}, in this tab only", words::count(own.articles, "article")) }</p>
            if !own.alone {
                <a href={only(address, YOURS).href()}>{ "Only yours" }</a>
            }
            <a href={address.to(View::Yours).href()}>{ "Compare, save, remove" }</a>
        </section>
    }
}
