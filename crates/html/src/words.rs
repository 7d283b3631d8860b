//! Words as a page shows them.

/// Whether a character is a mark for line ends that a page never shows: soft hyphen,
/// word joiner, byte order mark.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{2060}' | '\u{feff}' | '\0')
}

/// White space of HTML and the no-break spaces, which part words as well.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || (c.is_control() && c != '\0')
}

/// Single spaces between words, none around them, nothing unseen.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_tidy(&mut out, text);
    while out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Adds text with single spaces to what there is.
pub(crate) fn push_tidy(out: &mut String, text: &str) {
    for c in text.chars() {
        if is_space(c) {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else if !is_unseen(c) {
            out.push(c);
        }
    }
}

/// Whether a script writes without spaces: Han, kana, Thai, Lao, Khmer, Burmese.
pub(crate) fn is_dense(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether it is a character of Hangul: syllables say more than letters.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7af}')
}

/// The length of a text in letters of an alphabet: a character of Chinese counts for
/// two and a half, a syllable of Korean for two.
pub(crate) fn length(text: &str) -> f32 {
    let weight = |c: char| {
        if is_hangul(c) {
            2.0
        } else if matches!(c, '\u{3040}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        {
            2.5
        } else {
            1.0
        }
    };
    text.chars().map(weight).sum()
}

/// Number of words; of dense scripts two characters are one.
pub fn count(text: &str) -> usize {
    let (mut words, mut dense, mut inside) = (0, 0, false);
    for c in text.chars() {
        if is_dense(c) {
            dense += 1;
            inside = false;
        } else if c.is_alphanumeric() {
            words += usize::from(!inside);
            inside = true;
        } else if !matches!(c, '\'' | '’' | '-') {
            inside = false;
        }
    }
    words + usize::div_ceil(dense, 2)
}

/// Letters and digits only, in small letters: for comparing titles and paragraphs.
pub(crate) fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
