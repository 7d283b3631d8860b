//! Spans as a pack holds them: those that may be missing one by one, those in order as gap and
//! length. Written and read side by side.

use dateline_text::Span;
use dateline_text::bytes::{Cursor, put_varint};

/// Appends a span that may be missing: 0, or start + 1 and the length, varints.
pub(crate) fn put_optional(out: &mut Vec<u8>, span: Option<Span>) {
    match span {
        None => put_varint(out, 0),
        Some(span) => {
            put_varint(out, u64::from(span.start) + 1);
            put_varint(out, span.len() as u64);
        }
    }
}

/// The span that [`put_optional`] wrote; `None` when the bytes are damaged.
pub(crate) fn take_optional(from: &mut Cursor<'_>) -> Option<Option<Span>> {
    let Some(start) = from.number()?.checked_sub(1) else { return Some(None) };
    Some(Some(Span { start, end: start.checked_add(from.number()?)? }))
}

/// Appends a span after the end of the one before; its own end comes back. Spans that are out
/// of order are pulled to the end of the one before: annotator and reader promise that there
/// are none.
pub(crate) fn put_gap(out: &mut Vec<u8>, end: u32, span: Span) -> u32 {
    debug_assert!(span.start >= end, "spans out of order: {span:?} after {end}");
    let start = span.start.max(end);
    let stop = span.end.max(start);
    put_varint(out, u64::from(start - end));
    put_varint(out, u64::from(stop - start));
    stop
}

/// The text that spans have to fit.
#[derive(Clone, Copy)]
pub(crate) enum Limit<'c> {
    /// This text.
    Text(&'c str),
    /// An ASCII text of so many bytes.
    Length(u32),
    /// None: nothing is sliced with the spans.
    None,
}

impl Limit<'_> {
    pub(crate) fn fits(self, span: Span) -> bool {
        match self {
            Limit::Text(text) => text.get(span.range()).is_some(),
            Limit::Length(length) => span.start <= span.end && span.end <= length,
            Limit::None => true,
        }
    }
}

/// Spans that [`put_gap`] wrote, with what else is written of each behind it. Ends at the
/// first that does not fit.
pub(crate) struct Spans<'c> {
    pub(crate) cursor: Cursor<'c>,
    end: u32,
    limit: Limit<'c>,
}

impl<'c> Spans<'c> {
    pub(crate) fn new(bytes: &'c [u8], limit: Limit<'c>) -> Spans<'c> {
        Spans { cursor: Cursor::new(bytes), end: 0, limit }
    }

    pub(crate) fn next(&mut self) -> Option<Span> {
        let start = self.end.checked_add(self.cursor.number()?)?;
        let end = start.checked_add(self.cursor.number()?)?;
        self.end = end;
        Some(Span { start, end }).filter(|span| self.limit.fits(*span))
    }
}
