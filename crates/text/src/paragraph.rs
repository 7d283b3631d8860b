//! Paragraphs of a plain text that nobody has read yet.

use crate::Span;

/// Lines of a hard-wrapped text are at most this long, in bytes.
const WRAPPED: usize = 100;

/// The paragraphs of `text` in order, as byte spans without the white space around
/// them. Blank lines and indented lines begin a paragraph. Where the text is
/// hard-wrapped (no long line, and most lines break off within a sentence) nothing
/// else does; otherwise each line is one. One pass over the text.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let wrapped = is_wrapped(text);
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let indent = line.len() - line.trim_start().len();
        let from = start + indent;
        start += line.len();
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        let to = from + trimmed.len();
        match out.last_mut().filter(|_| wrapped && open && indent == 0) {
            Some(last) => *last = Span::new(last.start as usize, to),
            None => out.push(Span::new(from, to)),
        }
        open = true;
    }
    out
}

fn is_wrapped(text: &str) -> bool {
    let (mut broken, mut ended) = (0_usize, 0_usize);
    let mut lines = text.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        if line.len() > WRAPPED {
            return false;
        }
        let inner = lines.peek().is_some_and(|next| !next.trim().is_empty());
        if !inner || line.is_empty() {
            continue;
        }
        let stop =
            line.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '!', '?', ':']);
        // Headings and lists do not fill their lines.
        if stop || line.len() < 40 { ended += 1 } else { broken += 1 }
    }
    broken > ended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        let wrapped = "Showers went on through all of the week in the\nUnited States, the ministry said in its weekly\nreview.\n    The dry period means a late harvest, which has been\nexpected.";
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("One.\nTwo.", &["One.", "Two."]),
            ("A title\n\nA body.\n  \nMore.", &["A title", "A body.", "More."]),
            (
                wrapped,
                &[
                    "Showers went on through all of the week in the\nUnited States, the ministry said in its weekly\nreview.",
                    "The dry period means a late harvest, which has been\nexpected.",
                ],
            ),
            ("Home\nWorld\nSport", &["Home", "World", "Sport"]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = paragraphs(text).into_iter().map(|s| s.of(text)).collect();
            assert_eq!(&got, want, "{text}");
        }
    }
}
