//! Writing a pack: sections in, bytes out.

use super::bytes::{Cursor, put_str, put_varint};
use super::{ALIGN, HEADER, MAGIC, ROW, Section, VERSION};
use dateline_text::Span;
use std::collections::HashMap;
use xxhash_rust::xxh64::xxh64;

/// Sections with their bytes.
pub(crate) type Sections = Vec<(Section, Vec<u8>)>;

/// Writes a span after the end of the one before; its own end comes back. Spans
/// that are out of order are pulled to the end of the one before: the annotator
/// and the reader promise that there are none.
pub(crate) fn put_gap(out: &mut Vec<u8>, end: u32, span: Span) -> u32 {
    debug_assert!(span.start >= end, "spans out of order: {span:?} after {end}");
    let start = span.start.max(end);
    let stop = span.end.max(start);
    put_varint(out, u64::from(start - end));
    put_varint(out, u64::from(stop - start));
    stop
}

/// Puts header, table and sections together. `None` when an offset would not fit
/// 32 bits.
pub(crate) fn assemble(articles: u32, sections: &[(Section, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut at = (HEADER + ROW * sections.len()).next_multiple_of(ALIGN);
    let size: usize = sections.iter().map(|(_, b)| b.len().next_multiple_of(ALIGN)).sum();
    let mut out = Vec::with_capacity(at + size);
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(sections.len() as u16).to_le_bytes());
    out.extend_from_slice(&articles.to_le_bytes());
    out.extend_from_slice(&[0; 8]);
    for (section, bytes) in sections {
        out.extend_from_slice(section.letters());
        out.extend_from_slice(&u32::try_from(at).ok()?.to_le_bytes());
        out.extend_from_slice(&u32::try_from(bytes.len()).ok()?.to_le_bytes());
        at = (at + bytes.len()).next_multiple_of(ALIGN);
    }
    for (_, bytes) in sections {
        out.resize(out.len().next_multiple_of(ALIGN), 0);
        out.extend_from_slice(bytes);
    }
    let sum = xxh64(&out[HEADER..], 0);
    out[16..24].copy_from_slice(&sum.to_le_bytes());
    Some(out)
}

/// A list of things of different lengths with its offsets.
#[derive(Default)]
pub(crate) struct List {
    ends: Vec<usize>,
    /// The things, one after another.
    pub(crate) bytes: Vec<u8>,
}

impl List {
    /// Ends the thing that was just written to `bytes`.
    pub(crate) fn end_item(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// The offsets as a section and the things as another. `None` when they do
    /// not fit 32 bits.
    pub(crate) fn finish(self) -> Option<(Vec<u8>, Vec<u8>)> {
        let mut offsets = Vec::with_capacity(4 * (self.ends.len() + 1));
        offsets.extend_from_slice(&0_u32.to_le_bytes());
        for end in self.ends {
            offsets.extend_from_slice(&u32::try_from(end).ok()?.to_le_bytes());
        }
        Some((offsets, self.bytes))
    }
}

/// Strings that are named by number, each kept once. Number 0 is the empty string.
pub(crate) struct Strings {
    numbers: HashMap<String, u32>,
    bytes: Vec<u8>,
}

impl Default for Strings {
    fn default() -> Self {
        let mut strings = Strings { numbers: HashMap::new(), bytes: Vec::new() };
        strings.number("");
        strings
    }
}

impl Strings {
    /// The strings of a pack with their numbers, to add more.
    pub(crate) fn reopen(mut section: Cursor<'_>) -> Strings {
        let mut strings = Strings { numbers: HashMap::new(), bytes: Vec::new() };
        for _ in 0..section.number().unwrap_or(0) {
            strings.number(section.str().unwrap_or(""));
        }
        strings.number("");
        strings
    }

    pub(crate) fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(text.to_owned(), number);
        put_str(&mut self.bytes, text);
        number
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        let mut out = Vec::new();
        put_varint(&mut out, self.numbers.len() as u64);
        out.extend(self.bytes);
        out
    }
}
