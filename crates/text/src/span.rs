//! A half-open range of bytes in an article's raw text.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` into a UTF-8 text; both ends lie on
/// character boundaries of the text that the span was made for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`, in bytes.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && u32::try_from(end).is_ok(), "span {start}..{end}");
        Self { start: start as u32, end: end as u32 }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a `usize` range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span.
    ///
    /// # Panics
    /// If the span was made for another text.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span moved right by `bytes`.
    pub fn shifted(self, bytes: usize) -> Span {
        Span::new(self.start as usize + bytes, self.end as usize + bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn containment_and_overlap_are_half_open() {
        let a = Span::new(2, 5);
        assert!(a.contains(Span::new(2, 5)) && a.contains(Span::new(3, 4)));
        assert!(!a.contains(Span::new(1, 3)));
        assert!(!a.overlaps(Span::new(5, 6)) && a.overlaps(Span::new(4, 9)));
        assert_eq!(a.of("abcdefg"), "cde");
    }
}
