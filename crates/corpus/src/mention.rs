//! A mention as it stands in an article: what the annotator found, and in what
//! sort of text.

use dateline_countries::{Country, Kind};
use dateline_reading::{Block, BlockKind};
use dateline_text::Span;
use serde::{Deserialize, Serialize};

/// A span of an article that names a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention<'c> {
    /// The words, in bytes of the article's text.
    pub span: Span,
    /// The country.
    pub country: Country,
    /// How the words name it.
    pub kind: Kind,
    /// Whether the words are part of a longer proper name.
    pub in_name: bool,
    /// The sort of text it stands in.
    pub standing: Standing,
    /// Whether it stands in the title, the lead or elsewhere.
    pub weight: Weight,
    /// The rule that decided, in words for the reader.
    pub rule: &'c str,
}

impl Mention<'_> {
    /// Whether the mention stands in a repeated block or a table of contents.
    pub fn is_repeat(&self) -> bool {
        self.standing == Standing::Repeat
    }

    /// The class of the mention for counting.
    pub(crate) fn class(&self) -> Class {
        Class::new(self.kind, self.in_name, self.standing, self.weight)
    }
}

/// The sort of text a span stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Standing {
    /// The article itself.
    Clean,
    /// A second copy: a repeated paragraph or caption, a pull quote, a line of a
    /// table of contents.
    Repeat,
    /// Text around the article.
    Furniture,
}

impl Standing {
    /// The standing of what lies in a block of this kind.
    pub fn of_block(kind: BlockKind, duplicate: bool) -> Standing {
        match kind {
            BlockKind::Furniture => Standing::Furniture,
            BlockKind::Repeat | BlockKind::Toc => Standing::Repeat,
            _ if duplicate => Standing::Repeat,
            _ => Standing::Clean,
        }
    }

    /// The standing of `span` among `blocks` (in order, not overlapping). Text
    /// that lies in no block is around the article.
    pub fn of_span(blocks: &[Block], span: Span) -> Standing {
        let at = blocks.partition_point(|b| b.span.end <= span.start);
        match blocks.get(at) {
            Some(b) if b.span.overlaps(span) => Standing::of_block(b.kind, b.duplicate),
            _ => Standing::Furniture,
        }
    }
}

/// The part of the article that a mention stands in, as the focus weighs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Weight {
    /// Anywhere else.
    Body,
    /// The lead, or the first paragraph of an article without one.
    Lead,
    /// The title.
    Title,
}

impl Weight {
    /// The weight of a mention there beside one in the body.
    pub fn worth(self) -> u32 {
        match self {
            Weight::Body => 1,
            Weight::Lead => 2,
            Weight::Title => 3,
        }
    }

    /// The part that `span` stands in.
    pub(crate) fn of_span(blocks: &[Block], span: Span) -> Weight {
        let clean = |kind| blocks.iter().find(move |b| b.kind == kind && b.is_clean());
        let opening = clean(BlockKind::Lead).or_else(|| clean(BlockKind::Body));
        let at = blocks.partition_point(|b| b.span.end <= span.start);
        match blocks.get(at).filter(|b| b.span.overlaps(span)) {
            Some(b) if b.kind == BlockKind::Title => Weight::Title,
            Some(b) if b.kind == BlockKind::Lead && b.is_clean() => Weight::Lead,
            Some(b) if opening.is_some_and(|o| o.span == b.span) => Weight::Lead,
            _ => Weight::Body,
        }
    }
}

/// Kind, `in_name`, standing and weight in one byte; the first three alone are
/// under 32, so that "is it counted?" is one bit of a mask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Class(pub(crate) u8);

impl Class {
    pub(crate) fn new(kind: Kind, in_name: bool, standing: Standing, weight: Weight) -> Class {
        let low = kind as u8 | u8::from(in_name) << 2 | (standing as u8) << 3;
        Class(low | (weight as u8) << 5)
    }

    /// Every class that can be told apart in a mask.
    pub(crate) fn all() -> impl Iterator<Item = Class> {
        (0..24).map(Class)
    }

    pub(crate) fn kind(self) -> Kind {
        Kind::ALL[usize::from(self.0 & 3)]
    }

    pub(crate) fn in_name(self) -> bool {
        self.0 & 4 != 0
    }

    pub(crate) fn standing(self) -> Standing {
        match self.0 >> 3 & 3 {
            0 => Standing::Clean,
            1 => Standing::Repeat,
            _ => Standing::Furniture,
        }
    }

    pub(crate) fn weight(self) -> Weight {
        match self.0 >> 5 {
            0 => Weight::Body,
            1 => Weight::Lead,
            _ => Weight::Title,
        }
    }

    pub(crate) fn bit(self) -> u32 {
        1 << (self.0 & 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_their_parts() {
        for kind in Kind::ALL {
            for in_name in [false, true] {
                for standing in [Standing::Clean, Standing::Repeat, Standing::Furniture] {
                    for weight in [Weight::Body, Weight::Lead, Weight::Title] {
                        let class = Class::new(kind, in_name, standing, weight);
                        let parts = (class.kind(), class.in_name(), class.standing());
                        assert_eq!(parts, (kind, in_name, standing));
                        assert_eq!(class.weight(), weight);
                        assert!(Class::all().any(|c| c.bit() == class.bit()));
                    }
                }
            }
        }
    }
}
