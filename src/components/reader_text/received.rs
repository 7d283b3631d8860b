//! The text as received: every byte, and beside each block its kind, the reason for
//! it, and the way to overrule it.

use super::{Props, edit};
use crate::components::marked::marked;
use crate::components::result_item::{Omitted, meta};
use crate::model::words;
use dateline_corpus::{Article, Block, BlockKind, Lines, Span};
use dateline_reading::line_starts;
use yew::prelude::*;

/// The text as received.
pub(super) fn received(props: &Props, article: &Article<'_>) -> Html {
    let raw = article.raw();
    let starts = line_starts(raw);
    let base = props.corpus.as_read().article(props.id);
    let read = base.as_ref().map_or(&[][..], |a| a.blocks());
    let blocks = article.blocks().iter().zip(read).enumerate();
    let mut blocks = blocks.filter(|(_, (b, _))| (b.span.end as usize) <= raw.len()).peekable();
    let mut start = 0;
    let mut rows = Vec::new();
    while let Some((number, (block, read))) = blocks.next() {
        // Each row goes on to the line of the next block: white space stays as it is.
        let line = |b: &Block| starts[Lines::of_block(&starts, b).first as usize - 1];
        let next = blocks.peek().map(|(_, (b, _))| line(b).max(block.span.end));
        let end = next.unwrap_or(raw.len() as u32);
        let text = marked(article.text(), Span { start, end }, &props.marks.0, props.marks.1);
        let lines = Lines::of_block(&starts, block);
        start = end;
        let overruled = props.corpus.has_edited_kind(props.id, number);
        // Another title changes what a block is as well.
        let read = if overruled { read } else { block };
        rows.push(html! {
            <div key={number} class={classes!("received", standing(block), overruled.then_some("overruled"))}>
                <p class="role">
                    <span aria-hidden="true">{ lines.to_string() }</span>
                    { select(props, number, lines, block, read, overruled) }
                    <span class="reason">{ reason(block, read, overruled) }</span>
                </p>
                <div class="raw" dir="auto">{ text }</div>
            </div>
        });
    }
    html! {
        <>
            <h2>{ article.title().to_owned() }</h2>
            <p class="reader-meta">{ meta(article, Omitted::default()) }{ edit(props) }</p>
            { for rows }
        </>
    }
}

fn standing(block: &Block) -> &'static str {
    if block.is_clean() { "clean" } else { "hidden-text" }
}

/// The kinds that a block can have; the empty value is the one that was read.
fn select(
    props: &Props,
    number: usize,
    lines: Lines,
    block: &Block,
    read: &Block,
    overruled: bool,
) -> Html {
    let again = if read.duplicate && read.kind != BlockKind::Repeat { ", again" } else { "" };
    let as_read = format!(
        "{}{again}{}",
        words::block_kind(read.kind),
        if overruled { " (as read)" } else { "" }
    );
    let others = BlockKind::ALL.into_iter().filter(|k| *k != read.kind || !again.is_empty());
    let option = |kind: BlockKind| {
        let selected = overruled && kind == block.kind;
        html! { <option value={kind.name()} {selected}>{ words::block_kind(kind) }</option> }
    };
    let now = if overruled { block.kind.name() } else { "" };
    let onchange = props.on_kind.reform(move |event: Event| (number, event));
    html! {
        <select aria-label={format!("Kind of line {lines}")} data-now={now} {onchange}>
            <option value="" selected={!overruled}>{ as_read }</option>
            { for others.map(option) }
        </select>
    }
}

fn reason(block: &Block, read: &Block, overruled: bool) -> String {
    if overruled {
        format!("{}; read as {}: {}", block.reason, words::block_kind(read.kind), read.reason)
    } else {
        block.reason.clone()
    }
}
