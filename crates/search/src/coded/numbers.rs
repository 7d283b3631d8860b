//! Giving numbers to the pieces of texts, and writing texts with them.

use super::{LONG, MAX_PIECE_BYTES, SPELLED, two_byte};
use dateline_text::bytes::put_varint;
use std::collections::HashMap;

/// Pieces that come less often are spelled out.
const OFTEN: u32 = 2;

/// So many different pieces are counted.
const MAX_PIECES: usize = 1 << 19;

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
        for piece in pieces(text).filter(|p| p.text.len() <= MAX_PIECE_BYTES) {
            if let Some((count, _)) = self.pieces.get_mut(piece.text) {
                *count = count.saturating_add(1);
            } else if self.pieces.len() < MAX_PIECES {
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

#[cfg(test)]
mod tests {
    use super::best_singles;

    #[test]
    fn the_division_follows_what_comes_often() {
        // Few pieces take a byte each; many need all the two-byte codes there are.
        assert_eq!(best_singles(&[5; 200]), 200);
        assert_eq!(best_singles(&vec![5; 60_000]), 19);
    }
}
