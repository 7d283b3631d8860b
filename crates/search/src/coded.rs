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

mod numbers;
mod words;

pub use numbers::{Counts, Numbers, spell};
pub use words::{Measured, Picks, Words};

const LONG: u8 = 254;
const SPELLED: u8 = 255;
/// Pieces with more bytes are spelled out.
const MAX_PIECE_BYTES: usize = 127;

/// How many pieces have two bytes.
fn two_byte(singles: u8) -> usize {
    usize::from(LONG - singles) << 8
}

#[cfg(test)]
mod tests {
    use super::{Counts, MAX_PIECE_BYTES, Words, spell};
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
                prop_assert!(out.len() <= item.len() * (MAX_PIECE_BYTES + 1));
            }
        }
    }
}
