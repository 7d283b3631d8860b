//! Terms: the units that a search counts. In most scripts words; in scripts that write
//! no spaces between words, characters.

use crate::language::Script;
use crate::marks::{is_invisible, is_mark};
use crate::{Span, tokens};

/// One unit of a search, as it stands in a text (not folded).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term<'t> {
    /// Where it stands, in bytes.
    pub span: Span,
    /// The word or character as written.
    pub text: &'t str,
    /// Whether this is a character of a script without spaces that follows another one
    /// at once: with nothing between but what is not seen, a line break (with spaces or
    /// indents around it) or the dot between Tibetan syllables.
    pub joined: bool,
}

/// The terms of `text` in order: its [`tokens`], of which those in scripts without spaces
/// are cut into characters, and what is written in other letters or digits within them
/// ("iPhone在中国") into words of its own.
///
/// A character is an extended grapheme cluster (Unicode Standard Annex #29, revision 45),
/// so that no vowel sign, tone or subscript consonant is cut off its letter.
pub fn terms(text: &str) -> impl Iterator<Item = Term<'_>> {
    tokens(text).flat_map(move |token| Parts {
        text,
        at: token.span.start as usize,
        end: token.span.end as usize,
    })
}

/// Whether `word`, a term or its folded form, is a character of a script without spaces.
pub fn is_character(word: &str) -> bool {
    word.chars().next().is_some_and(is_running)
}

/// Whether words are written without spaces in the script of `c`, a letter or digit.
fn is_running(c: char) -> bool {
    // All letters below are of scripts with spaces.
    c >= '\u{e00}'
        && !is_digit(c)
        && (Script::of(c).is_some_and(Script::is_running)
            || matches!(c,
                // Signs of Thai, Lao and Tibetan; Khmer; Burmese with its extensions.
                '\u{e01}'..='\u{e4e}' | '\u{e80}'..='\u{ece}' | '\u{edc}'..='\u{edf}'
                | '\u{f00}' | '\u{f40}'..='\u{fbc}' | '\u{1780}'..='\u{17d3}'
                | '\u{a9e0}'..='\u{a9ef}' | '\u{a9fa}'..='\u{a9fe}' | '\u{aa60}'..='\u{aa7f}'
                // Chinese characters: iteration and closing marks, zero, numerals, radicals,
                // bopomofo, compatibility forms, the planes beyond.
                | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
                | '\u{3031}'..='\u{3035}' | '\u{3038}'..='\u{303c}' | '\u{3105}'..='\u{312f}'
                | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{f900}'..='\u{faff}'
                | '\u{ff66}'..='\u{ff9f}' | '\u{1b000}'..='\u{1b16f}'
                | '\u{20000}'..='\u{323af}'))
}

/// Whether `c` is a digit of a script without spaces: digits make numbers, as in any script.
fn is_digit(c: char) -> bool {
    matches!(c,
        '\u{e50}'..='\u{e59}' | '\u{ed0}'..='\u{ed9}' | '\u{f20}'..='\u{f33}'
        | '\u{1040}'..='\u{1049}' | '\u{1090}'..='\u{1099}' | '\u{17e0}'..='\u{17e9}'
        | '\u{a9f0}'..='\u{a9f9}')
}

/// The terms of one token.
struct Parts<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Iterator for Parts<'t> {
    type Item = Term<'t>;

    fn next(&mut self) -> Option<Term<'t>> {
        // What is not seen between a character and the next is part of neither.
        let unseen = |c: char| is_invisible(c);
        let run = self.text[self.at..self.end].trim_start_matches(unseen);
        let start = self.end - run.len();
        let first = run.chars().next()?;
        let is_character = is_running(first);
        let length = if is_character { character(run) } else { word(run) };
        self.at = start + length;
        let text = run[..length].trim_end_matches(unseen);
        let joined = is_character && is_joined(self.text, start);
        Some(Term { span: Span::new(start, start + text.len()), text, joined })
    }
}

/// How many bytes of `run` are its first character.
fn character(run: &str) -> usize {
    let mut after_stacker = false;
    let mut chars = run.char_indices().skip(1);
    let end = chars.find(|(_, c)| {
        let goes_on = extends(*c) || (after_stacker && is_running(*c));
        // What joins or is not seen may stand between a stacker and its consonant.
        after_stacker = is_stacker(*c) || (after_stacker && extends(*c));
        !goes_on
    });
    end.map_or(run.len(), |(at, _)| at)
}

/// How many bytes of `run` come before its first character of a script without spaces.
fn word(run: &str) -> usize {
    let end = run.char_indices().find(|(_, c)| is_running(*c) && c.is_alphanumeric());
    end.map_or(run.len(), |(at, _)| at)
}

/// Whether `c` belongs to the character before it: the properties Grapheme_Extend and
/// SpacingMark (Grapheme_Cluster_Break of the Unicode Character Database) in scripts
/// without spaces, and joiners.
fn extends(c: char) -> bool {
    is_mark(c)
        || matches!(c,
            '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
            | '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
            | '\u{eb1}' | '\u{eb3}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
            | '\u{f35}' | '\u{f37}' | '\u{f39}' | '\u{f3e}' | '\u{f3f}' | '\u{f71}'..='\u{f84}'
            | '\u{f86}' | '\u{f87}' | '\u{f8d}'..='\u{fbc}'
            | '\u{102d}'..='\u{1037}' | '\u{1039}'..='\u{103e}' | '\u{1056}'..='\u{1059}'
            | '\u{105e}'..='\u{1060}' | '\u{1071}'..='\u{1074}' | '\u{1082}'
            | '\u{1084}'..='\u{1086}' | '\u{108d}' | '\u{109d}'
            | '\u{17b4}'..='\u{17d3}'
            | '\u{a9e5}' | '\u{aa7c}' | '\u{302a}'..='\u{302f}'
            | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Whether the next consonant stands below the one before `c`: the property
/// Indic_Conjunct_Break=Linker in scripts without spaces.
fn is_stacker(c: char) -> bool {
    matches!(c, '\u{1039}' | '\u{17d2}')
}

/// Whether a character of a script without spaces at byte `start` of `text` is joined to
/// one before it: see [`Term::joined`].
pub fn is_joined(text: &str, start: usize) -> bool {
    if !text[start..].starts_with(is_running) {
        return false;
    }
    let is_passed = |c| is_invisible(c) || matches!(c, '\u{f0b}' | '\u{f0c}');
    let seen = text[..start].trim_end_matches(is_passed);
    let letters = seen.trim_end_matches(char::is_whitespace);
    let between = &seen[letters.len()..];
    if !between.is_empty() && !is_line_break(between) {
        return false;
    }
    let letters = letters.trim_end_matches(is_passed);
    let letters = letters.trim_end_matches(|c| extends(c) && !char::is_alphanumeric(c));
    letters.chars().next_back().is_some_and(|c| is_running(c) && c.is_alphanumeric())
}

/// Whether white space goes over to the next line, and not over an empty one.
fn is_line_break(space: &str) -> bool {
    space.replace("\r\n", "\n").chars().filter(|c| !matches!(c, ' ' | '\t' | '\u{3000}')).eq(['\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The terms of a text; `+` before one says that it is joined.
    fn shown(text: &str) -> Vec<String> {
        let sign = |joined| if joined { "+" } else { "" };
        terms(text).map(|term| format!("{}{}", sign(term.joined), term.text)).collect()
    }

    #[test]
    fn words_and_characters() {
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("the U.S.-led force", &["the", "U", "S", "led", "force"]),
            ("中国和 Россия", &["中", "+国", "+和", "Россия"]),
            ("iPhone在中国", &["iPhone", "在", "+中", "+国"]),
            ("2024年5月", &["2024", "年", "5", "月"]),
            ("中。国", &["中", "国"]),
            ("中 国", &["中", "国"]),
            ("中\n国", &["中", "+国"]),
            ("中 \r\n　国", &["中", "+国"]),
            ("中\n\n国", &["中", "国"]),
            ("བོད\n་ཡིག", &["བོ", "+ད", "+ཡི", "+ག"]),
            ("中\u{200b}国", &["中", "+国"]),
            ("人々の〇", &["人", "+々", "+の", "+〇"]),
            ("か\u{3099}ー", &["か\u{3099}", "+ー"]),
            ("မ၊မ၂၀", &["မ", "မ", "၂၀"]),
            ("ปี๒๕๖๗", &["ปี", "๒๕๖๗"]),
            ("໐ា", &["໐", "ា"]),
            ("ｶﾞｻﾞ", &["ｶﾞ", "+ｻﾞ"]),
            ("ที่นี่น้ำ", &["ที่", "+นี่", "+น้ำ"]),
            ("ໃນລາວ", &["ໃ", "+ນ", "+ລ", "+າ", "+ວ"]),
            ("ខ្មែរ", &["ខ្មែ", "+រ"]),
            ("မြန်မာ", &["မြ", "+န်", "+မ", "+ာ"]),
            ("အင်္ဂလိပ်", &["အ", "+င်္ဂ", "+လိ", "+ပ်"]),
            ("བོད་ཡིག", &["བོ", "+ད", "+ཡི", "+ག"]),
            ("한국과 क्षेत्र", &["한국과", "क्षेत्र"]),
        ];
        for (text, want) in cases {
            assert_eq!(&shown(text), want, "{text:?}");
            for term in terms(text) {
                assert_eq!(term.span.of(text), term.text);
            }
        }
    }
}
