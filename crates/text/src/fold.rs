//! Folding: the form in which two words are the same word for a search.

mod forms;
mod marked;

use crate::marks::is_invisible;
use forms::{arabic_form, ascii_digit, full_width_kana};
use marked::MARKED;
use std::borrow::Cow;
use std::sync::OnceLock;

/// `word` in lower case and without diacritics: "Élysée" becomes "elysee",
/// "Türkiye" "turkiye". Ligatures and full-width forms become the letters that they
/// stand for, half-width kana full-width ones, digits of other scripts those of ASCII,
/// invisible characters and Arabic's tatweel nothing, and the letters of Persian those of
/// Arabic. The voicing marks of kana are kept, as part of their letter. Borrowed when
/// nothing changes. Letters that have no canonical decomposition are kept, except those
/// below that readers type plain.
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
            'ٱ' => out.push('ا'),
            'ی' | 'ى' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' | 'ۀ' | 'ە' => out.push('ه'),
            'ـ' => {}
            wide @ '\u{ff10}'..='\u{ff5a}' => out.extend(plain_width(wide)),
            form @ '\u{fb50}'..='\u{fefc}' if !is_invisible(form) && !is_mark(form) => {
                out.push_str(arabic_form(form).unwrap_or(form.encode_utf8(&mut [0; 4])));
            }
            kana @ '\u{ff66}'..='\u{ff9d}' => out.push(full_width_kana(kana)),
            '\u{3099}' | 'ﾞ' => voice(&mut out, 1),
            '\u{309a}' | 'ﾟ' => voice(&mut out, 2),
            digit if ascii_digit(digit).is_some() => out.extend(ascii_digit(digit)),
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
/// Arabic vowels. Vowel signs of Indic scripts are not.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{93c}' | '\u{9bc}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// The letter or digit that a full-width form is (U+FF01 to U+FF5E lie 0xFEE0 above ASCII).
fn plain_width(wide: char) -> Option<char> {
    char::from_u32(wide as u32 - 0xfee0).map(|c| c.to_ascii_lowercase())
}

/// Puts a voicing mark on the kana before it, which stands so many places later in its
/// block then; elsewhere it is left out.
fn voice(out: &mut String, places: u32) {
    let Some(kana) = out.chars().next_back() else { return };
    // Katakana stands 0x60 behind hiragana.
    let plain = if kana >= '\u{30a1}' { kana as u32 - 0x60 } else { kana as u32 };
    let voiced = match plain {
        // u, and the iteration mark
        0x3046 if places == 1 => Some(kana as u32 + 0x4e),
        0x309d if places == 1 => Some(kana as u32 + 1),
        // ka to to in pairs, the small tsu between
        0x304b..=0x3062 if places == 1 && plain % 2 == 1 => Some(kana as u32 + 1),
        0x3064..=0x3069 if places == 1 && plain.is_multiple_of(2) => Some(kana as u32 + 1),
        // ha to ho in threes
        0x306f..=0x307d if (plain - 0x306f).is_multiple_of(3) => Some(kana as u32 + places),
        // wa, wi, we, wo of katakana alone
        0x308f..=0x3092 if places == 1 && kana >= '\u{30a1}' => Some(kana as u32 + 8),
        _ => None,
    };
    if let Some(voiced) = voiced.and_then(char::from_u32) {
        out.pop();
        out.push(voiced);
    }
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

    /// What folds, by script: forms that a reader takes for the same word.
    #[test]
    fn what_is_the_same_word() {
        let cases: &[(&str, &[&str])] = &[
            // Latin
            (
                "taliban",
                &["taliban", "TALIBAN", "Ｔａｌｉｂａｎ", "tali\u{ad}ban", "ta\u{200b}liban"],
            ),
            ("elysee", &["Élysée", "E\u{301}lyse\u{301}e"]),
            ("turkiye", &["Türkiye", "TÜRKİYE", "türkıye"]),
            ("istanbul", &["İstanbul", "ISTANBUL", "istanbul", "ıstanbul", "I\u{307}stanbul"]),
            ("strasse", &["Straße", "STRAẞE", "ſtraſſe"]),
            ("lodz", &["Łódź", "Ło\u{301}dz\u{301}"]),
            ("viet", &["Việt", "Vie\u{323}\u{302}t"]),
            ("office", &["oﬃce"]),
            ("kabul20", &["Ｋａｂｕｌ２０", "Kabul٢٠"]),
            // Greek, Cyrillic
            ("αθηνασ", &["ΑΘΉΝΑΣ", "Αθήνας", "αθηνασ"]),
            ("αθηναι", &["Ἀθῆναι"]),
            ("иошкар", &["Йошкар", "И\u{306}ошкар"]),
            ("елка", &["Ёлка", "елка"]),
            // Arabic and Persian: hamza, tatweel, vowel signs, ye and kaf, shapes of print
            ("اسيا", &["آسيا", "أسيا", "إسيا", "ٱسيا", "ا\u{653}سيا"]),
            ("مسوول", &["مسؤول"]),
            ("كابل", &["کابل", "كـابل", "كَابُل", "ﻛﺎﺑﻞ"]),
            ("دبي", &["دُبَيّ", "دبی", "دبى"]),
            ("سلام", &["سلام", "ﺳﻼﻡ"]),
            ("المدينه", &["المدينة"]),
            ("پكن", &["پکن", "ﭘﮑﻦ"]),
            ("2024", &["2024", "٢٠٢٤", "۲۰۲۴", "२०२४", "๒๐๒๔", "２０２４"]),
            // Hebrew points
            ("שלום", &["שָׁלוֹם", "שלום"]),
            // Indic: the nukta alone
            ("हिन्दी", &["हिन्दी"]),
            ("काबुल", &["क़ाबुल", "क\u{93c}ाबुल"]),
            // Korean syllables from their letters
            ("한국", &["한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"]),
            // Kana: half-width forms and decomposed voicing, which is kept
            ("ガザ", &["ガザ", "カ\u{3099}サ\u{3099}", "ｶﾞｻﾞ"]),
            ("パンヴヷ", &["ﾊﾟﾝｳﾞﾜﾞ", "ハ\u{309a}ンウ\u{3099}ワ\u{3099}"]),
            ("でぶぽゞゔ", &["て\u{3099}ふ\u{3099}ほ\u{309a}ゝ\u{3099}う\u{3099}"]),
            ("カナ", &["カナ", "ｶﾅ"]),
            ("", &["\u{301}", "\u{3099}", "ـ"]),
        ];
        for (want, forms) in cases {
            for form in *forms {
                assert_eq!(fold(form), *want, "{form}");
                assert_eq!(fold(&fold(form)), *want, "folding twice: {form}");
            }
        }
    }

    #[test]
    fn what_is_another_word() {
        for (one, other) in [("ガザ", "カサ"), ("ハス", "バス"), ("よう", "ょう"), ("ไกล", "ใกล้")]
        {
            assert_ne!(fold(one), fold(other));
        }
    }
}
