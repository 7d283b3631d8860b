//! Names and numbers that are several pieces of a line, or are hidden in one: months of two words
//! ("تشرين الأول"), months shortened with full stops ("พ.ค."), years of eras ("令和6年"), numbers in
//! Chinese characters ("二〇二四年五月十三日"), and years counted from the Buddha's death.

use super::calendar::{Calendar, era_at_end, from_buddhist};
use super::lexer::{Piece, Placed};
use super::names::{Name, name};

/// The pieces of `line` with such names and numbers as one piece each.
pub(super) fn joined<'t>(line: &'t str, pieces: Vec<Placed<'t>>) -> Vec<Placed<'t>> {
    let is_thai = line.chars().any(is_thai);
    let mut out: Vec<Placed<'_>> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        if let Some((piece, taken)) = name_of_several(line, &pieces[at..]) {
            out.push(piece);
            at += taken;
            continue;
        }
        let piece = pieces[at];
        let counted = matches!(
            pieces.get(at + 1).map(|next| next.piece),
            Some(Piece::Mark('年' | '月' | '日'))
        );
        match piece.piece {
            Piece::Word(text) if counted => out.extend(before_a_counter(text, piece)),
            Piece::Number(count, 1..=3) if counted && era_year(&mut out, count, piece.end) => {}
            Piece::Number(year, digits) if is_thai => {
                let short = digits == 2 && out.last().is_some_and(|last| is_thai_month(last.piece));
                let full = if short { year + 2500 } else { year };
                out.push(match from_buddhist(u32::from(full)) {
                    Some(year) => Placed {
                        piece: Piece::Number(year as u16, 4),
                        calendar: Some(Calendar::Buddhist),
                        ..piece
                    },
                    None => piece,
                });
            }
            _ => out.push(piece),
        }
        at += 1;
    }
    out
}

fn is_thai(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e5b}')
}

fn is_thai_month(piece: Piece<'_>) -> bool {
    matches!(piece, Piece::Name(Name::Month(_), text) if text.starts_with(is_thai))
}

/// The month of several pieces that `pieces` begin with, and of how many.
fn name_of_several<'t>(line: &'t str, pieces: &[Placed<'t>]) -> Option<(Placed<'t>, usize)> {
    let first = pieces[0];
    let Piece::Word(text) = first.piece else { return None };
    let is_dot = |at: usize| {
        matches!(pieces.get(at), Some(Placed { piece: Piece::Mark('.'), spaced: false, .. }))
    };
    let is_word = |at: usize, spaced: bool| matches!(pieces.get(at), Some(p) if p.spaced == spaced && matches!(p.piece, Piece::Word(_)));
    let taken = match text.starts_with(is_thai) {
        true if is_dot(1) && is_word(2, false) && is_dot(3) => 4,
        false if text.starts_with(is_arabic) && is_word(1, true) => 2,
        _ => return None,
    };
    let end = pieces[taken - 1].end;
    let printed = &line[first.start..end];
    // Whatever white space stands between two words.
    let spelled = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name(&spelled)?;
    Some((Placed { piece: Piece::Name(name, printed), end, ..first }, taken))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6ff}')
}

/// Makes the year `count` of the era with which the last piece ends one number; whether there is one.
fn era_year(out: &mut Vec<Placed<'_>>, count: u16, end: usize) -> bool {
    let Some(last @ Placed { piece: Piece::Word(text), .. }) = out.last().copied() else {
        return false;
    };
    let Some((at, before)) = era_at_end(text) else { return false };
    out.pop();
    out.extend(split(Placed { end, ..last }, text, at, before + count, 4, Some(Calendar::Era)));
    true
}

/// The pieces of a word before 年, 月 or 日: what comes before the number in Chinese characters at
/// its end, and the number.
fn before_a_counter<'t>(text: &'t str, piece: Placed<'t>) -> Vec<Placed<'t>> {
    let era = Some(Calendar::Era);
    // The first year of an era is called 元.
    if let Some((at, before)) = text.strip_suffix('元').and_then(era_at_end) {
        return split(piece, text, at, before + 1, 4, era);
    }
    let at = text.trim_end_matches(is_numeral).len();
    match (numeral(&text[at..]), era_at_end(&text[..at])) {
        (Some((value, 1..=3)), Some((at, before))) => {
            split(piece, text, at, before + value, 4, era)
        }
        (Some((value, digits)), _) => split(piece, text, at, value, digits, None),
        (None, _) => vec![piece],
    }
}

/// The word `text`, of which `piece` is the place, as two pieces: its first `at` bytes, unless there
/// are none, and a number.
fn split<'t>(
    piece: Placed<'t>,
    text: &'t str,
    at: usize,
    value: u16,
    digits: u8,
    calendar: Option<Calendar>,
) -> Vec<Placed<'t>> {
    let start = piece.start + at;
    let number = Placed { piece: Piece::Number(value, digits), start, calendar, ..piece };
    match at {
        0 => vec![number],
        _ => vec![
            Placed { piece: Piece::Word(&text[..at]), end: start, ..piece },
            Placed { spaced: false, ..number },
        ],
    }
}

const DIGITS: &str = "〇一二三四五六七八九";

fn is_numeral(c: char) -> bool {
    DIGITS.contains(c) || matches!(c, '零' | '十' | '廿' | '卅')
}

/// A number in Chinese characters: digit by digit with three or four of them ("二〇二四"), else up
/// to 99 ("十三", "二十三", "廿三"); and how many digits it has.
fn numeral(text: &str) -> Option<(u16, u8)> {
    let digit = |c: char| match c {
        '零' => Some(0),
        c => DIGITS.chars().position(|d| d == c).map(|at| at as u16),
    };
    let chars: Vec<char> = text.chars().collect();
    if let (3 | 4, Some(value)) =
        (chars.len(), chars.iter().try_fold(0, |value, c| Some(value * 10 + digit(*c)?)))
    {
        return Some((value, chars.len() as u8));
    }
    let value = match chars[..] {
        ['十'] => 10,
        ['廿'] => 20,
        ['卅'] => 30,
        [one] => digit(one)?,
        ['十', one] => 10 + digit(one)?,
        ['廿', one] => 20 + digit(one)?,
        ['卅', one] => 30 + digit(one)?,
        [ten, '十'] => 10 * digit(ten)?,
        [ten, '十', one] => 10 * digit(ten)? + digit(one)?,
        _ => return None,
    };
    Some((value, if value < 10 { 1 } else { 2 }))
}
