//! The lines around the headline: kicker, source, byline, date, standfirst.

mod byline;
pub(crate) mod display_title;
pub(crate) mod headline;
pub(crate) mod publication_date;

pub(crate) use byline::{is_credit, signed};

use crate::layout::BlockKind;
use crate::page::cues::Cues;
use crate::page::shape::{End, Shape};
use crate::roles::Draft;
use byline::{bare_name, credited, is_source, name_then};
use dateline_text::Span;
use headline::{Headline, could_be};

/// Lines above the text that are looked at when there is no headline.
const MAX_LINES_ABOVE: usize = 12;

/// Lines of the text under which author and date may stand.
const MAX_STANDFIRST_LINES: usize = 8;

/// What the lines around the headline name.
#[derive(Default)]
pub(crate) struct Header {
    pub(crate) title: Option<Headline>,
    pub(crate) kicker: Option<usize>,
    pub(crate) source: Option<usize>,
    pub(crate) byline: Option<Span>,
}

/// Reads the lines around the headline, down to the first paragraph `first`.
pub(crate) fn mark(draft: &mut Draft<'_, '_>, title: Option<Headline>, first: usize) -> Header {
    let mut header = Header::default();
    let Some(title) = title.map(|t| two_deckers(draft, t, first, &mut header)) else {
        imprint(draft, first, &mut header);
        let from = first.saturating_sub(MAX_LINES_ABOVE);
        (from..first).for_each(|line| credit(draft, line, &mut header));
        return header;
    };
    header.title = Some(title);
    draft.set(title.line, BlockKind::Title, title.reason);
    kicker(draft, title.line, &mut header);
    imprint(draft, title.line, &mut header);
    let from = if title.line == 0 {
        first.saturating_sub(MAX_LINES_ABOVE * 2).max(1)
    } else {
        title.line + 1
    };
    (from..first).for_each(|line| credit(draft, line, &mut header));
    if header.byline.is_none() {
        (title.line.saturating_sub(4)..title.line)
            .for_each(|line| credit(draft, line, &mut header));
    }
    for line in from..first {
        below(draft, line, first, &mut header);
    }
    under_standfirst(draft, first, &mut header);
    header
}

/// Of two headlines in a row the shorter is the headline: the longer one above
/// leads to it, the longer one below is a standfirst.
fn two_deckers(
    draft: &mut Draft<'_, '_>,
    title: Headline,
    first: usize,
    header: &mut Header,
) -> Headline {
    let page = draft.page;
    let leads = |upper: usize, lower: usize| {
        let (above, below) = (&page.shapes[upper], &page.shapes[lower]);
        let alike =
            |s: &Shape| could_be(s) && s.end != End::Sentence && s.cue_words == 0 && s.bars == 0;
        draft.open(upper)
            && draft.open(lower)
            && alike(above)
            && alike(below)
            && above.words >= 5
            && !page.dated[upper]
            && !page.dated[lower]
            && above.digit_share() < 0.2
            && below.chars < above.chars
            && signed(page.text(lower), below).is_none()
            && signed(page.text(upper), above).is_none()
    };
    let at = title.line;
    // A copy of the page's title is the headline whatever stands beside it.
    let sure = title.line > 0 && title.reason.starts_with("repeats");
    let (upper, lower) = if !sure && at + 1 < first && leads(at, at + 1) {
        (at, at + 1)
    } else if !sure && at > 0 && leads(at - 1, at) {
        (at - 1, at)
    } else {
        return title;
    };
    header.kicker = Some(upper);
    draft.set(upper, BlockKind::Kicker, "leads to the headline under it");
    let start = page.start(lower);
    let span = Span::new(start, start + page.text(lower).len());
    Headline { line: lower, span, reason: "the shorter of two headlines" }
}

fn kicker(draft: &mut Draft<'_, '_>, title: usize, header: &mut Header) {
    if header.kicker.is_some() || title == 0 {
        return;
    }
    let line = title - 1;
    let s = &draft.page.shapes[line];
    let label = s.whole_cues.any(Cues::SECTION)
        || s.all_upper() && s.words <= 4 && !s.cues.any(Cues::FURNITURE);
    if label && s.digits == 0 && draft.open(line) {
        draft.set(line, BlockKind::Kicker, "a section label above the headline");
        header.kicker = Some(line);
    }
}

/// "Issued by …" above the text.
fn imprint(draft: &mut Draft<'_, '_>, before: usize, header: &mut Header) {
    for line in 0..before {
        let s = &draft.page.shapes[line];
        let issued = s.first_cues.any(Cues::ISSUED) && !s.first_cues.any(Cues::BY);
        if draft.open(line) && issued && s.words <= 15 && s.end != End::Sentence {
            draft.set(line, BlockKind::Source, "says who issues the publication");
            header.source = Some(line);
        }
    }
}

/// A line that names its author with a cue.
fn credit(draft: &mut Draft<'_, '_>, line: usize, header: &mut Header) {
    if header.byline.is_some() || !draft.open(line) {
        return;
    }
    let page = draft.page;
    if let Some((start, end)) = credited(page.text(line), &page.shapes[line]) {
        let kind = if page.dated[line] { BlockKind::Dateline } else { BlockKind::Byline };
        draft.set(line, kind, "names the author with \"by\" or its like");
        header.byline = Some(Span::new(page.start(line) + start, page.start(line) + end));
    }
}

/// One line between headline and text.
fn below(draft: &mut Draft<'_, '_>, line: usize, first: usize, header: &mut Header) {
    if !draft.open(line) {
        return;
    }
    let page = draft.page;
    let (text, s) = (page.text(line), &page.shapes[line]);
    if page.dated[line] && s.words <= 24 {
        draft.set(line, BlockKind::Dateline, "a date between headline and text");
        name(header, name_then(text, s), page.start(line));
    } else if header.byline.is_none()
        && beside_date(draft, line, first)
        && name_then(text, s).is_some()
    {
        draft.set(line, BlockKind::Byline, "names a person with a post or a handle");
        name(header, name_then(text, s), page.start(line));
    } else if is_source(text, s) {
        draft.set(line, BlockKind::Source, "names a publication between headline and text");
        header.source = Some(line);
    } else if header.byline.is_none()
        && beside_date(draft, line, first)
        && let Some(found) = bare_name(text, s)
    {
        draft.set(line, BlockKind::Byline, "names a person beside the date");
        name(header, Some(found), page.start(line));
    }
}

/// Keeps a name, given in bytes of a line that starts at `base`, if it is the first.
fn name(header: &mut Header, found: Option<(usize, usize)>, base: usize) {
    if header.byline.is_none() {
        header.byline = found.map(|(start, end)| Span::new(base + start, base + end));
    }
}

/// Author and date below the first lines of the text: under a standfirst that the
/// model takes for text.
fn under_standfirst(draft: &mut Draft<'_, '_>, first: usize, header: &mut Header) {
    let page = draft.page;
    for line in first..page.len().min(first + MAX_STANDFIRST_LINES) {
        let s = &page.shapes[line];
        if s.end == End::Sentence && s.words > 6 || s.words > 24 || !draft.open(line) {
            continue;
        }
        let handle = page.text(line).contains('@') && s.words <= 5;
        let by = is_credit(page.text(line), s) || handle && name_then(page.text(line), s).is_some();
        if by || page.dated[line] && s.words <= 16 && s.function <= 4 {
            draft.content[line] = false;
            credit(draft, line, header);
            if by && draft.open(line) {
                draft.set(line, BlockKind::Byline, "names a person with a handle");
                name(header, name_then(page.text(line), s), page.start(line));
            }
            if draft.open(line) {
                draft.set(line, BlockKind::Dateline, "a date under the standfirst");
            }
        }
    }
}

/// Whether a date stands within three lines, or the headline right above.
fn beside_date(draft: &Draft<'_, '_>, line: usize, first: usize) -> bool {
    let page = draft.page;
    let near = line.saturating_sub(3)..(line + 4).min(first);
    let title_above = line > 0 && draft.kind(line - 1) == Some(BlockKind::Title);
    let pictured = (line.saturating_sub(1)..(line + 2).min(first)).any(|l| {
        page.shapes[l].first_cues.any(Cues::PHOTO) || draft.kind(l) == Some(BlockKind::Caption)
    });
    !pictured && (title_above || near.clone().any(|l| page.dated[l]))
}
