//! Folding: the form in which two words are the same word for a search.

mod marked;

use crate::marks::is_invisible;
use marked::MARKED;
use std::borrow::Cow;
use std::sync::OnceLock;

/// `word` in lower case and without diacritics: "Élysée" becomes "elysee",
/// "Türkiye" "turkiye". Ligatures and full-width forms become the letters that they
/// stand for, invisible characters and Arabic's tatweel nothing, and the letters of
/// Persian those of Arabic. Borrowed when nothing changes. Letters that have no
/// canonical decomposition are kept, except those below that readers type plain.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let mut out = String::with_capacity(word.len());
    for lower in word.chars().flat_map(char::to_lowercase) {
        match base(lower) {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            'þ' => out.push_str("th"),
            'ſ' => out.push('s'),
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            'ی' | 'ى' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' | 'ۀ' | 'ە' => out.push('ه'),
            'ـ' => {}
            wide @ '\u{ff10}'..='\u{ff5a}' => out.extend(plain_width(wide)),
            unseen if is_invisible(unseen) => {}
            mark if is_mark(mark) => {}
            other => push_jamo(&mut out, other),
        }
    }
    Cow::Owned(out)
}

/// A lower-case letter without its marks. A table of our own, since the whole of
/// Unicode's decompositions is 50 kB that a page would have to carry.
fn base(lower: char) -> char {
    static LETTERS: OnceLock<Vec<(char, char)>> = OnceLock::new();
    if lower < '\u{c0}' {
        return lower;
    }
    let letters = LETTERS.get_or_init(|| {
        // Put in order one by one: some hundreds, and a sort is more code than they are.
        let mut letters: Vec<(char, char)> = Vec::new();
        for (base, marked) in MARKED {
            for letter in marked.chars() {
                let at = letters.partition_point(|row| row.0 < letter);
                letters.insert(at, (letter, *base));
            }
        }
        letters
    });
    letters.binary_search_by_key(&lower, |row| row.0).map_or(lower, |at| letters[at].1)
}

/// Whether `c` is a mark that readers leave out: accents on letters, Hebrew points,
/// Arabic vowels, the voicing marks of kana. Vowel signs of Indic scripts are not.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{93c}' | '\u{9bc}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// The letter or digit that a full-width form is (U+FF01 to U+FF5E lie 0xFEE0 above ASCII).
fn plain_width(wide: char) -> Option<char> {
    char::from_u32(wide as u32 - 0xfee0).map(|c| c.to_ascii_lowercase())
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
            ("Ἀθῆναι", "αθηναι"),
            ("ΑΘΉΝΑΣ", "αθηνασ"),
            ("Йошкар", "иошкар"),
            ("آسيا", "اسيا"),
            ("دُبَيّ", "دبي"),
            ("हिन्दी", "हिन्दी"),
            ("ガザ", "カサ"),
            ("カ\u{3099}サ\u{3099}", "カサ"),
            ("Việt", "viet"),
            ("Afgha\u{ad}ni\u{200b}stan", "afghanistan"),
            ("oﬃce", "office"),
            ("ﬁre", "fire"),
            ("Ｋａｂｕｌ２０", "kabul20"),
            ("کـابل", "كابل"),
            ("المدينة", "المدينه"),
        ];
        for (word, want) in cases {
            assert_eq!(fold(word), want, "{word}");
            assert_eq!(fold(&fold(word)), want, "folding twice: {word}");
        }
    }
}
