//! A candidate on its way to a decision.

use super::features::Feature;
use crate::names::{Phrases, Source};
use crate::scan::Candidate;
use crate::{Country, Kind};

/// What kind of name a candidate first is; the model weighs features by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// The name of a country, of today or of history.
    Name,
    /// A demonym.
    Demonym,
    /// A capital.
    Capital,
    /// A site of the hand-kept tables.
    Site,
    /// A state or province.
    Region,
    /// A town of the generated tables.
    Town,
}

impl Group {
    /// The names of the groups in `data/context/weights.tsv`, in order.
    pub(crate) const NAMES: &[&str] = &["name", "demonym", "capital", "site", "region", "town"];
}

/// What a rule settled for a candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fixed {
    /// Not a mention.
    Dropped,
    /// A mention of this country.
    Counted(Country, Kind, &'static str),
}

/// A candidate with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) candidate: Candidate,
    pub(crate) group: Group,
    /// Number of the name among the names of the article.
    pub(crate) name: usize,
    /// Where the first sense comes from.
    pub(crate) source: Source,
    /// The decision, if a rule made it.
    pub(crate) fixed: Option<Fixed>,
    /// The country and region that follow the name ("Lebanon, Pa.").
    pub(crate) container: Option<(Country, [u8; 2])>,
    /// Whether the words are those of a dateline.
    pub(crate) dateline: bool,
    /// How the word before it bears on it.
    pub(crate) before: Feature,
    /// How likely the words name a place; demonyms name a people and have 1.
    pub(crate) likely: f32,
}

impl Reading {
    /// The reading of a candidate before any rule.
    pub(crate) fn new(phrases: &Phrases, candidate: Candidate) -> Option<Reading> {
        let sense = phrases.senses(candidate.phrase).next()?;
        let group = match (sense.source, sense.kind) {
            (_, Kind::Name) => Group::Name,
            (_, Kind::Demonym) => Group::Demonym,
            (_, Kind::Capital) => Group::Capital,
            (Source::Region | Source::Abbreviation, _) => Group::Region,
            (Source::Town, _) => Group::Town,
            _ => Group::Site,
        };
        let source = sense.source;
        Some(Reading {
            candidate,
            group,
            name: 0,
            source,
            fixed: None,
            container: None,
            dateline: false,
            before: Feature::Starts,
            likely: 1.0,
        })
    }
}
