//! The words of a text, fast where it is ASCII.

use dateline_text::{Term, is_joined, terms};

/// What a byte of text is: 0 ends a word, 0xff begins a character that is not
/// ASCII, any other value is the byte in lower case.
pub(crate) static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b @ (b'a'..=b'z' | b'0'..=b'9') => b,
            b @ b'A'..=b'Z' => b + 32,
            0x80.. => 0xff,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// How a word is written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Written {
    /// All ASCII.
    Ascii,
    /// With other letters.
    Other,
    /// A character joined to the one before it: see [`dateline_text::Term`].
    Joined,
}

/// Calls `each` with the start of every word of `text`, the word as written and how:
/// the words of `dateline_text::terms`.
#[inline]
pub(crate) fn each_word<'t>(text: &'t str, mut each: impl FnMut(usize, &'t str, Written)) {
    let bytes = text.as_bytes();
    let class = |at: usize| bytes.get(at).map_or(0, |byte| CLASSES[*byte as usize]);
    let mut at = 0;
    while at < bytes.len() {
        if class(at) == 0 {
            at += 1;
            continue;
        }
        let start = at;
        while class(at) != 0 && class(at) != 0xff {
            at += 1;
        }
        if class(at) == 0 {
            each(start, &text[start..at], Written::Ascii);
            continue;
        }
        while class(at) != 0 {
            at += 1;
        }
        each_term(text, start, at, |term| {
            let written = if term.joined { Written::Joined } else { Written::Other };
            each(term.span.start as usize, term.text, written);
        });
    }
}

/// Calls `each` with the terms of a run of `text` between ASCII signs; the first is joined
/// to what stands before the run when it would be in the whole text.
pub(crate) fn each_term<'t>(
    text: &'t str,
    start: usize,
    end: usize,
    mut each: impl FnMut(Term<'t>),
) {
    let mut is_first = true;
    for term in terms(&text[start..end]) {
        let span = term.span.shifted(start);
        let joined = term.joined || (is_first && is_joined(text, span.start as usize));
        is_first = false;
        each(Term { span, joined, ..term });
    }
}

#[cfg(test)]
mod tests {
    use super::{Written, each_word};

    #[test]
    fn the_words_are_those_of_the_text_crate() {
        let texts = [
            "",
            "a",
            "The U.S.-led force, 60km.",
            "China’s e\u{301}te Élysée été naïve",
            "é",
            "aé b",
            "a’b c\u{301}d İstanbul 中国和 Россия x",
            "tail’",
            "—dash—",
            "iPhone在中国。中\n国 \n 人 国 ที่\nนี่ x\n中\n\u{3000}国\n\u{200b}国",
        ];
        for text in texts {
            let mut got = Vec::new();
            each_word(text, |start, word, how| got.push((start, word, how == Written::Joined)));
            let want: Vec<(usize, &str, bool)> = dateline_text::terms(text)
                .map(|term| (term.span.start as usize, term.text, term.joined))
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
