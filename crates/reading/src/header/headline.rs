//! The headline: which line is it, if any.

use crate::header::{is_credit, signed};
use crate::layout::BlockKind;
use crate::page::Page;
use crate::page::copies::Copy;
use crate::page::cues::{self, Cues};
use crate::page::shape::{End, Shape, share};
use crate::page::title::{titles, without_site};
use crate::roles::Draft;
use crate::word::join;
use dateline_text::Span;
use std::collections::HashSet;

/// Lines above the text that are looked at.
const MAX_LINES_ABOVE: usize = 400;
/// Lines of the text whose words a headline is held against.
const MAX_TEXT_LINES: usize = 60;
/// Lines above the text in which copies of the title are weighed against each other.
const MAX_LINES_TO_COPY: usize = 80;
/// Least score of a line that is a headline.
const MIN_SCORE: f32 = -1.2;

/// A headline: the line, the words of it, and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Headline {
    pub(crate) line: usize,
    pub(crate) span: Span,
    pub(crate) reason: &'static str,
}

/// The headline above the text that starts at line `first`, and where the text
/// starts without it: a headline that asks or exclaims can look like a paragraph.
pub(crate) fn headline(draft: &Draft<'_, '_>, first: usize) -> (Option<Headline>, usize) {
    let page = draft.page;
    let whole = |line: usize, reason| {
        let start = page.start(line);
        Headline { line, span: Span::new(start, start + page.text(line).len()), reason }
    };
    let next = (first + 1..page.len()).find(|&l| draft.is_text(l));
    if let (Some(next), true) = (next, asks(page, first)) {
        return (Some(whole(first, "a question or exclamation above the text")), next);
    }
    let copies = titles(page, &draft.copies);
    if let Some(line) = copy_of_title(draft, &copies, first) {
        return (Some(whole(line, "repeats the title of the page above the text")), first);
    }
    if let (Some(next), true) = (next, leads(page, first)) {
        return (Some(whole(first, "a line above the date and the text")), next);
    }
    let words = Words::of_text(draft, first);
    let above = above(draft, first, &words);
    let found = match (above, page_title(page, first, &words)) {
        (Some((line, score)), page_title)
            if score >= MIN_SCORE && page_title.is_none_or(|_| line > 0 && score > 1.0) =>
        {
            Some(whole(line, "the line above the text that says most of it"))
        }
        (_, Some(title)) => Some(title),
        _ => None,
    };
    (found, first)
}

/// The copy of the page's title that heads the text: the one above a date or an
/// author, or else the nearest (a gallery may repeat the title below both).
fn copy_of_title(draft: &Draft<'_, '_>, copies: &[bool], first: usize) -> Option<usize> {
    let page = draft.page;
    let from = first.saturating_sub(MAX_LINES_TO_COPY).max(1);
    let mut above =
        (1..first).rev().filter(|&l| copies[l] && draft.open(l) && !page.lines[l].bullet);
    let nearest = above.next()?;
    let signed = above.find(|&l| l >= from && followed(page, l));
    Some(if followed(page, nearest) { nearest } else { signed.unwrap_or(nearest) })
}

/// Whether a date or an author stands within a few lines below.
fn followed(page: &Page<'_>, line: usize) -> bool {
    (line + 1..page.len().min(line + 6))
        .any(|l| page.dated[l] || signed(page.text(l), &page.shapes[l]).is_some())
}

/// Whether a line that looks like text is a headline: without a full stop, above
/// the line of author or date.
fn leads(page: &Page<'_>, line: usize) -> bool {
    let s = &page.shapes[line];
    let below = (line + 1..page.len().min(line + 4))
        .any(|l| page.dated[l] || is_credit(page.text(l), &page.shapes[l]));
    below
        && could_be(s)
        && s.end == End::Open
        && s.words <= 25
        && !page.dated[line]
        && signed(page.text(line), s).is_none()
}

/// Whether the line is one short question or exclamation set apart.
fn asks(page: &Page<'_>, line: usize) -> bool {
    let s = &page.shapes[line];
    let set_apart = page.lines.get(line + 1).is_none_or(|l| l.blank_before > 0);
    let marked = page.text(line).ends_with(['?', '!', '？', '！', '؟']);
    let early = line < 12;
    early && could_be(s) && s.words <= 25 && s.sentences <= 1 && marked && set_apart
}

/// The words that say what a text is about.
struct Words {
    text: HashSet<u64>,
    page_title: HashSet<u64>,
}

/// The words of a line that are no function words.
fn content_words<'w>(page: &'w Page<'_>, line: usize) -> impl Iterator<Item = u64> + 'w {
    let table = cues::table();
    let function =
        move |word: u64| table.get(join(0, word)).is_some_and(|e| e.function_of().is_some());
    page.words(line).iter().take(400).copied().filter(move |&word| !function(word))
}

impl Words {
    fn of_text(draft: &Draft<'_, '_>, first: usize) -> Self {
        let page = draft.page;
        let lines = (first..page.len()).filter(|&l| draft.is_text(l)).take(MAX_TEXT_LINES);
        let page_title =
            if first > 0 { content_words(page, 0).take(40).collect() } else { HashSet::new() };
        Self { text: lines.flat_map(|l| content_words(page, l)).collect(), page_title }
    }

    /// Shares of the line's words that stand in the text and in the page's first line.
    fn shares(&self, page: &Page<'_>, line: usize) -> (f32, f32) {
        let (mut all, mut text, mut title) = (0, 0, 0);
        for word in content_words(page, line).take(60) {
            all += 1;
            text += u32::from(self.text.contains(&word));
            title += u32::from(self.page_title.contains(&word));
        }
        (share(text, all), share(title, all))
    }
}

/// Where the text starts below the lines that the model took into it though they
/// look like those around a headline: short, without a full stop.
pub(crate) fn without_head(draft: &Draft<'_, '_>, first: usize) -> usize {
    let page = draft.page;
    let short = |line: usize| {
        let s = &page.shapes[line];
        s.end == End::Open && s.words <= 16 && s.dense < 30 && !page.lines[line].bullet
    };
    let below = (first..page.len().min(first + 5)).find(|&l| draft.is_text(l) && !short(l));
    below.filter(|&l| (first..l).all(&short)).unwrap_or(first)
}

fn above(draft: &Draft<'_, '_>, first: usize, words: &Words) -> Option<(usize, f32)> {
    let page = draft.page;
    let from = first.saturating_sub(MAX_LINES_ABOVE);
    let mut best: Option<(usize, f32)> = None;
    for line in from..first {
        if !draft.open(line) || entry(draft, line) {
            continue;
        }
        let Some(score) = score(page, line, first, words) else {
            continue;
        };
        if best.is_none_or(|(_, b)| score >= b) {
            best = Some((line, score));
        }
    }
    best
}

/// Whether the line stands in a table of contents: a heading, no headline.
fn entry(draft: &Draft<'_, '_>, line: usize) -> bool {
    matches!(draft.copies[line], Some(Copy::Same(other)) if draft.kind(other) == Some(BlockKind::Toc))
}

/// How much the line looks like a headline; `None` when it cannot be one.
fn score(page: &Page<'_>, line: usize, first: usize, words: &Words) -> Option<f32> {
    let s = &page.shapes[line];
    let text = page.text(line);
    if !could_be(s) || page.lines[line].bullet || page.dated[line] {
        return None;
    }
    if signed(text, s).is_some() || s.first_cues.any(Cues::PHOTO | Cues::BY) && s.words <= 12 {
        return None;
    }
    let mut score = -(((first - line) as f32).ln_1p());
    score += (s.words.min(9) as f32) * 0.35;
    score -= s.words.saturating_sub(14) as f32 * 0.12;
    if followed(page, line) {
        score += 1.5;
    }
    if page.lines[line].blank_before > 0 || line == 0 {
        score += 0.5;
    }
    if s.sentences > 0 && text.ends_with('.') {
        score -= 2.5;
    }
    score -= s.cue_words as f32 * 0.5;
    score -= s.bars as f32 * 0.7 + s.commas as f32 * 0.3;
    score -= if text.starts_with(['“', '"', '«', '„']) { 1.0 } else { 0.0 };
    let (in_text, in_title) = words.shares(page, line);
    score += 2.5 * in_text + if line > 0 { 4.0 * in_title } else { 0.0 };
    Some(score - 1.5)
}

/// The title of the page in its first line ("Headline | Site"), when the text is
/// about it.
fn page_title(page: &Page<'_>, first: usize, words: &Words) -> Option<Headline> {
    if first == 0 || !could_be(&page.shapes[0]) || page.dated[0] {
        return None;
    }
    let text = page.text(0);
    let end = without_site(text);
    let (in_text, _) = words.shares(page, 0);
    let enough = text[..end].split_whitespace().count() >= 3 || page.shapes[0].dense > 5;
    let start = page.start(0);
    (enough && in_text >= 0.34).then_some(Headline {
        line: 0,
        span: Span::new(start, start + end),
        reason: "the title of the page, which stands nowhere else",
    })
}

/// Whether a line of this shape can be a headline at all.
pub(crate) fn could_be(s: &Shape) -> bool {
    let words = s.words;
    // Four characters of a script without spaces are as much as three words.
    ((3..=40).contains(&words) || s.dense >= 4 && words <= 40)
        && s.chars <= 250
        && s.digit_share() < 0.4
        && !s.starts_lower
        && !s.whole_cues.any(Cues::FURNITURE | Cues::SECTION)
        && !s.first_cues.any(Cues::ISSUED | Cues::POSTED | Cues::UPDATED)
        && s.end != End::Comma
}
