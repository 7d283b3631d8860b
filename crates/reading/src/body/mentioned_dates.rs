//! Dates mentioned in the text, resolved to a year where the text allows it.

use crate::dates::{Found, scan_mentioned};
use crate::page::cues::Cues;
use crate::roles::Draft;
use crate::{MentionedDate, Published};
use dateline_text::Span;

/// A day before which the text was written, as far as is known.
type Anchor = (i32, u8, u8);

/// The dates in the paragraphs of the article. One without a year is the last such
/// date up to the day of publication; when none is printed, up to the latest month
/// with a year that the text itself names. Without either it stays unresolved.
pub(crate) fn mentioned_dates(
    draft: &Draft<'_, '_>,
    published: Option<&Published>,
) -> Vec<MentionedDate> {
    let page = draft.page;
    let mut found: Vec<(usize, Found)> = Vec::new();
    for line in 0..page.len() {
        let s = &page.shapes[line];
        let dates = s.digits > 0 || s.cues.any(Cues::MONTH);
        if !draft.is_text(line) || !dates {
            continue;
        }
        let base = page.start(line);
        found.extend(scan_mentioned(page.text(line)).into_iter().map(|f| (base, f)));
    }
    let anchor = published.and_then(day_of).or_else(|| latest(&found));
    found
        .into_iter()
        .map(|(base, f)| MentionedDate {
            span: Span::new(base + f.start, base + f.end),
            iso: resolve(&f, anchor),
        })
        .collect()
}

/// Year, month and day of publication.
fn day_of(published: &Published) -> Option<Anchor> {
    let mut parts = published.iso.get(..10)?.split('-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// The end of the latest month that is named with its year.
fn latest(found: &[(usize, Found)]) -> Option<Anchor> {
    found.iter().filter_map(|(_, f)| Some((f.year?, f.month?, 31))).max()
}

fn resolve(found: &Found, anchor: Option<Anchor>) -> Option<String> {
    if found.year.is_some() {
        return found.iso();
    }
    let (year, month, day) = anchor?;
    let this = (found.month?, found.day.unwrap_or(1));
    let year = if this <= (month, day) { year } else { year - 1 };
    Found { year: Some(year), ..found.clone() }.iso()
}
