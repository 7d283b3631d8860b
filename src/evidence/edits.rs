//! The line above every view on the reader's edits: their number, undoing them, and the rows for
//! `corpus.toml`.

use super::bar::place;
use super::keep;
use crate::browser::{document, download};
use crate::hooks::use_share::copy;
use crate::model::page_props::PageProps;
use crate::model::shared::Shared;
use crate::model::words;
use dateline_corpus::{ArticleId, BlockKind};
use yew::prelude::*;

/// The line; nothing without edits.
pub fn bar(page: &PageProps) -> Html {
    let corpus = &page.corpus;
    if corpus.edits().is_empty() {
        return Html::default();
    }
    let back = |number: usize| {
        let (corpus, show) = (corpus.clone(), page.show.clone());
        move |_: MouseEvent| {
            let corpus = corpus.with_edits(corpus.edits()[..number].to_vec());
            keep::keep(&corpus);
            show.emit(corpus);
            if number == 0 {
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
        let (corpus, notify) = (corpus.clone(), page.notify.clone());
        move |_: MouseEvent| copy(toml(&corpus), "Rows for corpus.toml copied.", &notify)
    };
    html! {
        <section class="notice tools" aria-label="Edited">
            <p role="status">{ format!("{}, {}", says(corpus), place(corpus)) }</p>
            <button type="button" onclick={back(corpus.edits().len() - 1)}>{ "Undo" }</button>
            <button type="button" onclick={back(0)}>{ "Undo all" }</button>
            <button type="button" onclick={copy}>{ "Copy for corpus.toml" }</button>
            <button type="button" onclick={save}>{ "Save corpus.toml" }</button>
        </section>
    }
}

/// The corpus where a block is of another kind, or with `None` as it was read.
pub fn set_block_kind(
    corpus: &Shared,
    article: ArticleId,
    block: usize,
    kind: Option<BlockKind>,
) -> Shared {
    let edited = corpus.with_kind(article, block, kind);
    keep::keep(&edited);
    edited
}

fn toml(corpus: &Shared) -> String {
    corpus.edits_as_toml(corpus.metadata_edits(), corpus.kind_edits())
}

/// How much differs from what was read, in words.
pub fn says(corpus: &Shared) -> String {
    let all = corpus.kind_edits();
    let last = |(at, o): &(usize, &dateline_corpus::KindEdit)| {
        all[at + 1..].iter().all(|later| (later.article, later.block) != (o.article, o.block))
    };
    let blocks = all.iter().enumerate().filter(last).count();
    let all = corpus.metadata_edits();
    let last = |(at, a): &(usize, &dateline_corpus::MetadataEdit)| {
        !a.is_empty() && all[at + 1..].iter().all(|later| later.article != a.article)
    };
    let articles = all.iter().enumerate().filter(last).count();
    let articles = (articles > 0 || blocks == 0).then(|| words::count(articles, "article"));
    let blocks = (blocks > 0).then(|| words::count(blocks, "block"));
    let both: Vec<String> = articles.into_iter().chain(blocks).collect();
    format!("{} edited", both.join(" and "))
}
