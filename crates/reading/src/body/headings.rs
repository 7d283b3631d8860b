//! Headings and foreign headlines: short lines amid the paragraphs.

use crate::layout::BlockKind;
use crate::page::cues::Cues;
use crate::page::shape::End;
use crate::roles::Draft;

/// Words of a heading at most.
const MAX_HEADING_WORDS: u32 = 14;

/// Headlines of other stories that stand amid a text at most.
const MAX_FOREIGN_HEADLINES: usize = 2;

/// Marks headings between `from` and `to`, and headlines of related stories.
pub(crate) fn mark(draft: &mut Draft<'_, '_>, from: usize, to: usize) {
    let heads = |draft: &Draft<'_, '_>, line: usize| {
        draft.open(line)
            && (!draft.content[line] || set_apart(draft, line))
            && is_heading(draft, line, to)
    };
    // A text with many such headlines is a list: they are its own.
    let foreign = (from..to).filter(|&l| heads(draft, l) && is_foreign(draft, l)).count();
    for line in from..to {
        if !heads(draft, line) {
            continue;
        }
        if foreign <= MAX_FOREIGN_HEADLINES && is_foreign(draft, line) {
            draft.set(line, BlockKind::Furniture, "the headline of another story amid the text");
        } else {
            draft.set(line, BlockKind::Heading, "a short line above paragraphs");
        }
    }
}

/// Whether a line that the model takes for text looks like a heading all the same.
fn set_apart(draft: &Draft<'_, '_>, line: usize) -> bool {
    let page = draft.page;
    let s = &page.shapes[line];
    let ends = s.end == End::Open || page.text(line).ends_with(['?', '？']);
    let blank_after = page.lines.get(line + 1).is_some_and(|l| l.blank_before > 0);
    let followed =
        page.shapes.get(line + 1).is_some_and(|next| next.words > s.words && next.words >= 12);
    ends && s.sentences <= 1
        && s.words <= 20
        && s.quotes == 0
        && !page.lines[line].bullet
        && blank_after
        && followed
}

fn is_heading(draft: &Draft<'_, '_>, line: usize, to: usize) -> bool {
    let page = draft.page;
    let s = &page.shapes[line];
    let leads = (line + 1..to.min(line + 3)).any(|l| draft.is_text(l));
    leads
        && (1..=20).contains(&s.words)
        && s.letters > 2
        && !s.starts_lower
        && !matches!(s.end, End::Comma | End::Ellipsis)
        && !s.first_cues.any(Cues::FURNITURE)
        && !s.whole_cues.any(Cues::FURNITURE | Cues::LANGUAGE)
        && page.lines[line].blank_before > 0
        && s.cue_words * 2 < s.words.max(1)
}

/// A headline of another story: long, in the capitals of a title or with a
/// quotation and a colon, unlike the headings of this text.
fn is_foreign(draft: &Draft<'_, '_>, line: usize) -> bool {
    let page = draft.page;
    let s = &page.shapes[line];
    if s.words > MAX_HEADING_WORDS {
        return true;
    }
    let text = page.text(line);
    let titled = s.words >= 7 && s.capital_share() > 0.7;
    let quoted = text.contains("’: ")
        || text.contains("': ")
        || text.contains("”: ")
        || text.contains("\": ");
    titled && (s.words >= 10 || quoted)
}
