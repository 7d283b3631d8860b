//! A mention: a span that names a country.

use crate::Country;
use dateline_text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How a mention names its country.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Kind {
    /// China, U.S., People's Republic of China.
    #[default]
    Name,
    /// Chinese, Afghans.
    Demonym,
    /// Kabul, "Beijing said".
    Capital,
    /// Another town, region or site that lies in one country: Xinjiang, the Kremlin.
    Place,
}

impl Kind {
    /// Every kind, in the order in which they are listed everywhere.
    pub const ALL: [Kind; 4] = [Kind::Name, Kind::Demonym, Kind::Capital, Kind::Place];

    /// The name in the command line's JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Name => "name",
            Kind::Demonym => "demonym",
            Kind::Capital => "capital",
            Kind::Place => "place",
        }
    }
}

/// A span that names a country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words, in bytes of the annotated text.
    pub span: Span,
    /// The country.
    pub country: Country,
    /// How the words name it.
    pub kind: Kind,
    /// Whether the words are part of a longer proper name ("Islamic Movement of
    /// Uzbekistan").
    pub in_name: bool,
    /// The rule that decided, in words for the reader; [`crate::Rule::of`] says what it
    /// means.
    pub rule: Cow<'static, str>,
}

/// Words that may name one of several countries, where the context does not tell
/// which. They are shown, and not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ambiguous {
    /// The words, in bytes of the annotated text.
    pub span: Span,
    /// The countries that they may name, the likeliest first; two or more.
    pub candidates: Vec<Country>,
}

/// What an article mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotations {
    /// The mentions in order, never overlapping.
    pub mentions: Vec<Mention>,
    /// What stays ambiguous, in order; overlaps no mention.
    pub ambiguous: Vec<Ambiguous>,
}
