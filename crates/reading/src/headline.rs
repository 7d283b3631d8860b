//! The headline: which line is it, if any.

use crate::block::BlockKind;
use crate::copies::Copy;
use crate::cues::Cues;
use crate::page::Page;
use crate::roles::Draft;
use crate::shape::{End, Shape};

/// Lines above the text that are looked at.
const REACH: usize = 400;

/// The headline above the text that starts at line `first`, and where the text
/// starts without it: a headline that asks or exclaims can look like a paragraph.
pub(crate) fn headline(draft: &Draft<'_, '_>, first: usize) -> (Option<usize>, usize) {
    let page = draft.page;
    let next = (first + 1..page.len()).find(|&l| draft.is_text(l));
    if let (Some(next), true) = (next, asks(page, first)) {
        return (Some(first), next);
    }
    (above(draft, first), first)
}

/// Whether the line is one short question or exclamation set apart.
fn asks(page: &Page<'_>, line: usize) -> bool {
    let s = &page.shapes[line];
    let set_apart = page.lines.get(line + 1).is_none_or(|l| l.blank_before > 0);
    let marked = page.text(line).ends_with(['?', '!', '？', '！', '؟']);
    could_be(s) && s.words <= 25 && s.sentences <= 1 && marked && set_apart
}

fn above(draft: &Draft<'_, '_>, first: usize) -> Option<usize> {
    let page = draft.page;
    let from = first.saturating_sub(REACH);
    let mut best: Option<(f32, usize)> = None;
    for line in from..first {
        if !draft.open(line) || entry(draft, line) {
            continue;
        }
        let Some(score) = score(page, line, first) else { continue };
        if best.is_none_or(|(b, _)| score >= b) {
            best = Some((score, line));
        }
    }
    let (_, line) = best?;
    Some(line)
}

/// Whether the line stands in a table of contents: a heading, no headline.
fn entry(draft: &Draft<'_, '_>, line: usize) -> bool {
    matches!(draft.copies[line], Some(Copy::Same(other)) if draft.kind(other) == Some(BlockKind::Toc))
}

/// How much the line looks like a headline; `None` when it cannot be one.
fn score(page: &Page<'_>, line: usize, first: usize) -> Option<f32> {
    let s = &page.shapes[line];
    if !could_be(s) || page.lines[line].bullet {
        return None;
    }
    let mut score = -(((first - line) as f32).ln_1p());
    score += (s.words.min(9) as f32) * 0.35;
    if s.words > 22 {
        score -= (s.words - 22) as f32 * 0.2;
    }
    if page.lines[line].blank_before > 0 || line == 0 {
        score += 0.5;
    }
    if s.end == End::Sentence && s.sentences > 0 && page.text(line).ends_with('.') {
        score -= 2.5;
    }
    score -= s.cue_words as f32 * 0.5;
    Some(score)
}

/// Whether a line of this shape can be a headline at all.
pub(crate) fn could_be(s: &Shape) -> bool {
    let words = s.words;
    (3..=40).contains(&words)
        && s.chars <= 250
        && s.digit_share() < 0.4
        && !s.starts_lower
        && !s.whole_cues.any(Cues::FURNITURE | Cues::SECTION)
        && !s.first_cues.any(Cues::ISSUED | Cues::POSTED | Cues::UPDATED)
        && s.end != End::Comma
}
