//! Dates that the text speaks of, resolved where the text allows it.

use crate::dates::{Found, scan};
use crate::roles::Draft;
use crate::{Published, SpokenDate};
use dateline_text::Span;

/// The dates in the paragraphs of the article. A date without a year is resolved
/// by the date of publication: the last such day before it.
pub(crate) fn spoken(draft: &Draft<'_, '_>, published: Option<&Published>) -> Vec<SpokenDate> {
    let page = draft.page;
    let anchor = published.and_then(anchor);
    let mut out = Vec::new();
    for line in 0..page.len() {
        let s = &page.shapes[line];
        if !draft.is_text(line) || s.digits == 0 {
            continue;
        }
        let base = page.start(line);
        for found in scan(page.text(line)) {
            if found.month.is_none() {
                continue;
            }
            let span = Span::new(base + found.start, base + found.end);
            out.push(SpokenDate { span, iso: resolve(&found, anchor) });
        }
    }
    out
}

/// Year, month and day of publication.
fn anchor(published: &Published) -> Option<(i32, u8, u8)> {
    let mut parts = published.iso.get(..10)?.split('-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn resolve(found: &Found, anchor: Option<(i32, u8, u8)>) -> Option<String> {
    if found.year.is_some() {
        return found.iso();
    }
    let (year, month, day) = anchor?;
    let this = (found.month?, found.day.unwrap_or(1));
    let year = if this <= (month, day) { year } else { year - 1 };
    Found { year: Some(year), ..found.clone() }.iso()
}
