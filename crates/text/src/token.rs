//! Words: maximal runs of letters and digits with the marks that belong to them.

use crate::Span;
use crate::language::Script;
use crate::marks::{is_invisible, is_mark};

/// One word of a text, as it stands there (not folded).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where the word stands, in bytes.
    pub span: Span,
    /// The word as written.
    pub text: &'t str,
}

/// The words of `text` in order: maximal runs of characters that Unicode calls
/// alphanumeric. Marks (accents, vowel signs, tones) belong to the letter before them,
/// and invisible characters (soft hyphens, zero-width joiners, marks of direction)
/// between two letters to the word. Hyphens and apostrophes end words, and so do a
/// zero-width non-joiner between Arabic letters, which stands for a space there, and a
/// zero-width space in scripts that mark words by it.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Tokens { text, at: 0 }
}

struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(char::is_alphanumeric)?;
        let run = &self.text[start..];
        let len = length(run);
        self.at = start + len;
        Some(Token { span: Span::new(start, self.at), text: &run[..len] })
    }
}

/// How many bytes of `run`, which begins with a letter or digit, are one word.
fn length(run: &str) -> usize {
    let mut last = '\0';
    let mut chars = run.char_indices();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            last = c;
        } else if is_invisible(c) {
            let mut ahead = chars.clone().map(|(_, c)| c).skip_while(|c| is_invisible(*c));
            let joins = ahead
                .next()
                .is_some_and(|next| next.is_alphanumeric() && !separates(c, last, next));
            if !joins {
                return at;
            }
        } else if !is_mark(c) {
            return at;
        }
    }
    run.len()
}

/// Whether an invisible character parts two letters of words.
fn separates(c: char, before: char, after: char) -> bool {
    match c {
        '\u{200c}' => [before, after].map(Script::of) == [Some(Script::Arabic); 2],
        '\u{200b}' => Script::of(before).is_some_and(Script::is_running),
        _ => false,
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
            (
                "Afgha\u{ad}nistan, Ge\u{200b}org\u{2060}ia",
                &["Afgha\u{ad}nistan", "Ge\u{200b}org\u{2060}ia"],
            ),
            ("\u{200f}سوريا\u{200f} و", &["سوريا", "و"]),
            ("word\u{ad} next\u{feff}", &["word", "next"]),
            ("ایرانی\u{200c}ها", &["ایرانی", "ها"]),
            ("क्षेत्र में हिन्दी", &["क्षेत्र", "में", "हिन्दी"]),
            ("ที่นี่", &["ที่นี่"]),
            ("မြန်မာ", &["မြန်မာ"]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = tokens(text).map(|t| t.text).collect();
            assert_eq!(&got, want, "{text:?}");
            for token in tokens(text) {
                assert_eq!(token.span.of(text), token.text);
            }
        }
    }
}
