//! What tells prose from lists of links, covers and title pages.

/// A paragraph with more words than this is prose, though no full stop ends it: Thai has none.
const MAX_WORDS_WITHOUT_STOP: usize = 40;

/// Words that a sentence has at least.
const MIN_WORDS: usize = 5;

/// Letters that a sentence has at least in scripts without spaces.
const MIN_LETTERS_WITHOUT_SPACES: usize = 15;

/// Whether a paragraph is prose: it ends with a sentence, or is long.
pub(crate) fn is_sentence(paragraph: &str) -> bool {
    let words = dateline_html::count_words(paragraph);
    let end = paragraph.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '」', ' ']);
    let is_ended =
        end.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔', '။', '։', '።']);
    let has_no_spaces = !paragraph.trim().contains(' ')
        && paragraph.chars().filter(|c| c.is_alphabetic()).count() >= MIN_LETTERS_WITHOUT_SPACES;
    is_ended && (words >= MIN_WORDS || has_no_spaces) || words > MAX_WORDS_WITHOUT_STOP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        let cases = [
            ("The ferry to Malta was sold.", true),
            ("12 June 2026", false),
            ("The Elin Weekly", false),
            ("© 2026", false),
            ("“It rained in Peru today.”", true),
            ("秘鲁北部周一下了一整天的大雨雪。", true),
        ];
        for (text, want) in cases {
            assert_eq!(is_sentence(text), want, "{text}");
        }
    }
}
