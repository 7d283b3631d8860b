//! What the reader overruled, above every view: how much, the way back, and the
//! rows for `corpus.toml`.

use crate::browser::{document, download};
use crate::hooks::use_share::copy;
use crate::pages::PageProps;
use crate::shared::Shared;
use crate::words;
use yew::prelude::*;

/// The line that says so; nothing when nothing is overruled.
pub fn bar(page: &PageProps, tell: &Callback<String>) -> Html {
    let corpus = &page.corpus;
    if corpus.overrules().is_empty() {
        return Html::default();
    }
    let back = |keep: usize| {
        let (corpus, show) = (corpus.clone(), page.show.clone());
        move |_: MouseEvent| {
            show.emit(corpus.overruled(corpus.overrules()[..keep].to_vec()));
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
            <button type="button" onclick={back(corpus.overrules().len() - 1)}>{ "Undo" }</button>
            <button type="button" onclick={back(0)}>{ "Undo all" }</button>
            <button type="button" onclick={copy}>{ "Copy for corpus.toml" }</button>
            <button type="button" onclick={save}>{ "Save corpus.toml" }</button>
        </section>
    }
}

fn toml(corpus: &Shared) -> String {
    corpus.overrules_toml(corpus.overrules())
}

/// How many blocks differ, in words.
pub fn says(corpus: &Shared) -> String {
    let all = corpus.overrules();
    let last = |(at, o): &(usize, &dateline_corpus::Overrule)| {
        all[at + 1..].iter().all(|later| (later.article, later.block) != (o.article, o.block))
    };
    let blocks = all.iter().enumerate().filter(last).count();
    format!("{} overruled, in this tab only", words::count(blocks, "block"))
}
