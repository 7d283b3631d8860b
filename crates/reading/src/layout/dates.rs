//! Dates of a layout: the printed date of publication and dates mentioned in the text.

use dateline_text::Span;
use serde::{Deserialize, Serialize};

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// `2023`
    Year,
    /// `2023-05`
    Month,
    /// `2023-05-13`
    Day,
    /// `2023-05-13T18:32`
    Minute,
}

impl Precision {
    /// The name in the command line's JSON.
    pub fn name(self) -> &'static str {
        match self {
            Precision::Year => "year",
            Precision::Month => "month",
            Precision::Day => "day",
            Precision::Minute => "minute",
        }
    }
}

/// The date of publication as the text prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The printed words.
    pub span: Span,
    /// ISO 8601, as long as the precision says.
    pub iso: String,
    /// How much of it is known.
    pub precision: Precision,
    /// Why this is the date of publication, in words ("a line of its own under
    /// the headline").
    pub evidence: String,
}

/// A date that the text mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionedDate {
    /// The words.
    pub span: Span,
    /// ISO 8601 (`2021-08`, `2021-08-15`), when the text allows to resolve it.
    pub iso: Option<String>,
}
