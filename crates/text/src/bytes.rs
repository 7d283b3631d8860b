//! Binary numbers and strings: little-endian integers, LEB128 varints and strings with their
//! length before them, written and read. Reading past the end gives `None`.

/// Appends `value` as LEB128: seven bits a byte, the low ones first, the high bit set on all
/// bytes but the last; at most ten bytes.
pub fn put_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// The LEB128 number at byte `at` of `bytes`, which moves behind it; `None` when the bytes
/// end within it or it has more than 64 bits.
#[inline]
pub fn varint_at(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Appends `text` with its length in bytes before it, a varint.
pub fn put_str(out: &mut Vec<u8>, text: &str) {
    put_varint(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// The little-endian u32 number `index` of an array of them; `None` beyond its end.
pub fn u32_at(array: &[u8], index: usize) -> Option<u32> {
    let four = array.get(index.checked_mul(4)?..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*four))
}

/// A place in some bytes, from which values are taken in order. A value that is cut short or
/// too large is `None`; what is read after it is undefined.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// Begins at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Cursor { rest: bytes }
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next byte.
    #[inline]
    pub fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    /// The next varint.
    #[inline]
    pub fn varint(&mut self) -> Option<u64> {
        let mut at = 0;
        let value = varint_at(self.rest, &mut at)?;
        self.rest = &self.rest[at..];
        Some(value)
    }

    /// The next varint, which fits 32 bits.
    #[inline]
    pub fn number(&mut self) -> Option<u32> {
        u32::try_from(self.varint()?).ok()
    }

    /// The next varint as the count of things that follow, of which each takes `size` bytes at
    /// least: `None` when the bytes that are left cannot hold so many. To be asked before
    /// memory is reserved for them.
    pub fn count(&mut self, size: usize) -> Option<usize> {
        let count = self.number()? as usize;
        (count.checked_mul(size)? <= self.left()).then_some(count)
    }

    /// The next `length` bytes.
    pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// The next string, which is valid UTF-8.
    pub fn str(&mut self) -> Option<&'a str> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_round() {
        for value in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut out = Vec::new();
            put_varint(&mut out, value);
            put_str(&mut out, "né");
            let mut cursor = Cursor::new(&out);
            assert_eq!((cursor.varint(), cursor.str()), (Some(value), Some("né")));
            assert_eq!(cursor.left(), 0);
            for short in 0..out.len() {
                let mut cursor = Cursor::new(&out[..short]);
                assert!(cursor.varint().is_none() || cursor.str().is_none());
            }
        }
        assert_eq!(Cursor::new(&[0xff; 11]).varint(), None);
        assert_eq!(Cursor::new(&[0xff, 0xff, 0xff, 0xff, 0x7f]).number(), None, "over 32 bits");
    }

    #[test]
    fn a_count_is_one_that_the_bytes_can_hold() {
        let rows = [
            (&[2, 0, 0][..], 1, Some(2)),
            (&[2, 0], 1, None),
            (&[2, 0, 0, 0], 2, None),
            (&[0], 9, Some(0)),
            (&[], 1, None),
            (&[0xff, 0xff, 0xff, 0xff, 0x0f], usize::MAX, None),
        ];
        for (bytes, size, want) in rows {
            assert_eq!(Cursor::new(bytes).count(size), want, "{bytes:?} of {size}");
        }
    }

    #[test]
    fn arrays_end() {
        let array = [1, 0, 0, 0, 2, 0, 0, 0, 3];
        assert_eq!(
            [0, 1, 2, usize::MAX].map(|at| u32_at(&array, at)),
            [Some(1), Some(2), None, None]
        );
    }
}
