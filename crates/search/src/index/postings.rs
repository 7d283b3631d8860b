//! The articles of one word with its frequency in each: blocks of 128, packed.

use super::bytes::{pack_bits, u32_at, unpack_bits};
use crate::docset::DocSet;
use dateline_text::bytes::{put_varint, varint_at};

/// Articles in a block.
pub(crate) const BLOCK: usize = 128;
const BLOCK_HEADER: usize = 12;

/// Appends the postings of one word: `docs` ascending, `freqs` beside them, at
/// least 1; `impact` gives a value from 0 to 1 for an article and a frequency.
pub(crate) fn write(
    out: &mut Vec<u8>,
    docs: &[u32],
    freqs: &[u8],
    impact: impl Fn(u32, u32) -> f32,
) {
    put_varint(out, docs.len() as u64);
    let full = docs.len() / BLOCK * BLOCK;
    let headers = out.len();
    let data = headers + full / BLOCK * BLOCK_HEADER;
    out.resize(data, 0);
    let mut before = u32::MAX;
    let blocks = docs[..full].chunks(BLOCK).zip(freqs[..full].chunks(BLOCK));
    for (at, (docs, freqs)) in blocks.enumerate() {
        let gaps: Vec<u32> = gaps(docs, before).collect();
        let freqs: Vec<u32> = freqs.iter().map(|f| u32::from(*f) - 1).collect();
        let begin = (out.len() - data) as u32;
        let widths = (width(&gaps), width(&freqs));
        pack_bits(out, &gaps, widths.0);
        pack_bits(out, &freqs, widths.1);
        let most = docs.iter().zip(&freqs).map(|(d, f)| impact(*d, f + 1)).fold(0.0, f32::max);
        before = docs[BLOCK - 1];
        let header = &mut out[headers + at * BLOCK_HEADER..][..BLOCK_HEADER];
        header[..4].copy_from_slice(&before.to_le_bytes());
        header[4..8].copy_from_slice(&begin.to_le_bytes());
        header[8] = widths.0 as u8;
        header[9] = widths.1 as u8;
        header[10] = (most * 255.0).ceil().min(255.0) as u8;
    }
    for (gap, &freq) in gaps(&docs[full..], before).zip(&freqs[full..]) {
        put_varint(out, u64::from(gap << 1 | u32::from(freq > 1)));
        if freq > 1 {
            put_varint(out, u64::from(freq));
        }
    }
}

fn gaps(docs: &[u32], before: u32) -> impl Iterator<Item = u32> {
    docs.iter().scan(before, |before, &doc| {
        let gap = doc.wrapping_sub(*before) - 1;
        *before = doc;
        Some(gap)
    })
}

fn width(values: &[u32]) -> u32 {
    32 - values.iter().fold(0, |all, value| all | value).leading_zeros()
}

/// The postings of one word, read in place.
#[derive(Clone, Copy)]
pub(crate) struct List<'b> {
    /// From the block headers on.
    bytes: &'b [u8],
    len: u32,
}

/// A decoded block.
pub(crate) struct Block {
    pub(crate) docs: [u32; BLOCK],
    pub(crate) freqs: [u32; BLOCK],
    pub(crate) len: usize,
}

impl Default for Block {
    fn default() -> Self {
        Block { docs: [0; BLOCK], freqs: [0; BLOCK], len: 0 }
    }
}

impl<'b> List<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        let mut at = 0;
        let len = varint(bytes, &mut at);
        Self { bytes: &bytes[at.min(bytes.len())..], len }
    }

    /// How many articles the word is in.
    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    /// How many blocks there are with the rest at the end, which may be empty.
    pub(crate) fn blocks(&self) -> usize {
        self.full() + 1
    }

    fn full(&self) -> usize {
        self.len as usize / BLOCK
    }

    fn header(&self, block: usize) -> &'b [u8] {
        self.bytes.get(block * BLOCK_HEADER..(block + 1) * BLOCK_HEADER).unwrap_or(&[0; 12])
    }

    /// The highest impact in a full block, from 0 to 255.
    pub(crate) fn impact(&self, block: usize) -> u8 {
        if block < self.full() { self.header(block)[10] } else { u8::MAX }
    }

    /// The last article of a block; `u32::MAX` for the rest.
    pub(crate) fn last(&self, block: usize) -> u32 {
        if block < self.full() { u32_at(self.header(block), 0) } else { u32::MAX }
    }

    fn before(&self, block: usize) -> u32 {
        if block == 0 { u32::MAX } else { self.last(block - 1) }
    }

    fn data(&self) -> &'b [u8] {
        self.bytes.get(self.full() * BLOCK_HEADER..).unwrap_or(&[])
    }

    /// Where the rest begins after the headers.
    fn rest_at(&self) -> usize {
        let Some(last) = self.full().checked_sub(1) else { return 0 };
        let header = self.header(last);
        let bits = usize::from(header[8]) + usize::from(header[9]);
        u32_at(header, 4) as usize + bits * BLOCK / 8
    }

    /// Decodes the articles of a block, and the frequencies when asked.
    pub(crate) fn read(&self, block: usize, out: &mut Block, with_freqs: bool) {
        if block >= self.full() {
            self.read_rest(out);
            return;
        }
        let header = self.header(block);
        let data = self.data().get(u32_at(header, 4) as usize..).unwrap_or(&[]);
        let (gap_bits, freq_bits) = (u32::from(header[8].min(32)), u32::from(header[9].min(32)));
        unpack_bits(data, gap_bits, &mut out.docs);
        let mut doc = self.before(block);
        for slot in &mut out.docs {
            doc = doc.wrapping_add(*slot).wrapping_add(1);
            *slot = doc;
        }
        if with_freqs {
            let data = data.get(gap_bits as usize * BLOCK / 8..).unwrap_or(&[]);
            unpack_bits(data, freq_bits, &mut out.freqs);
            out.freqs.iter_mut().for_each(|freq| *freq += 1);
        }
        out.len = BLOCK;
    }

    fn read_rest(&self, out: &mut Block) {
        let mut len = 0;
        self.each_of_rest(|doc, freq| {
            (out.docs[len], out.freqs[len]) = (doc, freq);
            len += 1;
        });
        out.len = len;
    }

    /// Calls `each` with every article of the rest and its frequency.
    #[inline]
    fn each_of_rest(&self, mut each: impl FnMut(u32, u32)) {
        let data = self.data();
        let mut at = self.rest_at();
        let mut doc = self.before(self.full());
        for _ in 0..self.len as usize % BLOCK {
            let value = varint(data, &mut at);
            doc = doc.wrapping_add(value >> 1).wrapping_add(1);
            each(doc, if value & 1 == 1 { varint(data, &mut at) } else { 1 });
        }
    }

    /// Calls `each` with every article and its frequency.
    #[inline]
    pub(crate) fn each(&self, block: &mut Block, mut each: impl FnMut(u32, u32)) {
        for at in 0..self.full() {
            self.read(at, block, true);
            for (doc, freq) in block.docs.iter().zip(&block.freqs) {
                each(*doc, *freq);
            }
        }
        self.each_of_rest(each);
    }

    /// Like [`List::each`], but may leave out articles that are not in `among`.
    #[inline]
    pub(crate) fn each_near(
        &self,
        among: &DocSet,
        block: &mut Block,
        mut each: impl FnMut(u32, u32),
    ) {
        for at in 0..self.full() {
            if among.has_any(self.before(at).wrapping_add(1), self.last(at)) {
                self.read(at, block, true);
                for (doc, freq) in block.docs.iter().zip(&block.freqs) {
                    each(*doc, *freq);
                }
            }
        }
        self.each_of_rest(each);
    }

    /// Adds every article to `set`; may leave out those not in `among`.
    pub(crate) fn collect(&self, among: Option<&DocSet>, block: &mut Block, set: &mut DocSet) {
        for at in 0..self.full() {
            let needed = among
                .is_none_or(|among| among.has_any(self.before(at).wrapping_add(1), self.last(at)));
            if needed {
                self.read(at, block, false);
                block.docs.iter().for_each(|doc| set.insert(*doc));
            }
        }
        self.each_of_rest(|doc, _| set.insert(doc));
    }
}

/// The varint at `at`, which moves behind it; 0 where the bytes end.
#[inline]
fn varint(bytes: &[u8], at: &mut usize) -> u32 {
    varint_at(bytes, at).map_or(0, |value| value as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_come_back() {
        for len in [0usize, 1, 2, 127, 128, 129, 1000] {
            let docs: Vec<u32> = (0..len as u32).map(|i| i * 3 + i % 2).collect();
            let freqs: Vec<u8> = (0..len).map(|i| (i % 7 + 1) as u8).collect();
            let mut bytes = Vec::new();
            write(&mut bytes, &docs, &freqs, |_, freq| freq as f32 / 10.0);
            let list = List::new(&bytes);
            assert_eq!(list.len() as usize, len);
            let mut back = Vec::new();
            list.each(&mut Block::default(), |doc, freq| back.push((doc, freq as u8)));
            let want: Vec<(u32, u8)> = docs.iter().copied().zip(freqs.iter().copied()).collect();
            assert_eq!(back, want);
            let mut set = DocSet::none(4000);
            list.collect(None, &mut Block::default(), &mut set);
            assert_eq!(set.iter().collect::<Vec<_>>(), docs);
        }
    }
}
