//! Times of day beside a date: "18:32", "6.32 p.m.", "18h30", and the zones behind them.

use super::lexer::{Piece, Placed, get, mark, word};

/// A time of day after a date: "- 06:32 PM", "at 5 p.m.", "T18:32", "18h30".
pub(super) fn trailing_clock(p: &[Placed<'_>], at: usize) -> Option<((u8, u8), usize)> {
    let mut i = at;
    while i < at + 3
        && (mark(p, i, &[',', '-', '–', '—', '|', '•', '·', '/', '(', '@', ':', '.'])
            || word(
                p,
                i,
                &[
                    "at", "um", "à", "às", "ore", "alle", "в", "saat", "las", "a", "kl", "T", "o",
                    "pukul", "om",
                ],
            ))
    {
        i += 1;
    }
    clock(p, i)
}

/// A time of day: 18:32, 6:32 PM, 6.32pm, 18h30, 5 p.m.
pub(super) fn clock(p: &[Placed<'_>], at: usize) -> Option<((u8, u8), usize)> {
    let hour = match get(p, at)? {
        Piece::Number(h, 1 | 2) if h < 24 => h as u8,
        _ => return None,
    };
    let separator = get(p, at + 1);
    let hours = word(p, at + 1, &["h", "H"]) || matches!(separator, Some(Piece::Mark('時' | '时')));
    let minute = match get(p, at + 2) {
        Some(Piece::Number(m, 2)) if m < 60 && !p[at + 2].spaced => Some(m as u8),
        _ => None,
    };
    let colon = matches!(separator, Some(Piece::Mark(':')));
    let dot = matches!(separator, Some(Piece::Mark('.')));
    if let (Some(minute), true) = (minute, colon || hours) {
        let mut next = at + 3;
        // Seconds.
        if mark(p, next, &[':']) && matches!(get(p, next + 1), Some(Piece::Number(_, 2))) {
            next += 2;
        }
        return half_day(p, next, hour, minute);
    }
    if let (Some(minute), true) = (minute, dot) {
        let (time, next) = half_day(p, at + 3, hour, minute)?;
        let uhr = word(p, at + 3, &["Uhr"]);
        return (next > at + 3 || uhr).then_some((time, next));
    }
    let (time, next) = half_day(p, at + 1, hour, 0)?;
    (next > at + 1).then_some((time, next))
}

/// Takes "PM", "a.m." into account; returns the piece after it.
fn half_day(p: &[Placed<'_>], at: usize, hour: u8, minute: u8) -> Option<((u8, u8), usize)> {
    let (letter, next) = match get(p, at) {
        Some(Piece::Word(w)) if w.eq_ignore_ascii_case("am") => ('a', at + 1),
        Some(Piece::Word(w)) if w.eq_ignore_ascii_case("pm") => ('p', at + 1),
        Some(Piece::Word(w))
            if w.len() == 1 && mark(p, at + 1, &['.']) && word(p, at + 2, &["m", "M"]) =>
        {
            let next = at + 3 + usize::from(mark(p, at + 3, &['.']));
            match w {
                "a" | "A" => ('a', next),
                "p" | "P" => ('p', next),
                _ => return Some(((hour, minute), at)),
            }
        }
        _ => return Some(((hour, minute), at)),
    };
    let hour = match (letter, hour) {
        ('a', 12) => 0,
        ('p', h @ 1..=11) => h + 12,
        (_, h) => h,
    };
    Some(((hour, minute), next))
}

/// Skips names of time zones after a time.
pub(super) fn skip_zone(p: &[Placed<'_>], at: usize) -> usize {
    let zone = |piece: Piece<'_>| matches!(piece, Piece::Word(w) if (2..=5).contains(&w.len()) && w.chars().all(|c| c.is_ascii_uppercase()) || w == "Uhr");
    let mut i = at;
    while i < at + 2 && get(p, i).is_some_and(zone) {
        i += 1;
    }
    i
}
