//! The words of an article with what the rules ask of each: a hash and its case.

use super::hash::{step, word_hash};
use dateline_text::{Fnv, Span, tokens};

/// A word of the annotated text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// First byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
    /// Where the block ends that holds the word.
    pub(crate) limit: u32,
    /// Hash of the folded word.
    pub(crate) hash: u64,
    /// Whether the first letter is a capital (or of a script without case).
    pub(crate) capital: bool,
    /// Whether the word has two or more letters and all are capitals.
    pub(crate) shouted: bool,
    /// Whether the word is the first of its block.
    pub(crate) first: bool,
}

impl Word {
    /// The word in `text`.
    pub(crate) fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// The words of the blocks in order. Letters and digits as in
/// [`dateline_text::tokens`]; ASCII runs take a short way.
pub(crate) fn words(text: &str, blocks: &[Span]) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6 + 8);
    for block in blocks {
        let from = out.len();
        scan_block(text, *block, &mut out);
        if let Some(word) = out.get_mut(from) {
            word.first = true;
        }
    }
    out
}

/// What an ASCII byte is; bytes of other characters are `BEYOND`.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' | b'0'..=b'9' => LOWER,
            0x80.. => BEYOND,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};
const UPPER: u8 = 1;
const LOWER: u8 = 2;
const BEYOND: u8 = 4;

fn scan_block(text: &str, block: Span, out: &mut Vec<Word>) {
    let end = block.end as usize;
    let bytes = &text.as_bytes()[..end];
    let mut at = block.start as usize;
    while at < end {
        if KINDS[bytes[at] as usize] == 0 {
            at += 1;
            continue;
        }
        let start = at;
        let mut seen = 0;
        let mut hash = Fnv::new();
        while at < end {
            let kind = KINDS[bytes[at] as usize];
            if kind == 0 {
                break;
            }
            seen |= kind;
            hash = step(hash, bytes[at]);
            at += 1;
        }
        if seen & BEYOND != 0 {
            at = scan_unicode(text, start, end, out);
            continue;
        }
        out.push(Word {
            start: start as u32,
            end: at as u32,
            limit: block.end,
            hash: hash.finish(),
            capital: KINDS[bytes[start] as usize] == UPPER,
            shouted: seen == UPPER && at - start > 1,
            first: false,
        });
    }
}

/// The long way for a run that holds a letter outside of ASCII: everything up to
/// the next ASCII character that ends a word.
fn scan_unicode(text: &str, start: usize, end: usize, out: &mut Vec<Word>) -> usize {
    let bytes = text.as_bytes();
    let stop =
        (start..end).find(|&i| bytes[i] < 0x80 && !bytes[i].is_ascii_alphanumeric()).unwrap_or(end);
    for token in tokens(&text[start..stop]) {
        let span = token.span.shifted(start);
        let first = token.text.chars().next().unwrap_or(' ');
        out.push(Word {
            start: span.start,
            end: span.end,
            limit: end as u32,
            hash: word_hash(token.text),
            capital: !first.is_lowercase() && first.is_alphabetic(),
            shouted: token.text.chars().count() > 1 && !token.text.chars().any(char::is_lowercase),
            first: false,
        });
    }
    stop
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<Word> {
        words(text, &[Span::new(0, text.len())])
    }

    #[test]
    fn cases() {
        let got: Vec<_> =
            all("the U.S. USA’s Élysée élan").iter().map(|w| (w.capital, w.shouted)).collect();
        let want = [
            (false, false),
            (true, false),
            (true, false),
            (true, true),
            (false, false),
            (true, false),
            (false, false),
        ];
        assert_eq!(got, want);
    }

    proptest! {
        #[test]
        fn are_the_tokens_of_text(text in "\\PC{0,60}") {
            let got: Vec<&str> = all(&text).iter().map(|w| w.of(&text)).collect();
            let want: Vec<&str> = tokens(&text).map(|t| t.text).collect();
            prop_assert_eq!(got, want);
        }
    }
}
