//! Numbers in bytes, little-endian, without alignment.

/// The u32 at byte `at`; 0 beyond the end.
#[inline]
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at + 4) {
        Some(four) => u32::from_le_bytes([four[0], four[1], four[2], four[3]]),
        None => 0,
    }
}

/// The `index`th u32 of an array.
#[inline]
pub(crate) fn u32_of(array: &[u8], index: usize) -> u32 {
    u32_at(array, index * 4)
}

/// Appends `values`, `width` bits each, padded to whole bytes.
pub(crate) fn pack_bits(out: &mut Vec<u8>, values: &[u32], width: u32) {
    let mut buffer = 0u64;
    let mut filled = 0;
    for &value in values {
        buffer |= u64::from(value) << filled;
        filled += width;
        while filled >= 8 {
            out.push(buffer as u8);
            buffer >>= 8;
            filled -= 8;
        }
    }
    if filled > 0 {
        out.push(buffer as u8);
    }
}

/// Reads `out.len()` values of `width` bits each, at most 32.
#[inline]
pub(crate) fn unpack_bits(bytes: &[u8], width: u32, out: &mut [u32]) {
    if width == 0 {
        out.fill(0);
        return;
    }
    let mask = (1u64 << width) - 1;
    let mut buffer = 0u64;
    let mut filled = 0;
    let mut words = bytes.chunks(4);
    for value in out {
        if filled < width {
            let next = match words.next() {
                Some([a, b, c, d]) => u32::from_le_bytes([*a, *b, *c, *d]),
                Some(part) => part.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte)),
                None => 0,
            };
            buffer |= u64::from(next) << filled;
            filled += 32;
        }
        *value = (buffer & mask) as u32;
        buffer >>= width;
        filled -= width;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_come_back() {
        for width in 0..=32 {
            let most = if width == 32 { u32::MAX } else { (1u32 << width) - 1 };
            let values: Vec<u32> =
                (0..128u32).map(|i| i.wrapping_mul(0x9e37_79b9) & most).collect();
            let mut bytes = Vec::new();
            pack_bits(&mut bytes, &values, width);
            assert_eq!(bytes.len(), 16 * width as usize);
            let mut back = [0; 128];
            unpack_bits(&bytes, width, &mut back);
            assert_eq!(back.as_slice(), values, "{width}");
        }
    }
}
