//! Letters and digits that stand for others: shapes of print, half-width kana, digits.
//! Source: Unicode Character Database 14.0.0 (Unicode-3.0), compatibility decompositions
//! and the property Numeric_Value.

/// The letters that U+FE80 to U+FEF4 are shapes of, folded, each with how many shapes.
const SHAPES: &[(&str, u32)] = &[
    ("ء", 1),
    ("ا", 2),
    ("ا", 2),
    ("و", 2),
    ("ا", 2),
    ("ي", 4),
    ("ا", 2),
    ("ب", 4),
    ("ه", 2),
    ("ت", 4),
    ("ث", 4),
    ("ج", 4),
    ("ح", 4),
    ("خ", 4),
    ("د", 2),
    ("ذ", 2),
    ("ر", 2),
    ("ز", 2),
    ("س", 4),
    ("ش", 4),
    ("ص", 4),
    ("ض", 4),
    ("ط", 4),
    ("ظ", 4),
    ("ع", 4),
    ("غ", 4),
    ("ف", 4),
    ("ق", 4),
    ("ك", 4),
    ("ل", 4),
    ("م", 4),
    ("ن", 4),
    ("ه", 4),
    ("و", 2),
    ("ي", 2),
    ("ي", 4),
    ("لا", 8),
];

/// The letters, folded, that an Arabic presentation form stands for, as old PDF files hold
/// them: the block Arabic Presentation Forms-B, and of block A the letters of Persian.
pub(super) fn arabic_form(form: char) -> Option<&'static str> {
    Some(match form {
        '\u{fb56}'..='\u{fb59}' => "پ",
        '\u{fb7a}'..='\u{fb7d}' => "چ",
        '\u{fb8a}' | '\u{fb8b}' => "ژ",
        '\u{fb8e}'..='\u{fb91}' => "ك",
        '\u{fb92}'..='\u{fb95}' => "گ",
        '\u{fbfc}'..='\u{fbff}' => "ي",
        // Vowel signs by themselves.
        '\u{fe70}'..='\u{fe7f}' => "",
        '\u{fe80}'..='\u{fefc}' => {
            let mut left = form as u32 - 0xfe80;
            SHAPES.iter().find_map(|(letter, shapes)| match left.checked_sub(*shapes) {
                Some(rest) => {
                    left = rest;
                    None
                }
                None => Some(*letter),
            })?
        }
        _ => return None,
    })
}

/// The full-width forms of U+FF66 to U+FF9D.
const KANA: [char; 56] = [
    'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー', 'ア', 'イ', 'ウ', 'エ', 'オ',
    'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ', 'タ', 'チ', 'ツ', 'テ', 'ト', 'ナ',
    'ニ', 'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ', 'フ', 'ヘ', 'ホ', 'マ', 'ミ', 'ム', 'メ', 'モ', 'ヤ', 'ユ',
    'ヨ', 'ラ', 'リ', 'ル', 'レ', 'ロ', 'ワ', 'ン',
];

/// The full-width form of a half-width katakana letter; any other character stays.
pub(super) fn full_width_kana(kana: char) -> char {
    let at = (kana as usize).wrapping_sub(0xff66);
    KANA.get(at).copied().unwrap_or(kana)
}

/// The digit zero of the scripts that news is written in, whose others follow it.
const ZEROS: [char; 16] = [
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}',
];

/// The ASCII digit of the same value as a decimal digit of another script.
pub(super) fn ascii_digit(digit: char) -> Option<char> {
    if !('\u{660}'..='\u{17e9}').contains(&digit) {
        return None;
    }
    let before = ZEROS.partition_point(|zero| *zero <= digit).checked_sub(1)?;
    let value = digit as u32 - ZEROS[before] as u32;
    char::from_digit(value, 10)
}
