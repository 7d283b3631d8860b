//! Lines: where a text breaks, whatever its line ends.

use crate::Span;

/// One line that holds something to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line in bytes, without the white space and unseen characters around it.
    pub span: Span,
    /// First byte of the line, white space included.
    pub start: u32,
    /// Number of blank lines before it, 255 at most.
    pub blank_before: u8,
    /// Number of the line in the text, from 1; blank lines count.
    pub number: u32,
}

/// The lines of `text` that hold more than white space, in order. Lines end at
/// LF, CR LF, CR, vertical tab, form feed and at Unicode's line and paragraph
/// separators.
pub fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::with_capacity(text.len() / 64);
    let (mut start, mut number, mut blank) = (0, 1u32, 0u8);
    while start <= text.len() {
        let (end, next) = line_end(text, start);
        let (from, to) = trim(text, start, end);
        if from < to {
            let span = Span::new(from, to);
            out.push(Line { span, start: start as u32, blank_before: blank, number });
            blank = 0;
        } else {
            blank = blank.saturating_add(1);
        }
        number = number.saturating_add(1);
        start = next;
    }
    out
}

/// Where each line of `text` starts, in bytes; the first is line 1. Blank lines
/// count; lines end where those of [`lines`] do.
pub fn line_starts(text: &str) -> Vec<u32> {
    let mut starts = vec![0];
    let mut next = line_end(text, 0).1;
    while next <= text.len() {
        starts.push(next as u32);
        next = line_end(text, next).1;
    }
    starts
}

/// End of the line that starts at `start`, and the start of the next one
/// (beyond the text after the last).
fn line_end(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => return (at, at + 2),
            b'\n' | b'\r' | 0x0b | 0x0c => return (at, at + 1),
            0xe2 if matches!(bytes.get(at..at + 3), Some([_, 0x80, 0xa8 | 0xa9])) => {
                return (at, at + 3);
            }
            _ => at += 1,
        }
    }
    (at, at + 1)
}

/// Whether a character ends a line.
pub(crate) fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

/// White space, control characters, marks of direction and of byte order: what
/// is not seen at the edge of a line.
pub fn unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{ad}')
}

fn trim(text: &str, start: usize, end: usize) -> (usize, usize) {
    let slice = &text[start..end];
    let from = slice.len() - slice.trim_start_matches(unseen).len();
    let to = slice.trim_end_matches(unseen).len();
    (start + from, start + to.max(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_unseen_characters() {
        type Case<'a> = (&'a str, &'a [(&'a str, u8, u32)]);
        let cases: &[Case<'_>] = &[
            ("", &[]),
            ("\n \n\t", &[]),
            ("a\nb\r\nc\rd", &[("a", 0, 1), ("b", 0, 2), ("c", 0, 3), ("d", 0, 4)]),
            ("a\u{2028}b\u{2029}c\u{c}d", &[("a", 0, 1), ("b", 0, 2), ("c", 0, 3), ("d", 0, 4)]),
            ("\u{feff}Tea\n\n\n  • Milk  ", &[("Tea", 0, 1), ("• Milk", 2, 4)]),
            ("\u{200f}שלום\u{0}", &[("שלום", 0, 1)]),
        ];
        for (text, want) in cases {
            let got: Vec<_> =
                lines(text).iter().map(|l| (l.span.of(text), l.blank_before, l.number)).collect();
            assert_eq!(&got, want, "{text:?}");
            let starts = line_starts(text);
            for line in lines(text) {
                assert_eq!(starts[line.number as usize - 1], line.start, "{text:?}");
            }
        }
    }
}
