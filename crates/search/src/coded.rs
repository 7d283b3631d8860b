//! Texts as numbers of their words: what a large pack holds instead of the letters.
//! A third of the bytes, in memory too; any text is decoded alone, at memory speed.
//!
//! A text is cut into words (runs of letters and digits) and what stands between them.
//! A single space between two words is not written. Pieces that come often have numbers,
//! the most frequent ones the shortest; others are spelled out. After N. Brisaboa,
//! A. Fariña, G. Navarro and J. Paramá, "Lightweight natural language text compression",
//! Information Retrieval 10(1), 2007. The bytes (a varint is
//! LEB128), as two sections of a pack:
//!
//! ```text
//! WORD   varint bytes of all texts; u8 S; varint count of pieces;
//!        u8 a piece: length × 2 + (1 for a word); the pieces one after another
//! TEXT   an item a text: varint bytes of the text, then codes:
//!        b < S           piece b
//!        S <= b < 254    piece S + (b - S) × 256 + next byte
//!        254             piece S + (254 - S) × 256 + next two bytes (u16)
//!        255             varint length × 2 + (1 for a word), then the piece itself
//! ```

use crate::needles::Needles;
use std::collections::HashMap;

const LONG: u8 = 254;
const SPELLED: u8 = 255;
/// Pieces with more bytes are spelled out.
const LONGEST: usize = 127;
/// Pieces that come less often are spelled out.
const OFTEN: u32 = 2;

/// So many different pieces are counted.
const MOST: usize = 1 << 19;

/// One piece of a text.
#[derive(Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    is_word: bool,
}

/// The pieces of a text, without the single spaces between words.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    let mut after_word = false;
    std::iter::from_fn(move || {
        let mut piece = next_piece(rest)?;
        rest = &rest[piece.text.len()..];
        if after_word && piece.text == " " && !rest.is_empty() {
            piece = next_piece(rest)?;
            rest = &rest[piece.text.len()..];
        }
        after_word = piece.is_word;
        Some(piece)
    })
}

fn next_piece(rest: &str) -> Option<Piece<'_>> {
    let is_word = rest.chars().next()?.is_alphanumeric();
    let end = rest.find(|c: char| c.is_alphanumeric() != is_word).unwrap_or(rest.len());
    Some(Piece { text: &rest[..end], is_word })
}

/// How often each piece comes.
#[derive(Debug, Default)]
pub struct Counts {
    /// With whether it is a word.
    pieces: HashMap<Box<str>, (u32, bool)>,
}

impl Counts {
    /// Counts the pieces of a text. Those first met after very many others are not
    /// counted, so that memory is bounded.
    pub fn add(&mut self, text: &str) {
        for piece in pieces(text).filter(|p| p.text.len() <= LONGEST) {
            if let Some((count, _)) = self.pieces.get_mut(piece.text) {
                *count = count.saturating_add(1);
            } else if self.pieces.len() < MOST {
                self.pieces.insert(piece.text.into(), (1, piece.is_word));
            }
        }
    }

    /// Numbers for those that come often.
    pub fn finish(self) -> Numbers {
        let often = self.pieces.into_iter().filter(|(_, (count, _))| *count >= OFTEN);
        let mut often: Vec<(u32, Box<str>, bool)> =
            often.map(|(text, (count, is_word))| (count, text, is_word)).collect();
        often.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let counts: Vec<u32> = often.iter().map(|(count, ..)| *count).collect();
        let singles = best_singles(&counts);
        often.truncate(capacity(singles));
        let heads = often.iter().map(|(_, text, is_word)| head(text.len(), *is_word) as u8);
        let heads = heads.collect();
        let letters = often.iter().flat_map(|(_, text, _)| text.bytes()).collect();
        let of = (0..).zip(often).map(|(number, (_, text, _))| (text, number)).collect();
        Numbers { of, heads, letters, singles }
    }
}

/// Length and whether it is a word, in one number.
fn head(length: usize, is_word: bool) -> u64 {
    length as u64 * 2 + u64::from(is_word)
}

/// The pieces that have numbers, the most frequent first.
#[derive(Debug)]
pub struct Numbers {
    of: HashMap<Box<str>, u32>,
    heads: Vec<u8>,
    letters: Vec<u8>,
    /// How many of them take one byte.
    singles: u8,
}

impl Numbers {
    /// The section `WORD`, for texts of so many bytes in all.
    pub fn section(&self, text_bytes: u64) -> Vec<u8> {
        let mut out = Vec::new();
        put_varint(&mut out, text_bytes);
        out.push(self.singles);
        put_varint(&mut out, self.heads.len() as u64);
        out.extend_from_slice(&self.heads);
        out.extend_from_slice(&self.letters);
        out
    }

    /// Appends the item of a text for `TEXT`.
    pub fn code(&self, text: &str, out: &mut Vec<u8>) {
        put_varint(out, text.len() as u64);
        pieces(text).for_each(|piece| self.put(out, piece));
    }

    fn put(&self, out: &mut Vec<u8>, piece: Piece<'_>) {
        let singles = u32::from(self.singles);
        let two = two_byte(self.singles) as u32;
        match self.of.get(piece.text) {
            Some(&number) if number < singles => out.push(number as u8),
            Some(&number) if number - singles < two => {
                let rest = number - singles;
                out.extend([self.singles + (rest >> 8) as u8, rest as u8]);
            }
            Some(&number) => {
                out.push(LONG);
                out.extend_from_slice(&((number - singles - two) as u16).to_le_bytes());
            }
            None => {
                out.push(SPELLED);
                put_varint(out, head(piece.text.len(), piece.is_word));
                out.extend_from_slice(piece.text.as_bytes());
            }
        }
    }
}

/// How many pieces have two bytes.
fn two_byte(singles: u8) -> usize {
    usize::from(LONG - singles) << 8
}

/// How many pieces have numbers.
fn capacity(singles: u8) -> usize {
    usize::from(singles) + two_byte(singles) + (1 << 16)
}

/// The division of the first byte that makes the codes shortest; counts fall.
fn best_singles(counts: &[u32]) -> u8 {
    let mut before = vec![0_u64];
    before.extend(counts.iter().scan(0, |sum, count| {
        *sum += u64::from(*count);
        Some(*sum)
    }));
    let up_to = |at: usize| before[at.min(counts.len())];
    // Against three bytes for each: what one and two bytes save.
    let saved = |s: &u8| up_to(usize::from(*s)) + up_to(usize::from(*s) + two_byte(*s));
    // The smallest of equal ones.
    (0..LONG).rev().max_by_key(saved).unwrap_or(LONG / 2)
}

/// Appends the item of a text that is spelled out, as one piece.
pub fn spell(text: &str, out: &mut Vec<u8>) {
    put_varint(out, text.len() as u64);
    out.push(SPELLED);
    put_varint(out, head(text.len(), false));
    out.extend_from_slice(text.as_bytes());
}

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
    /// Opens the section `WORD`. `None` when it was damaged.
    pub fn open(section: &[u8]) -> Option<Words> {
        let mut rest = section;
        let text_bytes = take_varint(&mut rest)?;
        let (&singles, mut rest) = rest.split_first().filter(|(s, _)| **s < LONG)?;
        let count = take_varint(&mut rest)?;
        let (heads, letters) = rest.split_at_checked(count)?;
        let mut at = section.len() - letters.len();
        let mut pieces = Vec::with_capacity(count + 1);
        for head in heads {
            let end = at + usize::from(head >> 1);
            pieces.push(Place::new(at, head & 1 != 0, section.get(at..end)?.is_ascii()));
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

    // One copy: the program that is fetched first counts every byte.
    #[inline(never)]
    fn read<'p>(&self, rest: &mut &'p [u8]) -> Option<Read<'p>> {
        let (&first, after) = rest.split_first()?;
        let number = match first {
            _ if first < self.singles => {
                *rest = after;
                u32::from(first)
            }
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

    /// Appends the text of an item of `TEXT`; what is damaged is left out.
    pub fn decode(&self, section: &[u8], item: &[u8], out: &mut Vec<u8>) {
        let length = take_varint(&mut { item }).unwrap_or(0);
        out.reserve(length.min(item.len() * LONGEST));
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
        while let Some(read) = self.read(&mut rest) {
            let is_picked = match read {
                Read::Numbered(number) => picks.of.get(number as usize).is_some_and(|p| *p),
                Read::Spelled(letters, _) => picks.needles.pick(letters),
            };
            if is_picked {
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

fn put_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// A varint from the beginning of `rest`, which moves over it; `None` at the end.
#[inline]
fn take_varint(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0_u64;
    for shift in (0..35).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return u32::try_from(value).ok().map(|value| value as usize);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(texts: &[String]) {
        let mut counts = Counts::default();
        texts.iter().for_each(|text| counts.add(text));
        let numbers = counts.finish();
        let section = numbers.section(42);
        let words = Words::open(&section).expect("words that were just written");
        assert_eq!(words.text_bytes(), 42);
        for text in texts {
            let (mut item, mut out) = (Vec::new(), Vec::new());
            numbers.code(text, &mut item);
            words.decode(&section, &item, &mut out);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(text.as_str()));
            let (mut item, mut out) = (Vec::new(), Vec::new());
            spell(text, &mut item);
            words.decode(&section, &item, &mut out);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(text.as_str()));
        }
    }

    #[test]
    fn texts_come_back() {
        let rows = [
            "",
            " ",
            "a",
            "a b",
            "a  b",
            " a b ",
            "a b. a b.\n\na",
            "Élysée été naïve, 中国和 Россия; e\u{301}té",
            "the the the\tthe",
        ];
        check(&rows.map(str::to_owned));
        check(&[]);
        let long = "x".repeat(300);
        check(&[format!("{long} {long} {long}"), "-".repeat(500)]);
    }

    #[test]
    fn many_words_take_one_two_and_three_bytes() {
        let all: Vec<String> = (0..70_000).map(|n: u32| format!("w{n:x}")).collect();
        let twice = format!("{0} {0} and and and and", all.join(" "));
        let mut counts = Counts::default();
        counts.add(&twice);
        let mut item = Vec::new();
        counts.finish().code(&twice, &mut item);
        assert!((70_000 * 2 * 2..70_000 * 2 * 3).contains(&item.len()), "{}", item.len());
        check(&[twice]);
    }

    #[test]
    fn the_division_follows_what_comes_often() {
        // Few pieces take a byte each; many need all the two-byte codes there are.
        assert_eq!(best_singles(&[5; 200]), 200);
        assert_eq!(best_singles(&vec![5; 60_000]), 19);
    }

    proptest! {
        #[test]
        fn any_texts_come_back(texts in prop::collection::vec("([a-c ]|[\\PC\n]){0,40}", 0..6)) {
            check(&texts);
        }

        #[test]
        fn damage_never_panics(
            section in prop::collection::vec(any::<u8>(), 0..40),
            item in prop::collection::vec(any::<u8>(), 0..40),
        ) {
            if let Some(words) = Words::open(&section) {
                let mut out = Vec::new();
                words.decode(&section, &item, &mut out);
                prop_assert!(out.len() <= item.len() * (LONGEST + 1));
            }
        }
    }
}
