//! A block: a span of the raw text with a role.

use dateline_text::Span;
use serde::{Deserialize, Serialize};

/// The role of a block in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A section label above the headline, or a line that leads to it.
    Kicker,
    /// The standfirst: a summary between headline and body.
    Lead,
    /// A paragraph of the article.
    Body,
    /// A section heading within the article.
    Heading,
    /// The line that names the author.
    Byline,
    /// The line that gives date (and place) of publication.
    Dateline,
    /// The line that names the publication or its publisher.
    Source,
    /// A caption or photo credit.
    Caption,
    /// A pull quote: a sentence of the article set apart, not to be read twice.
    Quote,
    /// Navigation, advertisement, ticker, subscription line and the like.
    Furniture,
    /// The second or a later copy of a paragraph.
    Repeat,
    /// A table of contents.
    Toc,
}

impl BlockKind {
    /// Every kind, in the order of the declaration.
    pub const ALL: [BlockKind; 13] = [
        BlockKind::Title,
        BlockKind::Kicker,
        BlockKind::Lead,
        BlockKind::Body,
        BlockKind::Heading,
        BlockKind::Byline,
        BlockKind::Dateline,
        BlockKind::Source,
        BlockKind::Caption,
        BlockKind::Quote,
        BlockKind::Furniture,
        BlockKind::Repeat,
        BlockKind::Toc,
    ];

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<BlockKind> {
        BlockKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name in addresses, exports and the command line's JSON.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Kicker => "kicker",
            BlockKind::Lead => "lead",
            BlockKind::Body => "body",
            BlockKind::Heading => "heading",
            BlockKind::Byline => "byline",
            BlockKind::Dateline => "dateline",
            BlockKind::Source => "source",
            BlockKind::Caption => "caption",
            BlockKind::Quote => "quote",
            BlockKind::Furniture => "furniture",
            BlockKind::Repeat => "repeat",
            BlockKind::Toc => "toc",
        }
    }
}

/// A span of the raw text with its role and the reason for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where the block stands; blocks are in order and never overlap.
    pub span: Span,
    /// Its role.
    pub kind: BlockKind,
    /// Whether it repeats an earlier block of the article (a second caption, a
    /// pull quote, a paragraph again): what stands in it is counted once only.
    pub duplicate: bool,
    /// Why it has this role, in words for the reader ("repeats line 29").
    pub reason: String,
}

impl Block {
    /// Whether the block belongs to the clean text: the article without
    /// furniture, repeats, tables of contents and duplicated quotes and captions.
    pub fn is_clean(&self) -> bool {
        !self.duplicate
            && !matches!(self.kind, BlockKind::Furniture | BlockKind::Repeat | BlockKind::Toc)
    }
}
