//! The lines around the headline: kicker, source, byline, date, standfirst.

use crate::block::BlockKind;
use crate::byline::{author, is_source};
use crate::cues::Cues;
use crate::dates::scan;
use crate::headline::could_be;
use crate::roles::Draft;
use crate::shape::{End, Shape};
use dateline_text::Span;

/// What the lines around the headline name.
#[derive(Default)]
pub(crate) struct Header {
    pub(crate) title: Option<usize>,
    pub(crate) kicker: Option<usize>,
    pub(crate) source: Option<usize>,
    pub(crate) byline: Option<Span>,
}

/// Reads the lines around the headline `title`, down to the first paragraph `first`.
pub(crate) fn mark(draft: &mut Draft<'_, '_>, title: Option<usize>, first: usize) -> Header {
    let mut header = Header::default();
    let Some(title) = title.map(|t| two_deckers(draft, t, first, &mut header)) else {
        imprint(draft, first, &mut header);
        return header;
    };
    header.title = Some(title);
    draft.set(title, BlockKind::Title, "the headline");
    kicker(draft, title, &mut header);
    imprint(draft, title, &mut header);
    for line in title + 1..first {
        below(draft, line, &mut header);
    }
    header
}

/// Of two headlines in a row the shorter is the headline: the longer one above
/// leads to it, the longer one below is a standfirst.
fn two_deckers(
    draft: &mut Draft<'_, '_>,
    title: usize,
    first: usize,
    header: &mut Header,
) -> usize {
    let page = draft.page;
    let leads = |upper: usize, lower: usize| {
        let (above, below) = (&page.shapes[upper], &page.shapes[lower]);
        let alike = |s: &Shape| could_be(s) && s.end != End::Sentence && s.cue_words == 0;
        draft.open(upper)
            && draft.open(lower)
            && alike(above)
            && alike(below)
            && above.words >= 5
            && above.digit_share() < 0.2
            && below.chars < above.chars
    };
    let (upper, lower) = if title + 1 < first && leads(title, title + 1) {
        (title, title + 1)
    } else if title > 0 && leads(title - 1, title) {
        (title - 1, title)
    } else {
        return title;
    };
    header.kicker = Some(upper);
    draft.set(upper, BlockKind::Kicker, "leads to the headline under it");
    lower
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
        if draft.open(line)
            && s.first_cues.any(Cues::ISSUED)
            && s.words <= 15
            && s.end != End::Sentence
        {
            draft.set(line, BlockKind::Source, "says who issues the publication");
            header.source = Some(line);
        }
    }
}

/// One line between headline and text.
fn below(draft: &mut Draft<'_, '_>, line: usize, header: &mut Header) {
    if !draft.open(line) {
        return;
    }
    let page = draft.page;
    let (text, s) = (page.text(line), &page.shapes[line]);
    if s.digits > 0 && s.words <= 20 && scan(text).iter().any(|d| d.is_full()) {
        draft.set(line, BlockKind::Dateline, "a date between headline and text");
    } else if is_source(text, s) {
        draft.set(line, BlockKind::Source, "names a publication between headline and text");
        header.source = Some(line);
    } else if header.byline.is_none()
        && let Some((start, end)) = author(text, s)
    {
        draft.set(line, BlockKind::Byline, "names a person between headline and text");
        let base = page.start(line);
        header.byline = Some(Span::new(base + start, base + end));
    }
}
