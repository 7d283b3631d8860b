//! The lines of a concordance as a table: place, left, node, right. The words that
//! the lines are sorted by stand out.

use crate::model::page_props::Explain;
use crate::model::page_props::PageProps;
use crate::model::paragraphs::paragraph;
use crate::model::words;
use crate::shell::later::Later;
use dateline_corpus::{Article, Concordance, Context, ContextSort, Node};
use dateline_text::Span;
use dateline_text::compact::sort_by;
use std::rc::Rc;
use yew::prelude::*;

/// The lines that one task draws.
const LINES_AT_A_TIME: usize = 40;

/// The table of `found`.
pub(crate) fn table(
    props: &PageProps,
    found: &Rc<Concordance>,
    sort: &[ContextSort],
    node: Option<Node>,
) -> Html {
    // Only the lines of a country stand on mentions, which say why they were counted.
    let mentions = matches!(node, Some(Node::Country(_)));
    let sort = Rc::<[ContextSort]>::from(sort);
    let chunk = |from: usize| {
        let (page, found, sort) = (props.clone(), found.clone(), sort.clone());
        let lines = html! { <Lines {page} {found} {sort} {from} {mentions} /> };
        if from == 0 {
            lines
        } else {
            html! { <Later>{ lines }</Later> }
        }
    };
    html! {
        <table class="kwic">
            <caption class="visually-hidden">{ "Each line: place, words to the left, the word, words to the right" }</caption>
            <thead class="visually-hidden"><tr>
                <th scope="col">{ "Place" }</th>
                <th scope="col">{ "Left" }</th>
                <th scope="col">{ "Word" }</th>
                <th scope="col">{ "Right" }</th>
                if mentions {
                    <th scope="col">{ "Evidence" }</th>
                }
                <th scope="col">{ "Source and date" }</th>
            </tr></thead>
            <tbody>{ for (0..found.lines.len()).step_by(LINES_AT_A_TIME).map(chunk) }</tbody>
        </table>
    }
}

/// The button that tells why the mention of a line was counted.
fn why(props: &PageProps, article: &Article<'_>, context: &Context) -> Html {
    let at = context.node.start;
    let label = format!("Why {} is counted", one_line(context.node.of(article.text())));
    let what = Explain::Place(context.article, at);
    let onclick = props.explain.reform(move |_: MouseEvent| what);
    html! {
        <td class="why">
            <button type="button" class="quiet" aria-label={label} data-why={format!("{}-{at}", context.article.0 + 1)} {onclick}>{ "why" }</button>
        </td>
    }
}

/// Some lines of a concordance.
#[derive(Properties, PartialEq)]
struct Props {
    /// What every page is computed from.
    page: PageProps,
    /// The whole concordance.
    found: Rc<Concordance>,
    /// What sorted it.
    sort: Rc<[ContextSort]>,
    /// The first of the lines.
    from: usize,
    /// Whether they stand on mentions.
    mentions: bool,
}

#[component]
fn Lines(props: &Props) -> Html {
    let line = |context: &Context| {
        let article = props.page.corpus.article(context.article)?;
        let why = props.mentions.then(|| why(&props.page, &article, context));
        Some(line(&props.page, &article, context, &props.sort, why))
    };
    html! { <>{ for props.found.lines.iter().skip(props.from).take(LINES_AT_A_TIME).filter_map(line) }</> }
}

fn line(
    props: &PageProps,
    article: &Article<'_>,
    context: &Context,
    sort: &[ContextSort],
    why: Option<Html>,
) -> Html {
    let address = &props.place.address;
    let doc = context.article.0 + 1;
    let text = article.text();
    let href = address.evidence(doc, context.node.start).href();
    let keys = |side: fn(&ContextSort) -> Option<u8>| -> Vec<u8> {
        sort.iter().filter_map(side).collect()
    };
    let left = keys(|key| if let ContextSort::Left(n) = key { Some(*n) } else { None });
    let right = keys(|key| if let ContextSort::Right(n) = key { Some(*n) } else { None });
    let place = place(article, context);
    let source = article.source().map(str::to_owned);
    let date = article.date().map(words::date);
    let from: Vec<String> =
        [Some(article.title().to_owned()), source, date].into_iter().flatten().collect();
    let language = article.language().map(str::to_owned);
    html! {
        <tr key={format!("{doc}-{}", context.node.start)}>
            <th scope="row" class="where"><a href={address.article(doc).href()} title={from.join(" · ")}>{ place }</a></th>
            <td class="left" lang={language.clone()}><bdi>{ side(text, context.left, &context.left_words, &left) }</bdi></td>
            <td class="node" lang={language.clone()}><a {href}>{ one_line(context.node.of(text)) }</a></td>
            <td class="right" lang={language}><bdi>{ side(text, context.right, &context.right_words, &right) }</bdi></td>
            { why }
            <td class="from" dir="auto">{ from.get(1..).unwrap_or_default().join(" · ") }</td>
        </tr>
    }
}

/// One side of a line, with the words of these numbers (1 being the nearest) set off.
fn side(text: &str, whole: Span, words: &[Span], numbers: &[u8]) -> Html {
    let mut keys: Vec<Span> = numbers
        .iter()
        .filter_map(|n| words.get(usize::from(n.saturating_sub(1))).copied())
        .collect();
    sort_by(&mut keys, |a, b| a.start.cmp(&b.start));
    keys.dedup();
    let mut at = whole.start;
    let mut pieces = Vec::new();
    for key in keys {
        pieces.push(html! { { one_line(Span { start: at, end: key.start }.of(text)) } });
        pieces.push(html! { <b>{ key.of(text).to_owned() }</b> });
        at = key.end;
    }
    pieces.push(html! { { one_line(Span { start: at, end: whole.end.max(at) }.of(text)) } });
    pieces.into_iter().collect()
}

/// `text` with each run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        match (c.is_whitespace(), space) {
            (true, true) => {}
            (true, false) => out.push(' '),
            (false, _) => out.push(c),
        }
        space = c.is_whitespace();
    }
    out
}

/// "3 ¶12": the number of the article and of the paragraph in it; "3 title".
pub(super) fn place(article: &Article<'_>, context: &Context) -> String {
    let doc = context.article.0 + 1;
    match paragraph(article, context.block) {
        Some(number) => format!("{doc} ¶{number}"),
        None => match article.blocks().get(context.block) {
            Some(block) => format!("{doc} {}", words::block_kind(block.kind)),
            None => doc.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space() {
        for (text, want) in [("a\n b", "a b"), (" a", " a"), ("a\u{a0}\t", "a "), ("", "")] {
            assert_eq!(one_line(text), want, "{text:?}");
        }
    }
}
