//! Reading texts that are numbers of their words.

use super::{LONG, MAX_PIECE_BYTES, SPELLED, two_byte};
use crate::needles::Needles;
use dateline_text::bytes::varint_at;

/// The pieces of `WORD`, found once; their letters stay in the section.
#[derive(Debug)]
pub struct Words {
    text_bytes: usize,
    singles: u8,
    /// Of each piece; one more for the end.
    pieces: Vec<Place>,
}

/// Where a piece begins in the section, and two facts about it, in one number.
#[derive(Clone, Copy, Debug)]
struct Place(u32);

impl Place {
    fn new(start: usize, is_word: bool, is_ascii: bool) -> Place {
        Place((start as u32) << 2 | u32::from(is_ascii) << 1 | u32::from(is_word))
    }

    fn start(self) -> usize {
        (self.0 >> 2) as usize
    }

    fn is_word(self) -> bool {
        self.0 & 1 != 0
    }

    fn is_ascii(self) -> bool {
        self.0 & 2 != 0
    }
}

/// A piece as it is read.
#[derive(Clone, Copy)]
enum Read<'p> {
    /// The piece with this number.
    Numbered(u32),
    /// A piece that is spelled out, and whether it is a word.
    Spelled(&'p [u8], bool),
}

/// A text that was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its length in bytes.
    pub bytes: usize,
    /// Whether all of it is ASCII.
    pub is_ascii: bool,
}

/// A piece of a text.
#[derive(Clone, Copy)]
pub(crate) struct Found<'p> {
    pub(crate) letters: &'p [u8],
    /// Its number, unless it is spelled out.
    pub(crate) number: Option<u32>,
    pub(crate) is_word: bool,
    /// Whether it is known to be ASCII.
    pub(crate) is_ascii: bool,
}

impl Words {
    /// Opens the section `WORD`. `None` when it was damaged: every piece is UTF-8 and stands
    /// in the section.
    pub fn open(section: &[u8]) -> Option<Words> {
        let mut rest = section;
        let text_bytes = take_varint(&mut rest)?;
        let (&singles, mut rest) = rest.split_first().filter(|(s, _)| **s < LONG)?;
        let count = take_varint(&mut rest)?;
        let (heads, letters) = rest.split_at_checked(count)?;
        let mut at = section.len() - letters.len();
        let (before, letters) = (at, std::str::from_utf8(letters).ok()?);
        let mut pieces = Vec::with_capacity(count + 1);
        for head in heads {
            let end = at + usize::from(head >> 1);
            let piece = letters.get(at - before..end - before)?;
            pieces.push(Place::new(at, head & 1 != 0, piece.is_ascii()));
            at = end;
        }
        pieces.push(Place::new(at, false, false));
        let fits = at == section.len() && section.len() < 1 << 30;
        fits.then_some(Words { text_bytes, singles, pieces })
    }

    /// Bytes of all texts.
    pub fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    /// How many pieces have numbers.
    pub(crate) fn len(&self) -> usize {
        self.pieces.len() - 1
    }

    /// Calls `each` with the pieces of an item of `TEXT`, up to the first that is damaged or
    /// that it refuses; whether it took all.
    pub(crate) fn each<'p>(
        &self,
        section: &'p [u8],
        item: &'p [u8],
        mut each: impl FnMut(Found<'p>) -> bool,
    ) -> bool {
        let mut rest = item;
        let _ = take_varint(&mut rest);
        while let Some(read) = self.read(&mut rest) {
            let found = match read {
                Read::Numbered(number) => {
                    let at = number as usize;
                    let Some([piece, next]) = self.pieces.get(at..at + 2) else { return false };
                    let letters = section.get(piece.start()..next.start()).unwrap_or_default();
                    let (is_word, is_ascii) = (piece.is_word(), piece.is_ascii());
                    Found { letters, number: Some(number), is_word, is_ascii }
                }
                Read::Spelled(letters, is_word) => {
                    Found { letters, number: None, is_word, is_ascii: letters.is_ascii() }
                }
            };
            if !each(found) {
                return false;
            }
        }
        rest.is_empty()
    }

    /// The next piece. A browser runs a new program as it stands at first: without a call for
    /// most pieces that takes half the time.
    #[inline]
    fn read<'p>(&self, rest: &mut &'p [u8]) -> Option<Read<'p>> {
        match rest.split_first() {
            Some((&first, after)) if first < self.singles => {
                *rest = after;
                Some(Read::Numbered(u32::from(first)))
            }
            _ => self.read_longer(rest),
        }
    }

    // One copy: the program that is fetched first counts every byte.
    #[inline(never)]
    fn read_longer<'p>(&self, rest: &mut &'p [u8]) -> Option<Read<'p>> {
        let (&first, after) = rest.split_first()?;
        let number = match first {
            SPELLED => {
                let mut after = after;
                let head = take_varint(&mut after)?;
                let (letters, after) = after.split_at_checked(head >> 1)?;
                *rest = after;
                return Some(Read::Spelled(letters, head & 1 != 0));
            }
            LONG => {
                let (two, after) = after.split_first_chunk::<2>()?;
                *rest = after;
                let before = usize::from(self.singles) + two_byte(self.singles);
                before as u32 + u32::from(u16::from_le_bytes(*two))
            }
            _ => {
                let (&low, after) = after.split_first()?;
                *rest = after;
                u32::from(self.singles) + (u32::from(first - self.singles) << 8 | u32::from(low))
            }
        };
        Some(Read::Numbered(number))
    }

    /// The length and kind of the text of an item of `TEXT`, without decoding it. `None` when a
    /// code names no piece, a piece is not UTF-8, or the text is not as long as it says.
    pub fn measure(&self, section: &[u8], item: &[u8]) -> Option<Measured> {
        let declared = take_varint(&mut { item })?;
        let mut text = Measured { bytes: 0, is_ascii: true };
        let mut after_word = false;
        let whole = self.each(section, item, |piece| {
            text.bytes += piece.letters.len() + usize::from(after_word && piece.is_word);
            text.is_ascii &= piece.is_ascii;
            after_word = piece.is_word;
            piece.number.is_some() || std::str::from_utf8(piece.letters).is_ok()
        });
        (whole && text.bytes == declared).then_some(text)
    }

    /// Appends the text of an item of `TEXT`; what is damaged is left out.
    pub fn decode(&self, section: &[u8], item: &[u8], out: &mut Vec<u8>) {
        let length = take_varint(&mut { item }).unwrap_or(0);
        out.reserve(length.min(item.len() * MAX_PIECE_BYTES));
        let mut after_word = false;
        self.each(section, item, |piece| {
            if after_word && piece.is_word {
                out.push(b' ');
            }
            out.extend_from_slice(piece.letters);
            after_word = piece.is_word;
            true
        });
    }

    /// Which pieces hold a word of a query: a word of a query stands within one piece.
    pub fn picks(&self, section: &[u8], needles: Needles) -> Picks {
        let ends = self.pieces.windows(2);
        let letters = ends.map(|p| section.get(p[0].start()..p[1].start()).unwrap_or_default());
        Picks { of: letters.map(|letters| needles.pick(letters)).collect(), needles }
    }

    /// Whether an item of `TEXT` may hold a word of the query.
    pub fn pick(&self, item: &[u8], picks: &Picks) -> bool {
        let mut rest = item;
        let _ = take_varint(&mut rest);
        while let Some(&first) = rest.first() {
            // Most codes are of two bytes; as in [`Words::read`], without a call.
            let number = if first < self.singles {
                rest = &rest[1..];
                u32::from(first)
            } else if let ([_, low, after @ ..], true) = (rest, first < LONG) {
                rest = after;
                u32::from(self.singles) + (u32::from(first - self.singles) << 8 | u32::from(*low))
            } else {
                match self.read_longer(&mut rest) {
                    Some(Read::Numbered(number)) => number,
                    Some(Read::Spelled(letters, _)) if !picks.needles.pick(letters) => continue,
                    Some(Read::Spelled(..)) => return true,
                    None => return false,
                }
            };
            if picks.of.get(number as usize).is_some_and(|p| *p) {
                return true;
            }
        }
        false
    }
}

/// The pieces that hold a word of a query.
#[derive(Debug)]
pub struct Picks {
    of: Vec<bool>,
    needles: Needles,
}

impl Picks {
    /// Whether this piece does.
    pub(crate) fn holds(&self, piece: &Found<'_>) -> bool {
        match piece.number {
            Some(number) => self.of.get(number as usize).is_some_and(|p| *p),
            None => self.needles.pick(piece.letters),
        }
    }
}

/// A varint from the beginning of `rest`, which moves over it; `None` at the end.
#[inline]
fn take_varint(rest: &mut &[u8]) -> Option<usize> {
    let mut at = 0;
    let value = varint_at(rest, &mut at)?;
    *rest = &rest[at..];
    u32::try_from(value).ok().map(|value| value as usize)
}
