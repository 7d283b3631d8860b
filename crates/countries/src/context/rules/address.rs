//! Addresses and handles: "www.china.org", "@France24", "paris@example.com".

use super::super::{Article, Fixed, Reading};

pub(super) fn apply(article: &Article, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|r| r.fixed.is_none()) {
        let range = reading.candidate.span.range();
        let bytes = article.text.as_bytes();
        let before = range.start.checked_sub(1).map(|at| bytes[at]);
        let after = [bytes.get(range.end), bytes.get(range.end + 1)];
        let letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_lowercase);
        let inside = matches!(before, Some(b'@' | b'/' | b'_' | b'.'))
            && !article.text[..range.start].ends_with("...");
        let domain = after[0] == Some(&b'.') && letter(after[1]);
        if inside || domain || matches!(after[0], Some(b'@' | b'_')) {
            reading.fixed = Some(Fixed::Dropped);
        }
    }
}
