//! What the reader says of articles, above every view: how much, the way back, and the
//! rows for `corpus.toml`.

use crate::browser::{document, download};
use crate::hooks::use_share::copy;
use crate::model::page_props::PageProps;
use crate::model::shared::Shared;
use crate::model::words;
use yew::prelude::*;

/// The line that says so; nothing when nothing is said.
pub fn bar(page: &PageProps, tell: &Callback<String>) -> Html {
    let corpus = &page.corpus;
    if corpus.said().is_empty() {
        return Html::default();
    }
    let back = |keep: usize| {
        let (corpus, show) = (corpus.clone(), page.show.clone());
        move |_: MouseEvent| {
            show.emit(corpus.saying(corpus.said()[..keep].to_vec()));
            if keep == 0 {
                // The button that was pressed is gone.
                document::focus("main");
            }
        }
    };
    let save = {
        let corpus = corpus.clone();
        move |_: MouseEvent| {
            download::save("corpus.toml", "application/toml", toml(&corpus).as_bytes())
        }
    };
    let copy = {
        let (corpus, tell) = (corpus.clone(), tell.clone());
        move |_: MouseEvent| copy(toml(&corpus), "Rows for corpus.toml copied.", &tell)
    };
    html! {
        <section class="notice tools" aria-label="Overruled">
            <p role="status">{ says(corpus) }</p>
            <button type="button" onclick={back(corpus.said().len() - 1)}>{ "Undo" }</button>
            <button type="button" onclick={back(0)}>{ "Undo all" }</button>
            <button type="button" onclick={copy}>{ "Copy for corpus.toml" }</button>
            <button type="button" onclick={save}>{ "Save corpus.toml" }</button>
        </section>
    }
}

fn toml(corpus: &Shared) -> String {
    corpus.said_toml(corpus.amendments(), corpus.overrules())
}

/// How much differs from what was read, in words.
pub fn says(corpus: &Shared) -> String {
    let all = corpus.overrules();
    let last = |(at, o): &(usize, &dateline_corpus::Overrule)| {
        all[at + 1..].iter().all(|later| (later.article, later.block) != (o.article, o.block))
    };
    let blocks = all.iter().enumerate().filter(last).count();
    let all = corpus.amendments();
    let last = |(at, a): &(usize, &dateline_corpus::Amendment)| {
        !a.is_empty() && all[at + 1..].iter().all(|later| later.article != a.article)
    };
    let articles = all.iter().enumerate().filter(last).count();
    let edited = (articles > 0 || blocks == 0)
        .then(|| format!("{} edited", words::count(articles, "article")));
    let overruled = (blocks > 0).then(|| format!("{} overruled", words::count(blocks, "block")));
    let both: Vec<String> = edited.into_iter().chain(overruled).collect();
    format!("{}, in this tab only", both.join(" and "))
}
