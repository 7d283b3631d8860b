//! The lines of a page as the rules see them: a line of the text, or the lines of one
//! paragraph that were broken at a fixed width, without white space and bullet.

use dateline_text::{Span, on_one_line, paragraphs, unseen};
use std::borrow::Cow;

/// One line that holds something to see, or the joined lines of one paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Line<'t> {
    /// The line without white space around it, with its bullet; line ends within a
    /// paragraph are part of it.
    pub(crate) span: Span,
    /// Its text without the bullet, line ends as spaces: the last bytes of `span`.
    pub(crate) text: Cow<'t, str>,
    /// Whether a bullet or list number leads it.
    pub(crate) bullet: bool,
    /// Number of blank lines before it, 255 at most.
    pub(crate) blank_before: u8,
    /// Number of its first line in the text, from 1.
    pub(crate) number: u32,
}

/// The lines of `text` that hold more than white space, in order, those of one
/// paragraph joined.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let line = |paragraph: dateline_text::Paragraph| {
        let (body, bullet) = without_bullet(paragraph.span.of(text));
        Line {
            span: paragraph.span,
            text: on_one_line(body),
            bullet,
            blank_before: paragraph.blank_before,
            number: paragraph.number,
        }
    };
    paragraphs(text).into_iter().map(line).collect()
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
    fn bullets() {
        let text = "\u{feff}Tea\n\n\n  • Milk  \n- one\n-5 degrees\n---";
        let got: Vec<_> = lines(text)
            .iter()
            .map(|l| (l.text.to_string(), l.bullet, l.blank_before, l.number))
            .collect();
        let want = [
            ("Tea", false, 0, 1),
            ("Milk", true, 2, 4),
            ("one", true, 0, 5),
            ("-5 degrees", false, 0, 6),
            ("---", false, 0, 7),
        ];
        assert_eq!(
            got,
            want.map(|(text, bullet, blank, number)| (text.to_owned(), bullet, blank, number))
        );
    }
}
