//! Snippets: the sentences of an article that answer the query best.

use crate::{Article, ArticleId, Corpus, Hit, Selection, Standing};
use dateline_reading::BlockKind;
use dateline_text::{Span, sentences};

/// A stretch of an article to show beneath its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Where, in bytes of the article's text; from one sentence's start to
    /// another's end unless cut.
    pub span: Span,
    /// Whether words were cut off at the start of the sentence.
    pub cut_start: bool,
    /// Whether words were cut off at the end of the sentence.
    pub cut_end: bool,
    /// The hits in it, in order.
    pub hits: Vec<Hit>,
}

impl Corpus {
    /// The densest stretch of about `length` bytes: the one with most different
    /// terms of the query, then most hits, then the earliest. Without hits outside
    /// of the title, the article's opening. `None` for an article without text
    /// beside its title.
    pub fn snippet(&self, selection: &Selection, id: ArticleId, length: usize) -> Option<Snippet> {
        let article = self.article(id)?;
        let hits = self.hits(selection, id);
        let passages = passages(&article, selection);
        let best = passages
            .iter()
            .enumerate()
            .flat_map(|(p, sentences)| (0..sentences.len()).map(move |s| (p, s)))
            .map(|(p, s)| window(&passages[p], s, length))
            .map(|span| (score(&hits, span), span))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        Some(fit(article.text(), best.1, &hits, length))
    }
}

/// The sentences of each block that is searched, without the title's.
fn passages(article: &Article<'_>, selection: &Selection) -> Vec<Vec<Span>> {
    let shown = article.blocks().iter().filter(|b| {
        let standing = Standing::of_block(b.kind, b.duplicate);
        let apart = matches!(
            b.kind,
            BlockKind::Title
                | BlockKind::Kicker
                | BlockKind::Byline
                | BlockKind::Dateline
                | BlockKind::Source
        );
        !apart && selection.counting.includes(standing)
    });
    shown
        .map(|b| {
            let text = article.text().get(b.span.range()).unwrap_or("");
            sentences(text).into_iter().map(|s| s.shifted(b.span.start as usize)).collect()
        })
        .collect()
}

/// As many sentences from number `first` on as fit; at least that one.
fn window(sentences: &[Span], first: usize, length: usize) -> Span {
    let start = sentences[first].start;
    let fits = sentences[first..].iter().take_while(|s| (s.end - start) as usize <= length);
    Span { start, end: fits.last().unwrap_or(&sentences[first]).end }
}

/// Different terms, then hits.
fn score(hits: &[Hit], span: Span) -> (u32, usize) {
    let inside = hits.iter().filter(|h| span.contains(h.span));
    let slots = inside.clone().fold(0_u32, |set, h| set | 1 << (h.slot % 32));
    (slots.count_ones(), inside.count())
}

/// Cuts a stretch that is too long to the densest words around its hits.
fn fit(text: &str, span: Span, hits: &[Hit], length: usize) -> Snippet {
    let mut cut = span;
    if span.len() > length {
        let inside: Vec<&Hit> = hits.iter().filter(|h| span.contains(h.span)).collect();
        let reach = |first: &&&Hit| {
            let end = first.span.start as usize + length * 2 / 3;
            let within = inside.iter().filter(|h| h.span.start >= first.span.start);
            within.take_while(|h| h.span.end as usize <= end).count()
        };
        let first = inside.iter().rev().max_by_key(reach).map(|h| h.span);
        if let Some(first) = first.filter(|f| (f.end - span.start) as usize > length) {
            let start = (first.start as usize).saturating_sub(length / 4).max(span.start as usize);
            cut.start = word_start(text, start, first.start as usize) as u32;
        }
        let end = (cut.start as usize + length).min(span.end as usize);
        let keep =
            inside.iter().find(|h| h.span.start >= cut.start).map_or(cut.start, |h| h.span.end);
        cut.end = (word_end(text, cut.start as usize, end) as u32).max(keep.min(span.end));
    }
    let hits = hits.iter().filter(|h| cut.contains(h.span)).copied().collect();
    Snippet { span: cut, cut_start: cut.start > span.start, cut_end: cut.end < span.end, hits }
}

/// The first start of a word at or after `from`, at most `last`.
fn word_start(text: &str, from: usize, last: usize) -> usize {
    let from = text.ceil_char_boundary(from).min(last);
    let gap = text[from..last].find(char::is_whitespace);
    gap.map_or(from, |g| last - text[from + g..last].trim_start().len())
}

/// The last end of a word at or before `to`, after `from`.
fn word_end(text: &str, from: usize, to: usize) -> usize {
    let to = text.floor_char_boundary(to).max(from);
    let inside = &text[from..to];
    let whole = text[to..].starts_with(char::is_whitespace) || to == text.len();
    let end = if whole {
        inside.len()
    } else {
        inside.rfind(char::is_whitespace).unwrap_or(inside.len())
    };
    from + inside[..end].trim_end().len()
}
