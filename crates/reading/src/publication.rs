//! The printed date of publication: which of the dates outside of the text it is.

use crate::block::BlockKind;
use crate::cues::Cues;
use crate::dates::{Found, scan};
use crate::roles::Draft;
use crate::{Precision, Published};
use dateline_text::Span;

/// The date of publication, `None` when the page prints none that is surely it.
pub(crate) fn published(
    draft: &Draft<'_, '_>,
    title: Option<usize>,
    first: usize,
) -> Option<Published> {
    let page = draft.page;
    let from = title.unwrap_or(first).saturating_sub(3);
    let mut best: Option<(i32, Published)> = None;
    for line in from..first {
        let s = &page.shapes[line];
        let dateline = draft.kind(line) == Some(BlockKind::Dateline);
        if s.digits == 0 || s.words > 30 || !(draft.open(line) || dateline) {
            continue;
        }
        let updated = s.first_cues.any(Cues::UPDATED);
        for found in scan(page.text(line)).iter().filter(|f| f.is_full()) {
            let weight = i32::from(dateline) * 2 + i32::from(s.cues.any(Cues::POSTED)) * 3
                - i32::from(updated) * 2;
            if best.as_ref().is_none_or(|(w, _)| weight > *w) {
                let evidence = if s.cues.any(Cues::POSTED) {
                    "says that it was published then"
                } else if title.is_some() {
                    "a date between headline and text"
                } else {
                    "a date above the text"
                };
                best = Some((weight, to_published(found, page.start(line), evidence)?));
            }
        }
    }
    best.map(|(_, published)| published)
}

fn to_published(found: &Found, base: usize, evidence: &str) -> Option<Published> {
    Some(Published {
        span: Span::new(base + found.start, base + found.end),
        iso: found.iso()?,
        precision: match (found.month, found.day, found.time) {
            (None, ..) => Precision::Year,
            (_, None, _) => Precision::Month,
            (_, _, None) => Precision::Day,
            (_, _, Some(_)) => Precision::Minute,
        },
        evidence: evidence.to_owned(),
    })
}
