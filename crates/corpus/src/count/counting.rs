//! Counting: which mentions count.

use crate::mention::{Class, Mention, Standing};
use dateline_countries::Kind;

/// Which mentions count. Every view of one selection uses the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Counting {
    /// The kinds of mention that count.
    pub kinds: KindSet,
    /// Whether mentions inside longer proper names count.
    pub in_name: bool,
    /// Whether second copies (repeated paragraphs, pull quotes, tables of
    /// contents) count, and are searched.
    pub repeats: bool,
    /// Whether the text around the article counts, and is searched.
    pub furniture: bool,
}

impl Default for Counting {
    /// Names, demonyms and capitals, in clean text, each once.
    fn default() -> Self {
        Counting { kinds: KindSet::EXPLICIT, in_name: true, repeats: false, furniture: false }
    }
}

impl Counting {
    /// Everything that was found, wherever it stands.
    pub fn everything() -> Self {
        Counting { kinds: KindSet::ALL, in_name: true, repeats: true, furniture: true }
    }

    /// Whether `mention` counts.
    pub fn counts(&self, mention: &Mention<'_>) -> bool {
        self.mask() & mention.class().bit() != 0
    }

    /// Whether text of this standing is part of the count.
    pub fn includes(&self, standing: Standing) -> bool {
        match standing {
            Standing::Clean => true,
            Standing::Repeat => self.repeats,
            Standing::Furniture => self.furniture,
        }
    }

    /// The classes that count, one bit each.
    pub(crate) fn mask(&self) -> u32 {
        let counts = |c: &Class| {
            self.kinds.contains(c.kind())
                && (self.in_name || !c.in_name())
                && self.includes(c.standing())
        };
        Class::all().filter(counts).map(Class::bit).sum()
    }
}

/// A set of kinds of mention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct KindSet(u8);

impl KindSet {
    /// No kind.
    pub const NONE: KindSet = KindSet(0);
    /// Names, demonyms and capitals.
    pub const EXPLICIT: KindSet = KindSet(0b0111);
    /// Every kind.
    pub const ALL: KindSet = KindSet(0b1111);

    /// Whether `kind` is in the set.
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The set with `kind`.
    #[must_use]
    pub fn with(self, kind: Kind) -> KindSet {
        KindSet(self.0 | 1 << kind as u8)
    }

    /// The set without `kind`.
    #[must_use]
    pub fn without(self, kind: Kind) -> KindSet {
        KindSet(self.0 & !(1 << kind as u8))
    }

    /// The kinds of the set, in their usual order.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |k| self.contains(*k))
    }
}

impl FromIterator<Kind> for KindSet {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Self {
        kinds.into_iter().fold(KindSet::NONE, KindSet::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::Weight;

    #[test]
    fn masks() {
        let class =
            |kind, in_name, standing| Class::new(kind, in_name, standing, Weight::Body).bit();
        let only_places =
            Counting { kinds: KindSet::NONE.with(Kind::Place), ..Counting::default() };
        let no_names = Counting { in_name: false, ..Counting::default() };
        let with_repeats = Counting { repeats: true, ..Counting::default() };
        let cases = [
            (Counting::default(), class(Kind::Name, false, Standing::Clean), true),
            (Counting::default(), class(Kind::Demonym, true, Standing::Clean), true),
            (Counting::default(), class(Kind::Place, false, Standing::Clean), false),
            (Counting::default(), class(Kind::Name, false, Standing::Repeat), false),
            (Counting::default(), class(Kind::Name, false, Standing::Furniture), false),
            (only_places, class(Kind::Place, false, Standing::Clean), true),
            (only_places, class(Kind::Name, false, Standing::Clean), false),
            (no_names, class(Kind::Name, true, Standing::Clean), false),
            (with_repeats, class(Kind::Capital, false, Standing::Repeat), true),
            (with_repeats, class(Kind::Capital, false, Standing::Furniture), false),
            (Counting::everything(), class(Kind::Place, true, Standing::Furniture), true),
        ];
        for (counting, bit, want) in cases {
            assert_eq!(counting.mask() & bit != 0, want, "{counting:?} {bit:b}");
        }
    }
}
