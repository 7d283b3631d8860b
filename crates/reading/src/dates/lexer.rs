//! The pieces of a line that a date is made of: numbers, calendar names, marks.

use super::calendar::Calendar;
use super::joined::joined;
use super::names::{Name, name};

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Piece<'t> {
    /// A number of at most four digits, and how many. A year of another count is the Gregorian
    /// one, where that is only a matter of adding.
    Number(u16, u8),
    /// A name of the calendar; the word as printed.
    Name(Name, &'t str),
    /// Any other word.
    Word(&'t str),
    /// Any other character that is not white space.
    Mark(char),
}

/// A piece with its place in the line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'t> {
    pub(crate) piece: Piece<'t>,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    /// The calendar of the year that the number stands for, when it is not printed as a Gregorian one.
    pub(crate) calendar: Option<Calendar>,
}

/// The pieces of `line` in order; letters and digits that touch are two pieces
/// ("4pm", "2nd", "2023年").
pub(crate) fn pieces(line: &str) -> Vec<Placed<'_>> {
    let mut out = Vec::new();
    let mut spaced = false;
    let mut chars = line.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}') {
            spaced = true;
            continue;
        }
        let kind = kind(c);
        let mut end = start + c.len_utf8();
        if kind != Kind::Mark {
            while let Some((at, next)) = chars.next_if(|(_, next)| self::kind(*next) == kind) {
                end = at + next.len_utf8();
            }
        }
        let text = &line[start..end];
        let piece = match kind {
            Kind::Digit => number(text),
            Kind::Letter => name(text).map_or(Piece::Word(text), |n| Piece::Name(n, text)),
            Kind::Mark => Piece::Mark(c),
        };
        out.push(Placed { piece, start, end, spaced, calendar: None });
        spaced = false;
    }
    if line.is_ascii() { out } else { joined(line, out) }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Letter,
    Mark,
}

fn kind(c: char) -> Kind {
    if digit(c).is_some() {
        Kind::Digit
    } else if matches!(c, '年' | '月' | '日' | '時' | '时' | '分' | '년' | '월' | '일') {
        Kind::Mark
    } else if c.is_alphabetic() || is_mark(c) {
        Kind::Letter
    } else {
        Kind::Mark
    }
}

/// Accents, Arabic vowel signs, the dots and the silencer of Indian letters, Thai tones.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{e47}'..='\u{e4e}')
}

/// The zeros of the decimal digits that newspapers print: ASCII, Arabic-Indic, Persian, those of
/// South Asia from Devanagari on, Thai, Lao, Tibetan, Burmese, Khmer, full-width.
const ZEROS: [char; 18] = [
    '0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}',
    '\u{ff10}',
];

/// The value of a decimal digit.
fn digit(c: char) -> Option<u16> {
    if c.is_ascii() {
        return c.to_digit(10).map(|digit| digit as u16);
    }
    let at = ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?;
    let value = u32::from(c) - u32::from(ZEROS[at]);
    (value < 10).then_some(value as u16)
}

fn number(text: &str) -> Piece<'_> {
    let mut digits = 0u8;
    let mut value = 0u16;
    for d in text.chars().filter_map(digit) {
        if digits == 4 {
            return Piece::Word(text);
        }
        digits += 1;
        value = value * 10 + d;
    }
    Piece::Number(value, digits)
}

/// The piece at a place.
pub(super) fn get<'t>(p: &[Placed<'t>], at: usize) -> Option<Piece<'t>> {
    p.get(at).map(|placed| placed.piece)
}

/// The number at a place.
pub(super) fn number_at(p: &[Placed<'_>], at: usize) -> Option<u16> {
    match get(p, at)? {
        Piece::Number(value, _) => Some(value),
        _ => None,
    }
}

/// The number of one or two digits at a place.
pub(super) fn small(p: &[Placed<'_>], at: usize) -> Option<u16> {
    match get(p, at)? {
        Piece::Number(value, 1 | 2) => Some(value),
        _ => None,
    }
}

/// Whether one of these marks stands at a place.
pub(super) fn mark(p: &[Placed<'_>], at: usize, marks: &[char]) -> bool {
    matches!(get(p, at), Some(Piece::Mark(c)) if marks.contains(&c))
}

/// Whether one of these words stands at a place, in just these letters.
pub(super) fn word(p: &[Placed<'_>], at: usize, words: &[&str]) -> bool {
    matches!(get(p, at), Some(Piece::Word(w)) if words.contains(&w))
}
