//! The text of a paragraph as if it stood on one line.

use crate::lines::ends_line;
use std::borrow::Cow;

/// Stands for a byte of a line end after a hyphen: neither a space nor a character.
pub const NOTHING: char = '\u{7f}';

/// The text of one paragraph with its line ends as spaces, in as many bytes: every
/// byte offset into the result is one into `paragraph`. White space at a line end
/// stays as it is; after a hyphen the line end and the indentation of the next line
/// are filled with [`NOTHING`], so that "Guinea-" and "Bissau" stay one name.
pub fn on_one_line(paragraph: &str) -> Cow<'_, str> {
    if !paragraph.contains(ends_line) {
        return Cow::Borrowed(paragraph);
    }
    let mut out = String::with_capacity(paragraph.len());
    let mut rest = paragraph;
    while let Some(at) = rest.find(ends_line) {
        let head = &rest[..at];
        let tail = &rest[at..];
        let next = tail.trim_start_matches(|c: char| ends_line(c) || c.is_whitespace());
        let filler = if hyphenated(head, next) { NOTHING } else { ' ' };
        let kept = if filler == NOTHING { head.trim_end() } else { head };
        out.push_str(kept);
        let gap = head.len() - kept.len() + tail.len() - next.len();
        out.extend(std::iter::repeat_n(filler, gap));
        rest = next;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The text of one paragraph as it is shown: every line end with the white space
/// around it is one space, or nothing after a hyphen.
pub fn shown_on_one_line(paragraph: &str) -> Cow<'_, str> {
    if !paragraph.contains(ends_line) {
        return Cow::Borrowed(paragraph);
    }
    let mut out = String::with_capacity(paragraph.len());
    let mut rest = paragraph;
    while let Some(at) = rest.find(ends_line) {
        let head = rest[..at].trim_end();
        let next = rest[at..].trim_start_matches(|c: char| ends_line(c) || c.is_whitespace());
        out.push_str(head);
        if !(hyphenated(head, next) || out.is_empty() || next.is_empty()) {
            out.push(' ');
        }
        rest = next;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether a word goes on over the line end between `head` and `next`: at a hyphen
/// between letters or digits.
fn hyphenated(head: &str, next: &str) -> bool {
    let mut before = head.trim_end().chars().rev();
    matches!(before.next(), Some('-' | '\u{2010}' | '\u{ad}'))
        && before.next().is_some_and(char::is_alphanumeric)
        && next.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_spaces() {
        let cases = [
            ("One line", "One line", "One line"),
            ("New\nZealand", "New Zealand", "New Zealand"),
            ("New \r\n  Zealand", "New     Zealand", "New Zealand"),
            ("a\u{2028}b", "a   b", "a b"),
            ("Guinea-\nBissau", "Guinea-\u{7f}Bissau", "Guinea-Bissau"),
            ("2019-\n  2021", "2019-\u{7f}\u{7f}\u{7f}2021", "2019-2021"),
            ("he went -\nhome", "he went - home", "he went - home"),
            ("he went --\nhome", "he went -- home", "he went -- home"),
        ];
        for (text, one_line, shown) in cases {
            assert_eq!(on_one_line(text), one_line, "{text:?}");
            assert_eq!(on_one_line(text).len(), text.len(), "{text:?}");
            assert_eq!(shown_on_one_line(text), shown, "{text:?}");
        }
    }
}
