//! The pieces of a line that a date is made of: numbers, calendar names, marks.

use super::names::{Name, name};

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Piece<'t> {
    /// A number of at most four digits, and how many.
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
        out.push(Placed { piece, start, end, spaced });
        spaced = false;
    }
    out
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
    } else if c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}') {
        Kind::Letter
    } else {
        Kind::Mark
    }
}

/// The value of a decimal digit: ASCII, Arabic-Indic, Persian, Devanagari, full-width.
fn digit(c: char) -> Option<u16> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some((u32::from(c) - u32::from(zero)) as u16)
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
