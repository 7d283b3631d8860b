//! A set of articles, as one bit each: to combine two sets of 100,000 articles
//! takes about a microsecond.

/// A set of article numbers below a fixed count.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DocSet {
    count: u32,
    bits: Vec<u64>,
}

impl DocSet {
    /// The empty set over articles `0..count`.
    pub fn none(count: u32) -> Self {
        Self { count, bits: vec![0; (count as usize).div_ceil(64)] }
    }

    /// All articles `0..count`.
    pub fn all(count: u32) -> Self {
        let mut set = Self { count, bits: vec![u64::MAX; (count as usize).div_ceil(64)] };
        set.trim();
        set
    }

    /// The set of `docs`; numbers of `count` and above are left out.
    pub fn of(count: u32, docs: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self::none(count);
        for doc in docs {
            set.insert(doc);
        }
        set
    }

    /// How many articles the set ranges over, in it or not.
    pub fn universe(&self) -> u32 {
        self.count
    }

    /// Adds `doc`, when it is below the count.
    pub fn insert(&mut self, doc: u32) {
        if doc < self.count {
            self.bits[doc as usize / 64] |= 1 << (doc % 64);
        }
    }

    /// The articles whose byte in `bytes` is not 0.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        let mut set = Self::none(bytes.len() as u32);
        for (word, chunk) in set.bits.iter_mut().zip(bytes.chunks(64)) {
            for (at, eight) in chunk.chunks(8).enumerate() {
                let mut lanes = [0; 8];
                lanes[..eight.len()].copy_from_slice(eight);
                *word |= not_zero(u64::from_le_bytes(lanes)) << (at * 8);
            }
        }
        set
    }

    /// Whether `doc` is in the set.
    pub fn contains(&self, doc: u32) -> bool {
        self.bits.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// Whether any of the articles `from..=to` is in the set.
    pub(crate) fn has_any(&self, from: u32, to: u32) -> bool {
        let (first, last) = (from as usize / 64, (to as usize / 64).min(self.bits.len()));
        let low = u64::MAX << (from % 64);
        let high = u64::MAX >> (63 - to % 64);
        match self.bits.get(first..=last.min(self.bits.len().saturating_sub(1))) {
            None | Some([]) => false,
            Some([word]) => word & low & high != 0,
            Some([start, middle @ .., end]) => {
                start & low != 0 || end & high != 0 || middle.iter().any(|word| *word != 0)
            }
        }
    }

    /// How many articles are in the set.
    pub fn len(&self) -> u32 {
        self.bits.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether no article is in the set.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|word| *word == 0)
    }

    /// The articles in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.bits
            .iter()
            .enumerate()
            .flat_map(|(block, &word)| Bits { word, base: block as u32 * 64 })
    }

    /// How many articles are in both sets: a facet count, without making a set.
    pub fn len_and(&self, other: &DocSet) -> u32 {
        self.bits.iter().zip(&other.bits).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// Keeps what is also in `other`.
    pub fn and(&mut self, other: &DocSet) {
        self.bits.resize(self.bits.len().min(other.bits.len()), 0);
        self.bits.iter_mut().zip(&other.bits).for_each(|(a, b)| *a &= b);
        self.bits.resize((self.count as usize).div_ceil(64), 0);
    }

    /// Adds what is in `other`.
    pub fn or(&mut self, other: &DocSet) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(a, b)| *a |= b);
        self.trim();
    }

    /// Drops what is in `other`.
    pub fn and_not(&mut self, other: &DocSet) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(a, b)| *a &= !b);
    }

    /// Turns the set into all articles that were not in it.
    pub fn invert(&mut self) {
        self.bits.iter_mut().for_each(|word| *word = !*word);
        self.trim();
    }

    fn trim(&mut self) {
        if let (Some(last), rest @ 1..) = (self.bits.last_mut(), self.count % 64) {
            *last &= (1 << rest) - 1;
        }
    }
}

/// One bit for each of eight bytes: whether it is not 0.
#[inline]
fn not_zero(bytes: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let high = (((bytes & LOW) + LOW) | bytes) & !LOW;
    // Gathers the highest bit of each byte into one byte.
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The numbers of the bits that are set.
struct Bits {
    word: u64,
    base: u32,
}

impl Iterator for Bits {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.word == 0 {
            return None;
        }
        let bit = self.word.trailing_zeros();
        self.word &= self.word - 1;
        Some(self.base + bit)
    }
}

#[cfg(test)]
mod tests {
    use super::DocSet;

    #[test]
    fn algebra() {
        let a = DocSet::of(70, [0, 3, 64, 69, 70, 99]);
        assert_eq!(a.iter().collect::<Vec<_>>(), [0, 3, 64, 69]);
        let mut b = a.clone();
        b.invert();
        assert_eq!((a.len(), b.len(), a.len_and(&b)), (4, 66, 0));
        b.or(&a);
        assert_eq!(b, DocSet::all(70));
        b.and_not(&a);
        b.and(&DocSet::of(70, [1, 3, 5]));
        assert_eq!(b.iter().collect::<Vec<_>>(), [1, 5]);
        for (from, to, want) in [
            (0, 0, true),
            (1, 2, false),
            (4, 63, false),
            (4, 64, true),
            (65, 68, false),
            (0, 69, true),
        ] {
            assert_eq!(a.has_any(from, to), want, "{from}..={to}");
        }
        let bytes: Vec<u8> = (0..70).map(|at| [0, 1, 0, 128, 255][at % 5]).collect();
        let want = (0..70).filter(|at| bytes[*at as usize] != 0);
        assert_eq!(DocSet::of_bytes(&bytes), DocSet::of(70, want));
        assert!(DocSet::none(0).is_empty() && DocSet::all(0).is_empty());
    }
}
