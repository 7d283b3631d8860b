//! The meanings of a phrase, and the table that each comes from.

use crate::{Country, Kind};

/// From which table a sense comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// `countries.tsv`
    Country,
    /// `historical.tsv`
    Historical,
    /// `places.tsv`
    Place,
    /// `regions.tsv`
    Region,
    /// `regions.tsv`, an abbreviation: counts only after the name of a town.
    Abbreviation,
    /// `generated/cities.tsv` and `generated/towns.tsv`
    Town,
    /// `blocks.tsv`: not a mention, or only of the place that the row names.
    Block,
}

/// One thing that a phrase may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense {
    /// The country; `None` for a block phrase that mentions none.
    pub(crate) country: Option<Country>,
    pub(crate) kind: Kind,
    pub(crate) source: Source,
    /// For a town: the logarithm (base 2) of its population.
    pub(crate) size: u8,
    /// For a town or region: its first-level region, as two letters, else zeros.
    pub(crate) region: [u8; 2],
}

impl Sense {
    /// A sense that is not a town.
    pub(crate) fn new(country: Option<Country>, kind: Kind, source: Source) -> Sense {
        Sense { country, kind, source, size: 0, region: [0; 2] }
    }

    /// A state or province.
    pub(crate) fn region(country: Country, region: [u8; 2], size: u8) -> Sense {
        Sense { size, region, ..Sense::new(Some(country), Kind::Place, Source::Region) }
    }

    /// The abbreviation of a state or province.
    pub(crate) fn abbreviation(country: Country, region: [u8; 2], size: u8) -> Sense {
        Sense { source: Source::Abbreviation, ..Sense::region(country, region, size) }
    }

    /// A town in a first-level region (zeros where it does not matter).
    pub(crate) fn town(country: Country, region: [u8; 2], size: u8) -> Sense {
        Sense { size, region, ..Sense::new(Some(country), Kind::Place, Source::Town) }
    }
}

/// What a name of a town is besides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u8);

impl Marks {
    /// A first name.
    pub(crate) const FIRST_NAME: Marks = Marks(1);
    /// A surname.
    pub(crate) const SURNAME: Marks = Marks(2);
    /// A common word.
    pub(crate) const WORD: Marks = Marks(4);

    /// The marks of a row of towns.
    pub(crate) fn read(marks: &str) -> Marks {
        let bit = |c| match c {
            'f' => 1,
            's' => 2,
            'w' => 4,
            _ => 0,
        };
        Marks(marks.chars().map(bit).fold(0, |all, bit| all | bit))
    }

    /// These marks and `others`.
    pub(crate) fn and(self, others: Marks) -> Marks {
        Marks(self.0 | others.0)
    }

    /// Whether the two share a mark.
    pub(crate) fn is(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }
}
