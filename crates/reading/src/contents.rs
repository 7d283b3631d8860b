//! Detects dumps that hold several articles or none.

use crate::header::headline::could_be;
use crate::header::{is_credit, signed};
use crate::layout::BlockKind;
use crate::layout::finding::{ERROR_PAGE, LINKS, NO_WORD, WALL};
use crate::page::Page;
use crate::page::cues::Cues;
use crate::page::shape::End;
use crate::page::shape::prose;
use crate::roles::Draft;
use dateline_text::Span;

/// Words of prose below which a page of many short lines is no article.
const MAX_PROSE_OF_LISTS: f32 = 45.0;
/// Words of prose that each of several articles has at least.
const MIN_PROSE_EACH: f32 = 60.0;

/// Says that a page holds no article, and what it is instead.
pub(crate) fn nothing(page: &Page<'_>) -> Option<&'static str> {
    if page.shapes.iter().all(|s| s.words == 0) {
        return Some(NO_WORD);
    }
    let all: f32 = page.shapes.iter().map(prose).sum();
    let words: u32 = page.shapes.iter().map(|s| s.words).sum();
    let count = |cue: Cues| {
        page.shapes.iter().filter(|s| s.words <= 30 && (s.cues | s.first_cues).any(cue)).count()
    };
    let short = page.shapes.iter().filter(|s| s.words <= 8).count();
    let (lines, errors, walls) =
        (page.len(), count(Cues::ERROR), count(Cues::LOGIN | Cues::SUBSCRIBE));
    // What calls itself an error says so in its first lines and says little else.
    let fails = page.shapes.iter().take(12).any(|s| s.words <= 12 && s.first_cues.any(Cues::ERROR));
    if (fails || errors >= 2) && all < MAX_PROSE_OF_LISTS && words < 250 {
        return Some(ERROR_PAGE);
    }
    if walls >= 3 && all < MAX_PROSE_OF_LISTS && words < 400 {
        return Some(WALL);
    }
    let links = lines >= 8 && short * 10 >= lines * 7 && all < MAX_PROSE_OF_LISTS / 3.0;
    let headlines = lines >= 12
        && all == 0.0
        && page.shapes.iter().all(|s| s.end != End::Sentence || s.words < 6);
    (links || headlines).then_some(LINKS)
}

/// The headlines of a page that holds several articles; empty when it holds one.
pub(crate) fn several(draft: &Draft<'_, '_>) -> Vec<Span> {
    let page = draft.page;
    let mut found: Vec<(usize, f32)> = Vec::new();
    for line in 0..page.len() {
        if heads(draft, line) {
            found.push((line, 0.0));
        } else if let Some((_, words)) = found.last_mut().filter(|_| draft.is_text(line)) {
            *words += prose(&page.shapes[line]);
        }
    }
    found.retain(|(_, words)| *words >= MIN_PROSE_EACH);
    if found.len() < 2 {
        return Vec::new();
    }
    found.into_iter().map(|(line, _)| page.lines[line].span).collect()
}

/// Whether the line heads an article of its own: a headline with author or date
/// right below and prose after them.
fn heads(draft: &Draft<'_, '_>, line: usize) -> bool {
    let page = draft.page;
    let s = &page.shapes[line];
    let headline =
        could_be(s) && s.end == End::Open && s.cue_words == 0 && s.words <= 20 && !page.dated[line];
    let kind = draft.kind(line);
    let apart = page.lines[line].blank_before > 0 || line == 0 || kind == Some(BlockKind::Title);
    if !headline || !apart || signed(page.text(line), s).is_some() {
        return false;
    }
    let below = line + 1..page.len().min(line + 4);
    let signed = below.clone().any(|l| {
        let s = &page.shapes[l];
        s.words <= 16 && (page.dated[l] || is_credit(page.text(l), s))
    });
    signed
        && below
            .clone()
            .chain(line + 4..page.len().min(line + 6))
            .any(|l| prose(&page.shapes[l]) >= 15.0)
}
