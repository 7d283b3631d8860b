//! The words of all articles in order while an index is built: already the
//! bytes of the WORDS section, behind room for the header.

use super::format::MARKS;

/// Numbers of two bytes, or of three once one does not fit.
pub(super) struct Stream {
    bytes: Vec<u8>,
    /// Bytes before the first number.
    head: usize,
    len: u32,
    width: usize,
}

impl Stream {
    pub(super) fn with_capacity(head: usize, bytes: usize) -> Self {
        let mut stream = Self { bytes: Vec::with_capacity(head + bytes), head, len: 0, width: 2 };
        stream.bytes.resize(head, 0);
        stream
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> u32 {
        self.len
    }

    /// Bytes a number takes.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    #[inline]
    pub(super) fn push(&mut self, number: u32) {
        let [a, b, c, _] = number.to_le_bytes();
        if self.width == 2 {
            if number > u32::from(u16::MAX) {
                self.widen();
                self.bytes.extend_from_slice(&[a, b, c]);
            } else {
                self.bytes.extend_from_slice(&[a, b]);
            }
        } else {
            self.bytes.extend_from_slice(&[a, b, c]);
        }
        self.len += 1;
    }

    #[cold]
    fn widen(&mut self) {
        let mut wide = Vec::with_capacity(self.bytes.len() / 2 * 3 + 3);
        wide.extend_from_slice(&self.bytes[..self.head]);
        for pair in self.bytes[self.head..].chunks_exact(2) {
            wide.extend_from_slice(&[pair[0], pair[1], 0]);
        }
        self.bytes = wide;
        self.width = 3;
    }

    /// Puts `ranks[n]` in the place of each word number n.
    pub(super) fn renumber(&mut self, ranks: &[u32]) {
        let renumbered = |number: u32| match number.checked_sub(MARKS) {
            Some(word) => ranks[word as usize] + MARKS,
            None => number,
        };
        let bytes = &mut self.bytes[self.head..];
        if self.width == 2 {
            for pair in bytes.chunks_exact_mut(2) {
                let number = u32::from(u16::from_le_bytes([pair[0], pair[1]]));
                let [a, b, ..] = renumbered(number).to_le_bytes();
                (pair[0], pair[1]) = (a, b);
            }
        } else {
            for three in bytes.chunks_exact_mut(3) {
                let [a, b, c, _] = renumbered(number_of(three)).to_le_bytes();
                (three[0], three[1], three[2]) = (a, b, c);
            }
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// The number in two or three bytes.
#[inline]
pub(super) fn number_of(bytes: &[u8]) -> u32 {
    match bytes {
        [a, b] => u32::from(u16::from_le_bytes([*a, *b])),
        [a, b, c] => u32::from_le_bytes([*a, *b, *c, 0]),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_widen() {
        let mut stream = Stream::with_capacity(8, 0);
        let numbers = [0, 4, 65_535, 65_536, 1 << 20, 5];
        numbers.iter().for_each(|n| stream.push(*n));
        assert_eq!((stream.len(), stream.width()), (6, 3));
        let bytes = stream.into_bytes();
        let back: Vec<u32> = bytes[8..].chunks_exact(3).map(number_of).collect();
        assert_eq!(back, numbers);
    }
}
