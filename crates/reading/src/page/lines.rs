//! Lines: where the raw text breaks, whatever its line ends, and what stands on
//! each line without white space, control characters and bullet.

use dateline_text::Span;

/// One line that holds something to see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'t> {
    /// The line without white space around it, with its bullet.
    pub(crate) span: Span,
    /// Its text without the bullet.
    pub(crate) text: &'t str,
    /// Whether a bullet or list number leads it.
    pub(crate) bullet: bool,
    /// Number of blank lines before it, 255 at most.
    pub(crate) blank_before: u8,
    /// Number of the line in the text, from 1.
    pub(crate) number: u32,
}

/// The lines of `text` that hold more than white space, in order. Lines end at
/// LF, CR LF, CR, vertical tab, form feed and at Unicode's line and paragraph
/// separators.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut out = Vec::new();
    let (mut start, mut number, mut blank) = (0, 1u32, 0u8);
    while start <= text.len() {
        let (end, next) = line_end(text, start);
        let (from, to) = trim(text, start, end);
        if from < to {
            let (body, bullet) = without_bullet(&text[from..to]);
            let span = Span::new(from, to);
            out.push(Line { span, text: body, bullet, blank_before: blank, number });
            blank = 0;
        } else {
            blank = blank.saturating_add(1);
        }
        number = number.saturating_add(1);
        start = next;
    }
    out
}

/// Where each line of `text` starts, in bytes: the first of these is line 1 of the
/// reasons. Blank lines count; lines end as editors end them.
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

/// White space, control characters, marks of direction and of byte order: what
/// is not seen at the edge of a line.
fn unseen(c: char) -> bool {
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

/// The line without the bullet that leads it, and whether there was one. A
/// line that is nothing but bullets keeps them.
fn without_bullet(line: &str) -> (&str, bool) {
    let rest = line.trim_start_matches(['•', '·', '‣', '▪', '●', '◦', '■', '►', '*', '–', '-']);
    let spaced = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start_matches(unseen);
    if rest.len() == line.len() || rest.is_empty() || !spaced {
        return (line, false);
    }
    (rest, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_bullets_and_unseen_characters() {
        type Case<'a> = (&'a str, &'a [(&'a str, bool, u8, u32)]);
        let cases: &[Case<'_>] = &[
            ("", &[]),
            ("\n \n\t", &[]),
            (
                "a\nb\r\nc\rd",
                &[("a", false, 0, 1), ("b", false, 0, 2), ("c", false, 0, 3), ("d", false, 0, 4)],
            ),
            (
                "a\u{2028}b\u{2029}c\u{c}d",
                &[("a", false, 0, 1), ("b", false, 0, 2), ("c", false, 0, 3), ("d", false, 0, 4)],
            ),
            ("\u{feff}Tea\n\n\n  • Milk  ", &[("Tea", false, 0, 1), ("Milk", true, 2, 4)]),
            ("\u{200f}שלום\u{0}", &[("שלום", false, 0, 1)]),
            (
                "- one\n-5 degrees\n---",
                &[("one", true, 0, 1), ("-5 degrees", false, 0, 2), ("---", false, 0, 3)],
            ),
        ];
        for (text, want) in cases {
            let got: Vec<_> =
                lines(text).iter().map(|l| (l.text, l.bullet, l.blank_before, l.number)).collect();
            assert_eq!(&got, want, "{text:?}");
        }
    }
}
