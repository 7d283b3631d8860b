//! The bytes of an index, version 2. All numbers are little-endian.
//!
//! ```text
//! 0   "DLIX"  4   version u32   8   articles u32   12   words (different) u32
//! 16  bytes a word number takes in WORDS, u32      20   words of title and body u32
//! 24  end of each section, 10 × u32, counted from byte 64; then the sections:
//!
//! WORDS        the word numbers of all articles in order: rank + 4, or a mark:
//!              0 between two titles, 1 byline, 2 source, 3 hidden block follows
//! ARTICLES     3 × u32 an article, and one more: where in WORDS its titles, its
//!              body and the rest begin
//! LENGTHS      u8 an article: 16 × log2(1 + words in title and body)
//! DICTIONARY   fst: folded word → its rank in the order of bytes; a character of a script
//!              without spaces that is joined to the one before it has a byte 1 behind it,
//!              and so stands right after the same character that is not
//! MAIN         postings: articles with the word in title or body; frequency =
//!              in the body + 3 × in the title, at most 255
//! MAIN_AT      u32 × (words + 1): where the postings of each word begin in MAIN
//! TITLE, TITLE_AT     the same for titles alone
//! ASIDE, ASIDE_AT     the same for byline, source and hidden blocks
//! ```
//!
//! Postings of a word: its number of articles (varint); for each full block of
//! 128 a header of 12 bytes (u32 last article, u32 where its data begins after
//! the headers, u8 bits of a gap, u8 bits of a frequency, u8 impact, u8 0);
//! the data of the blocks (gaps to the article before, less one; frequencies
//! less one; both packed); then the rest as varints: gap × 2 + (1 when a
//! frequency above 1 follows). The impact of a block is its highest
//! frequency / (frequency + K) × 255, rounded up, K as in `run/score.rs`.

pub(crate) const MAGIC: &[u8; 4] = b"DLIX";
pub(crate) const VERSION: u32 = 2;
pub(crate) const HEADER: usize = 64;
pub(crate) const SECTIONS: usize = 10;

pub(crate) const WORDS: usize = 0;
pub(crate) const ARTICLES: usize = 1;
pub(crate) const LENGTHS: usize = 2;
pub(crate) const DICTIONARY: usize = 3;
/// The offsets of each set of postings stand in the section after it.
pub(crate) const MAIN: usize = 4;
pub(crate) const TITLE: usize = 6;
pub(crate) const ASIDE: usize = 8;

/// Marks in WORDS before the first word number.
pub(crate) const BREAK: u32 = 0;
pub(crate) const BYLINE: u32 = 1;
pub(crate) const SOURCE: u32 = 2;
pub(crate) const HIDDEN: u32 = 3;
pub(crate) const MARKS: u32 = 4;

/// Behind a character that is joined to the one before it. No folded word holds it.
pub(crate) const JOINED: char = '\u{1}';

/// How much more a word in the title counts than one in the body.
pub(crate) const TITLE_WEIGHT: u32 = 3;

/// The byte that stands for a length in words.
pub(crate) fn length_code(words: u32) -> u8 {
    (16.0 * (1.0 + words as f32).log2()).round().min(255.0) as u8
}

/// About the length that a byte stands for, in words.
pub(crate) fn length_of(code: u8) -> f32 {
    (f32::from(code) / 16.0).exp2() - 1.0
}
