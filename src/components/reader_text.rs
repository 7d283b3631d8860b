//! The text of an article: clean, with what is hidden folded to one line, or every
//! byte as received.

mod received;

use super::marked::{marked, painted};
use super::result_item::{Omitted, meta, whose};
use crate::address::TextForm;
use crate::evidence::metadata::OPENER;
use crate::model::marks::{Mark, Marks};
use crate::model::shared::Shared;
use crate::model::words;
use dateline_corpus::{Article, ArticleId, Block, BlockKind, Counting, Holds, Span, Standing};
use std::rc::Rc;
use yew::prelude::*;

/// An article and how it is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles.
    pub corpus: Shared,
    /// Which of them.
    pub id: ArticleId,
    /// Its marks, and the one that the reader is at.
    pub marks: Rc<(Marks, Option<Mark>)>,
    /// Clean or as received.
    pub form: TextForm,
    /// What is counted: hidden text that is counted is unfolded.
    pub counting: Counting,
    /// The reader chose another kind for the block of this number.
    #[prop_or_default]
    pub on_kind: Callback<(usize, Event)>,
    /// The reader wants to correct title, date or source.
    #[prop_or_default]
    pub on_edit: Callback<()>,
}

/// The text of an article.
#[component]
pub fn ReaderText(props: &Props) -> Html {
    let Some(article) = props.corpus.article(props.id) else { return Html::default() };
    let lang = article.language().map(str::to_owned);
    let content = match props.form {
        TextForm::Clean => clean(props, &article),
        TextForm::Raw => received::received(props, &article),
    };
    html! { <article {lang} dir="auto">{ text_status(&article) }{ content }</article> }
}

/// Says so when the text does not hold one article.
fn text_status(article: &Article<'_>) -> Html {
    let says = match article.holds() {
        Holds::OneArticle => return Html::default(),
        Holds::Several(n) => {
            format!("This text seems to contain {n} articles, read as one.")
        }
        Holds::Nothing(what) => format!(
            "This text seems to be {what}, not an article. It is kept but counted apart; \
             “as received” shows what each line was taken for."
        ),
    };
    html! { <p class="held" role="note">{ says }</p> }
}

fn clean(props: &Props, article: &Article<'_>) -> Html {
    let blocks = article.blocks();
    let has_title = blocks.iter().any(|b| b.kind == BlockKind::Title && b.is_clean());
    let head = (!has_title).then(|| {
        let title = match article.title_span() {
            Some(span) => painted(article.text(), span, &props.marks.0),
            None => html! { article.title().to_owned() },
        };
        html! { <><h2 class="from-text">{ title }</h2>{ reader_meta(props, article) }</> }
    });
    // A title that somebody gave stands behind the text and is read before it.
    let raw = article.raw().len();
    let (own, added) = blocks.split_at(blocks.partition_point(|b| b.span.end as usize <= raw));
    html! { <>{ head }{ set(props, article, added, own.len()) }{ set(props, article, own, 0) }</> }
}

/// Blocks of the clean text in order, behind so many others.
fn set(props: &Props, article: &Article<'_>, blocks: &[Block], before: usize) -> Html {
    let groups = blocks.chunk_by(|a, b| role(a) == role(b) && role(a) != Role::Own);
    let mut number = before;
    let groups = groups.map(|group| {
        number += group.len();
        match group {
            [block] if role(block) == Role::Own => one(props, article, block, number),
            [first, ..] if role(first) == Role::Credit => credits(props, article, group),
            hidden => folded(props, article, hidden),
        }
    });
    groups.collect()
}

/// How a block is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A paragraph of its own.
    Own,
    /// Who wrote it, where and when: one line with its neighbours.
    Credit,
    /// Folded with its neighbours.
    Hidden,
}

fn role(block: &Block) -> Role {
    match block.kind {
        _ if !block.is_clean() => Role::Hidden,
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Source => Role::Credit,
        _ => Role::Own,
    }
}

/// The lines of source, author and date as they stand in the text, in one line.
fn credits(props: &Props, article: &Article<'_>, blocks: &[Block]) -> Html {
    let one = |block: &Block| {
        let text = marked(article.text(), block.span, &props.marks.0, props.marks.1);
        html! { <span class={classes!("credit", block.kind.name())} dir="auto">{ text }</span> }
    };
    html! { <p class="block credits">{ for blocks.iter().map(one) }</p> }
}

/// One block of the clean text; `number` is its place among all blocks, from 1.
fn one(props: &Props, article: &Article<'_>, block: &Block, number: usize) -> Html {
    let text = marked(article.text(), block.span, &props.marks.0, props.marks.1);
    let id = format!("p{number}");
    let class = classes!("block", block.kind.name());
    match block.kind {
        BlockKind::Title => {
            // Once: several lines may be titles.
            let is_first = article.blocks().iter().find(|b| b.kind == block.kind && b.is_clean());
            let meta = (is_first == Some(block)).then(|| reader_meta(props, article));
            html! { <><h2 {id} dir="auto">{ text }</h2>{ meta }</> }
        }
        BlockKind::Heading => html! { <h3 {id} {class} dir="auto">{ text }</h3> },
        BlockKind::Quote => html! { <blockquote {id} {class} dir="auto">{ text }</blockquote> },
        _ => html! { <p {id} {class} dir="auto">{ text }</p> },
    }
}

fn reader_meta(props: &Props, article: &Article<'_>) -> Html {
    let evidence = article.date_evidence();
    let credits = |b: &&Block| role(b) == Role::Credit;
    let dateline = |b: &Block| b.kind == BlockKind::Dateline;
    let has_credits = article.blocks().iter().any(|b| credits(&b));
    // What somebody gave is no part of the text, whatever the text says.
    let in_text = |span: Option<Span>| span.is_none_or(|s| s.end as usize <= article.raw().len());
    let omitted = Omitted {
        source: has_credits && in_text(article.source_span()),
        byline: has_credits && in_text(article.byline_span()),
        date: article.printed_date().is_some()
            && article.blocks().iter().filter(credits).any(dateline),
    };
    let title = (!evidence.is_empty()).then(|| format!("date: {evidence}"));
    html! {
        <p class="reader-meta" {title}>
            { whose(article) }{ meta(article, omitted) }
            if let Some(url) = article.url().filter(|u| u.starts_with("http")) {
                { " · " }<a href={url.to_owned()} rel="noreferrer noopener" target="_blank">{ "original" }</a>
            }
            { edit(props) }
        </p>
    }
}

/// What opens the form of title, date and source.
fn edit(props: &Props) -> Html {
    let onclick = props.on_edit.reform(|_: MouseEvent| ());
    html! {
        <span class="edit">
            { " · " }
            <button type="button" id={OPENER} class="quiet" {onclick}>{ "Edit title, date, source" }</button>
        </span>
    }
}

/// Hidden blocks as one line that opens: what they are, how they begin, and for
/// each its reason.
fn folded(props: &Props, article: &Article<'_>, hidden: &[Block]) -> Html {
    let text = article.text();
    let open = hidden.iter().any(|b| {
        let counted = props.counting.includes(Standing::of_block(b.kind, b.duplicate));
        counted && holds_mark(&props.marks.0, b.span)
    });
    let line = |block: &Block| {
        html! {
            <p dir="auto">
                { marked(text, block.span, &props.marks.0, props.marks.1) }
                <span class="reason">{ format!("{}: {}", words::block_kind(block.kind), block.reason) }</span>
            </p>
        }
    };
    html! {
        <details class="folded" {open}>
            <summary>{ says(text, hidden) }</summary>
            { for hidden.iter().map(line) }
        </details>
    }
}

fn says(text: &str, hidden: &[Block]) -> String {
    let count = |standing| {
        let of = |b: &&Block| Standing::of_block(b.kind, b.duplicate) == standing;
        hidden.iter().filter(of).count()
    };
    let parts = [Standing::Furniture, Standing::Repeat].map(|s| (s, count(s)));
    let parts: Vec<String> =
        parts.iter().filter(|(_, n)| *n > 0).map(|(s, n)| words::hidden(*s, *n)).collect();
    let first = hidden.first().map_or("", |b| b.span.of(text));
    let start: String = first.chars().take(32).collect();
    let more = if start.len() < first.len() { "…" } else { "" };
    format!("{} hidden — “{}{more}”", parts.join(" and "), start.replace('\n', " "))
}

fn holds_mark(marks: &Marks, span: Span) -> bool {
    marks.hits.iter().chain(marks.mentions.iter().map(|m| &m.span)).any(|s| span.overlaps(*s))
}
