//! The layout of one raw text: the result of reading, as types without rules.

mod block;
mod dates;
pub(crate) mod finding;

pub use block::{Block, BlockKind};
pub use dates::{MentionedDate, Precision, Published};
pub use finding::Finding;

use dateline_text::Span;
use serde::{Deserialize, Serialize};

/// Everything derived from one raw text; spans are bytes into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The blocks in order; white space between them belongs to none.
    pub blocks: Vec<Block>,
    /// The title to show; `None` only for a text without any word.
    pub title: Option<Title>,
    /// Section label or line that leads to the headline.
    pub kicker: Option<Span>,
    /// The publication as the text prints it.
    pub source: Option<Span>,
    /// The author or authors as the text prints them, without "By".
    pub byline: Option<Span>,
    /// The printed date of publication; never guessed.
    pub published: Option<Published>,
    /// Dates that the text mentions, in order.
    pub mentioned_dates: Vec<MentionedDate>,
    /// Whether the dump holds one article, several, or none.
    pub finding: Finding,
    /// ISO 639-1 code of the language of the text, when the reader knows it.
    pub language: Option<&'static str>,
}

/// The title to show for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// Its words in the raw text.
    pub span: Span,
    /// Where they were taken from.
    pub from: TitleFrom,
}

/// Where a title was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TitleFrom {
    /// A headline of the text.
    Headline,
    /// No headline: the first sentence, or its verbatim start, that stands alone.
    FirstSentence,
}

impl TitleFrom {
    /// The name in the command line's JSON.
    pub fn name(self) -> &'static str {
        match self {
            TitleFrom::Headline => "headline",
            TitleFrom::FirstSentence => "first sentence",
        }
    }
}
