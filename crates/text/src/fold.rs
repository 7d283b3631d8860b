//! Folding: the form in which two words are the same word for a search.

use std::borrow::Cow;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// `word` in lower case and without diacritics: "Élysée" becomes "elysee",
/// "Türkiye" "turkiye". Borrowed when nothing changes. Letters that have no
/// canonical decomposition are kept, except those below that readers type plain.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        for lower in base(c).into_iter().flat_map(char::to_lowercase) {
            match lower {
                'ß' => out.push_str("ss"),
                'æ' => out.push_str("ae"),
                'œ' => out.push_str("oe"),
                'ø' => out.push('o'),
                'ł' => out.push('l'),
                'đ' | 'ð' => out.push('d'),
                'ı' => out.push('i'),
                'þ' => out.push_str("th"),
                mark if is_combining_mark(mark) => {}
                other => push_jamo(&mut out, other),
            }
        }
    }
    Cow::Owned(out)
}

/// The character without its marks; None for a mark by itself. What decomposes
/// into several letters (Hangul syllables) stays whole. Asking character by
/// character keeps the tables of compatibility forms, 60 kB, out of the page.
fn base(c: char) -> Option<char> {
    let (mut first, mut letters) = (None, 0);
    decompose_canonical(c, |part| {
        if !is_combining_mark(part) {
            first = first.or(Some(part));
            letters += 1;
        }
    });
    if letters > 1 { Some(c) } else { first }
}

/// Appends `c`; a Hangul vowel or final consonant joins the syllable before it
/// (Unicode Standard, section 3.12, "Hangul Syllable Composition").
fn push_jamo(out: &mut String, c: char) {
    let joined = match (c, out.chars().next_back()) {
        ('\u{1161}'..='\u{1175}', Some(lead @ '\u{1100}'..='\u{1112}')) => {
            let (lead, vowel) = (lead as u32 - 0x1100, c as u32 - 0x1161);
            char::from_u32(0xac00 + (lead * 21 + vowel) * 28)
        }
        ('\u{11a8}'..='\u{11c2}', Some(syllable @ '\u{ac00}'..='\u{d7a3}'))
            if (syllable as u32 - 0xac00).is_multiple_of(28) =>
        {
            char::from_u32(syllable as u32 + c as u32 - 0x11a7)
        }
        _ => None,
    };
    if joined.is_some() {
        out.pop();
    }
    out.push(joined.unwrap_or(c));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_and_diacritics() {
        let cases = [
            ("taliban", "taliban"),
            ("CHINA", "china"),
            ("Élysée", "elysee"),
            ("Türkiye", "turkiye"),
            ("Straße", "strasse"),
            ("İstanbul", "istanbul"),
            ("Łódź", "lodz"),
            ("Кыргызстан", "кыргызстан"),
            ("한국", "한국"),
            ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}", "한국"),
            ("e\u{301}te\u{301}", "ete"),
            ("\u{301}", ""),
            ("Ω", "ω"),
        ];
        for (word, want) in cases {
            assert_eq!(fold(word), want, "{word}");
            assert_eq!(fold(&fold(word)), want, "folding twice: {word}");
        }
    }
}
