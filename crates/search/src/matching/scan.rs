//! The words of a text, fast where it is ASCII.

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

/// Calls `each` with the start of every word of `text`, the word as written and
/// whether it is all ASCII: the words of `dateline_text::tokens`.
#[inline]
pub(crate) fn each_word<'t>(text: &'t str, mut each: impl FnMut(usize, &'t str, bool)) {
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
            each(start, &text[start..at], true);
            continue;
        }
        while class(at) != 0 {
            at += 1;
        }
        for token in dateline_text::tokens(&text[start..at]) {
            each(start + token.span.start as usize, token.text, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::each_word;

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
        ];
        for text in texts {
            let mut got = Vec::new();
            each_word(text, |start, word, _| got.push((start, word)));
            let want: Vec<(usize, &str)> = dateline_text::tokens(text)
                .map(|token| (token.span.start as usize, token.text))
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
