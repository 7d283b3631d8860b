//! Snippets: the sentences of an article that answer the query best.

use crate::{Article, ArticleId, Corpus, Hit, Question, Selection, Standing};
use dateline_reading::{Block, BlockKind};
use dateline_text::{Span, is_character, sentences_of_paragraph, terms};

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
    /// terms of the query, then most hits, then in a paragraph rather than a caption,
    /// then the earliest. Without hits outside of the title, the article's opening.
    /// `None` for an article without text beside its title.
    pub fn snippet(&self, selection: &Selection, id: ArticleId, length: usize) -> Option<Snippet> {
        self.ask(selection).snippet(id, length)
    }
}

impl Question<'_> {
    /// See [`Corpus::snippet`].
    pub fn snippet(&self, id: ArticleId, length: usize) -> Option<Snippet> {
        let article = self.corpus().article(id)?;
        let hits = self.hits_in(&article);
        let passages = passages(&article, self.selection());
        let starts = passages.iter().flat_map(|p| (0..p.sentences.len()).map(move |s| (p, s)));
        let best = starts
            .map(|(passage, first)| {
                let span = window(&passage.sentences, first, length);
                (score(&hits, span, passage), span)
            })
            .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        Some(fit(article.text(), best.1, &hits, length))
    }
}

/// One block that is searched.
struct Passage {
    sentences: Vec<Span>,
    /// 2 for a paragraph that can open an article, 1 for a short one, 0 for others.
    rank: u8,
}

/// A paragraph shorter than this, in bytes, opens an article only when all are.
const MIN_PARAGRAPH_BYTES: usize = 60;

/// The blocks that are searched, without the title.
fn passages(article: &Article<'_>, selection: &Selection) -> Vec<Passage> {
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
    let title = article.title_span();
    let passage = |b: &Block| {
        let text = article.text().get(b.span.range()).unwrap_or("");
        let all =
            sentences_of_paragraph(text).into_iter().map(|s| s.shifted(b.span.start as usize));
        let sentences: Vec<Span> =
            all.filter(|s| title.is_none_or(|title| !s.overlaps(title))).collect();
        let paragraph = matches!(b.kind, BlockKind::Lead | BlockKind::Body);
        let rank = u8::from(paragraph) + u8::from(paragraph && b.span.len() >= MIN_PARAGRAPH_BYTES);
        Passage { sentences, rank }
    };
    shown.map(passage).collect()
}

/// As many sentences from number `first` on as fit; at least that one.
fn window(sentences: &[Span], first: usize, length: usize) -> Span {
    let start = sentences[first].start;
    let fits = sentences[first..].iter().take_while(|s| (s.end - start) as usize <= length);
    Span { start, end: fits.last().unwrap_or(&sentences[first]).end }
}

/// Different terms, then hits, then the rank of the passage.
fn score(hits: &[Hit], span: Span, passage: &Passage) -> (u32, usize, u8) {
    let inside = hits.iter().filter(|h| span.contains(h.span));
    let slots = inside.clone().fold(0_u32, |set, h| set | 1 << (h.slot % 32));
    (slots.count_ones(), inside.count(), passage.rank)
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
            cut.start = word_start(text, span.start as usize, start, first.start as usize) as u32;
        }
        let end = (cut.start as usize + length).min(span.end as usize);
        let keep =
            inside.iter().find(|h| h.span.start >= cut.start).map_or(cut.start, |h| h.span.end);
        cut.end = (word_end(text, cut.start as usize, end) as u32).max(keep.min(span.end));
    }
    let hits = hits.iter().filter(|h| cut.contains(h.span)).copied().collect();
    Snippet { span: cut, cut_start: cut.start > span.start, cut_end: cut.end < span.end, hits }
}

/// The first start of a word, or of a character of a script without spaces, at or after
/// `from`, at most `last`. The sentence begins at `first`.
fn word_start(text: &str, first: usize, from: usize, last: usize) -> usize {
    let from = text.ceil_char_boundary(from).min(last);
    let gap = text[from..last].find(char::is_whitespace);
    let word = gap.map_or(last, |g| last - text[from + g..last].trim_start().len());
    let characters = terms(&text[first..last]).filter(|term| is_character(term.text));
    let mut starts = characters.map(|term| first + term.span.start as usize);
    match (starts.find(|start| *start >= from), gap) {
        (Some(character), _) => character.min(word),
        (None, Some(_)) => word,
        (None, None) => from,
    }
}

/// The last end of a word, or of a character of a script without spaces, at or before
/// `to`, after `from`.
fn word_end(text: &str, from: usize, to: usize) -> usize {
    let to = text.floor_char_boundary(to).max(from);
    let inside = &text[from..to];
    let whole = text[to..].starts_with(char::is_whitespace) || to == text.len();
    let end = if whole {
        inside.len()
    } else {
        let characters = terms(&text[from..]).filter(|term| is_character(term.text));
        let ends = characters.map(|term| term.span.end as usize);
        let character = ends.take_while(|end| *end <= inside.len()).last();
        inside.rfind(char::is_whitespace).max(character).unwrap_or(inside.len())
    };
    from + inside[..end].trim_end().len()
}
