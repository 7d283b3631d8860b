//! The pack: the one binary form of a corpus, read in place.
//!
//! All numbers are little-endian. A varint is LEB128 of an unsigned 64-bit number
//! (seven bits a byte, low ones first, the high bit set on all but the last).
//! A string is a varint of its length in bytes and its UTF-8.
//!
//! # Header, 24 bytes
//! | Bytes | What |
//! |---|---|
//! | 0..8 | `DATELINE` |
//! | 8..10 | version, u16: 2 when there is a section `WORD`, else 1 |
//! | 10..12 | number of sections, u16 |
//! | 12..16 | number of articles, u32 |
//! | 16..24 | xxHash64 (seed 0) of everything from byte 24 on |
//!
//! Then the table of sections, 12 bytes each: four ASCII letters, start (u32, from
//! the first byte of the file, a multiple of 8) and length (u32). Sections may come
//! in any order; a reader skips those it does not know.
//!
//! # Sections
//! Offsets are u32; a list of n things has n + 1 of them, the first being 0.
//!
//! | Letters | What |
//! |---|---|
//! | `META` | strings: title of the corpus, its language, gazetteer version; then 32 bytes: SHA-256 of the sources |
//! | `STRS` | varint count; strings that other sections name by their number |
//! | `CTRY` | two ASCII letters a country; mentions name countries by their number |
//! | `TOFF` | offsets of the articles' texts in `TEXT` |
//! | `TEXT` | the texts one after another: raw text, then what the publisher added. In version 2 as numbers of their words, see `crates/search/src/coded.rs` |
//! | `WORD` | the words that those numbers stand for |
//! | `ROFF` | offsets of the articles' records in `RECS` |
//! | `RECS` | a record an article, see below |
//! | `BOFF` | offsets of the articles' blocks in `BLKS` |
//! | `BLKS` | a block: gap, length, kind + 16 × duplicate, reason (number in `STRS`), all varints; the gap counts from the end of the block before |
//! | `MOFF` | offsets of the articles' mentions in `MENT` |
//! | `MENT` | a mention: gap, length and country (varints; number in `CTRY`), class (u8), rule (varint, number in `STRS`) |
//! | `AOFF` | offsets of the articles' ambiguous words in `AMBG`; both may be missing |
//! | `AMBG` | words that may name several countries: gap, length, count of countries, their numbers in `CTRY`, likeliest first (varints) |
//! | `DATE` | u32 an article: 0 undated, else (year - 1000) × 2^20 + month × 2^16 + day × 2^11 + minute of the day + 1; an unknown part is 0 |
//! | `FIND` | u32 an article: 0 holds one article, 1 + 4 × count holds several, 2 + 4 × number in `STRS` holds none but what the string says; missing when all hold one |
//! | `WHLD` | u32: words shown on either side of a mention, when all other words of the texts are withheld; missing when the texts are whole |
//! | `FLDS` | varint count of fields; each field: name, varint count of values, the values (strings, sorted), then for each article a varint count and the varint numbers of its values. The first field is `source` |
//! | `RARE` | fields of few articles: varint count of fields; each field: name, varint count of values, the values (strings, sorted), varint count of articles that have any; for each of these varint gap of its number, varint count, varint numbers of its values; may be missing |
//! | `INDX` | the search index, as the search crate writes it. Optional: without it, or when another version wrote it, the index is built from `TEXT` on the first query. Packs carry none unless asked for one: it takes more bytes than it saves time where the text has to be loaded too |
//!
//! A class is kind (0 name, 1 demonym, 2 capital, 3 place) + 4 × in_name + 8 ×
//! standing (0 clean, 1 repeat, 2 furniture) + 32 × weight (0 body, 1 lead, 2 title).
//!
//! A record: name (string); varint length of the raw text; varint words in clean
//! text; then spans, each a varint that is 0 for none or start + 1, followed by a
//! varint length: title, kicker, source, byline, printed date; a byte for where the
//! title is from (0 headline, 1 first sentence); evidence of the date, address and
//! language (numbers in `STRS`, 0 being the empty string); varint count of dates
//! that the text speaks of, each gap, length (varints) and ISO 8601 (number in
//! `STRS`).
//!
//! # Version policy
//! A reader opens every version up to its own and refuses later ones by name. A
//! new section that old readers may skip keeps the version; anything that changes
//! the meaning of an existing byte raises it, and a pack of the old version joins
//! the tests.

pub(crate) const MAGIC: &[u8; 8] = b"DATELINE";
pub(crate) const VERSION: u16 = 2;
pub(crate) const HEADER: usize = 24;
/// Where the checksum stands in the header.
pub(crate) const CHECKSUM: std::ops::Range<usize> = 16..24;
pub(crate) const ROW: usize = 12;
pub(crate) const ALIGN: usize = 8;

/// The sections of a pack, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Meta,
    Strings,
    Countries,
    Words,
    TextOffsets,
    Text,
    RecordOffsets,
    Records,
    BlockOffsets,
    Blocks,
    MentionOffsets,
    Mentions,
    AmbiguousOffsets,
    Ambiguous,
    Dates,
    Findings,
    Withheld,
    Fields,
    RareFields,
    Index,
}

impl Section {
    pub(crate) const ALL: [Section; 20] = [
        Section::Meta,
        Section::Strings,
        Section::Countries,
        Section::Words,
        Section::TextOffsets,
        Section::Text,
        Section::RecordOffsets,
        Section::Records,
        Section::BlockOffsets,
        Section::Blocks,
        Section::MentionOffsets,
        Section::Mentions,
        Section::AmbiguousOffsets,
        Section::Ambiguous,
        Section::Dates,
        Section::Findings,
        Section::Withheld,
        Section::Fields,
        Section::RareFields,
        Section::Index,
    ];

    pub(crate) fn letters(self) -> &'static [u8; 4] {
        match self {
            Section::Meta => b"META",
            Section::Strings => b"STRS",
            Section::Countries => b"CTRY",
            Section::Words => b"WORD",
            Section::TextOffsets => b"TOFF",
            Section::Text => b"TEXT",
            Section::RecordOffsets => b"ROFF",
            Section::Records => b"RECS",
            Section::BlockOffsets => b"BOFF",
            Section::Blocks => b"BLKS",
            Section::MentionOffsets => b"MOFF",
            Section::Mentions => b"MENT",
            Section::AmbiguousOffsets => b"AOFF",
            Section::Ambiguous => b"AMBG",
            Section::Dates => b"DATE",
            Section::Findings => b"FIND",
            Section::Withheld => b"WHLD",
            Section::Fields => b"FLDS",
            Section::RareFields => b"RARE",
            Section::Index => b"INDX",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        std::str::from_utf8(self.letters()).unwrap_or("????")
    }
}

#[cfg(test)]
mod tests {
    use super::Section;

    #[test]
    fn the_architecture_tells_of_every_section() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ARCHITECTURE.md");
        let told = std::fs::read_to_string(path).expect("ARCHITECTURE.md");
        for section in Section::ALL {
            assert!(told.contains(&format!("`{}`", section.name())), "{}", section.name());
        }
    }
}
