//! The strings that sections name by number, written and read.

use dateline_text::bytes::{Cursor, put_str, put_varint};
use std::collections::HashMap;
use std::ops::Range;

/// Strings on their way into a pack, each once. Number 0 is the empty string.
pub(crate) struct StringWriter {
    numbers: HashMap<String, u32>,
    count: u32,
    bytes: Vec<u8>,
}

impl Default for StringWriter {
    fn default() -> Self {
        let mut strings = StringWriter { numbers: HashMap::new(), count: 0, bytes: Vec::new() };
        strings.number("");
        strings
    }
}

impl StringWriter {
    /// The strings of a pack with their numbers, to add more.
    pub(crate) fn reopen(strings: Strings<'_>) -> StringWriter {
        let mut writer = StringWriter { numbers: HashMap::new(), count: 0, bytes: Vec::new() };
        (0..strings.table.places.len() as u32).for_each(|n| writer.push(strings.get(n)));
        writer.number("");
        writer
    }

    /// The number of a string, which is added where it is new.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        self.push(text);
        self.count - 1
    }

    fn push(&mut self, text: &str) {
        self.numbers.entry(text.to_owned()).or_insert(self.count);
        self.count += 1;
        put_str(&mut self.bytes, text);
    }

    /// The section.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut out = Vec::new();
        put_varint(&mut out, u64::from(self.count));
        out.extend(self.bytes);
        out
    }
}

/// The places of the strings of a pack in its section.
pub(crate) struct StringTable {
    places: Vec<Range<u32>>,
}

impl StringTable {
    /// `None` when the section is damaged.
    pub(crate) fn open(section: &[u8]) -> Option<StringTable> {
        let mut cursor = Cursor::new(section);
        let count = cursor.count(1)?;
        let mut places = Vec::with_capacity(count);
        for _ in 0..count {
            let text = cursor.str()?;
            let end = section.len() - cursor.left();
            places.push((end - text.len()) as u32..end as u32);
        }
        Some(StringTable { places })
    }
}

/// The strings of a pack by number.
#[derive(Clone, Copy)]
pub(crate) struct Strings<'c> {
    pub(crate) table: &'c StringTable,
    pub(crate) section: &'c [u8],
}

impl<'c> Strings<'c> {
    /// Whether a number stands for a string.
    pub(crate) fn has(self, number: u32) -> bool {
        (number as usize) < self.table.places.len()
    }

    /// The string of a number; empty when there is none.
    pub(crate) fn get(self, number: u32) -> &'c str {
        let place = self.table.places.get(number as usize);
        let bytes = place.and_then(|p| self.section.get(p.start as usize..p.end as usize));
        bytes.and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("")
    }
}
