//! FNV-1a, 64 bits: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV
//! Non-Cryptographic Hash Algorithm" (<https://datatracker.ietf.org/doc/draft-eastlake-fnv/>).

/// A hash that takes in one value after the other. It may be worked out when the
/// program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fnv(u64);

impl Fnv {
    /// The multiplier of the algorithm.
    pub const PRIME: u64 = 0x0000_0100_0000_01b3;

    /// The hash of nothing.
    pub const fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    /// The hash after one more value: a byte, as the algorithm has it, or a character.
    #[must_use]
    pub const fn with(self, value: u32) -> Fnv {
        Fnv((self.0 ^ value as u64).wrapping_mul(Fnv::PRIME))
    }

    /// The hash after more bytes.
    #[must_use]
    pub const fn with_bytes(self, bytes: &[u8]) -> Fnv {
        let mut hash = self;
        let mut at = 0;
        while at < bytes.len() {
            hash = hash.with(bytes[at] as u32);
            at += 1;
        }
        hash
    }

    /// The hash as a number.
    pub const fn finish(self) -> u64 {
        self.0
    }
}

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Fnv;

    #[test]
    fn the_published_values() {
        // The test vectors of the draft, 64 bits.
        let rows = [
            ("", 0xcbf2_9ce4_8422_2325),
            ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ];
        for (text, want) in rows {
            assert_eq!(Fnv::new().with_bytes(text.as_bytes()).finish(), want, "{text}");
        }
    }
}
