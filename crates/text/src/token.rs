//! Words: maximal runs of Unicode letters and digits.

use crate::Span;

/// One word of a text, as it stands there (not folded).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where the word stands, in bytes.
    pub span: Span,
    /// The word as written.
    pub text: &'t str,
}

/// The words of `text` in order: maximal runs of characters that Unicode calls
/// alphanumeric. Combining marks (U+0300..U+036F) inside a run belong to it, so
/// that a decomposed "é" does not end a word. Hyphens and apostrophes end words.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Tokens { text, at: 0 }
}

struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(is_word)?;
        let run = &self.text[start..];
        let len = run.find(|c| !is_word(c) && !is_mark(c)).unwrap_or(run.len());
        self.at = start + len;
        Some(Token { span: Span::new(start, self.at), text: &run[..len] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("Chinese-Afghan ties", &["Chinese", "Afghan", "ties"]),
            ("the U.S.-led force", &["the", "U", "S", "led", "force"]),
            ("China’s 60 km", &["China", "s", "60", "km"]),
            ("cafe\u{301} noir", &["cafe\u{301}", "noir"]),
            ("中国和 Россия", &["中国和", "Россия"]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = tokens(text).map(|t| t.text).collect();
            assert_eq!(&got, want, "{text}");
            for token in tokens(text) {
                assert_eq!(token.span.of(text), token.text);
            }
        }
    }
}
