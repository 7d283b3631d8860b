//! The selection: query, filters and counting options as one value, from which
//! every view is computed.

use crate::{Choices, Counting, DateRange};
use dateline_countries::Country;
use std::collections::BTreeMap;

/// Query, filters and counting options.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The query as typed.
    pub query: String,
    /// Countries that an article must (not) mention, as `counting` counts.
    pub countries: Choices<Country>,
    /// Sources; the empty string stands for articles without one.
    pub sources: Choices<String>,
    /// Dates of publication; an article needs to lie in one of the ranges.
    pub dates: Vec<DateRange>,
    /// Whether articles without a date are wanted: beside `dates`, or alone.
    pub undated: bool,
    /// Further metadata fields by name; the empty string stands for none.
    pub fields: BTreeMap<String, Choices<String>>,
    /// Which mentions count.
    pub counting: Counting,
    /// The order of the results.
    pub sort: Sort,
}

impl Selection {
    /// The selection of a query alone.
    pub fn search(query: impl Into<String>) -> Selection {
        Selection { query: query.into(), ..Selection::default() }
    }

    /// Whether every article is selected.
    pub fn is_everything(&self) -> bool {
        self.query.trim().is_empty() && !self.has_filters()
    }

    /// Whether any filter beside the query is set.
    pub fn has_filters(&self) -> bool {
        !self.countries.is_empty()
            || !self.sources.is_empty()
            || !self.dates.is_empty()
            || self.undated
            || self.fields.values().any(|f| !f.is_empty())
    }
}

/// The order of results. Ties keep the order of the corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first; the order of the corpus when nothing is searched for.
    #[default]
    Relevance,
    /// Latest date first, undated articles last.
    Newest,
    /// Earliest date first, undated articles last.
    Oldest,
    /// By title, folded for case and diacritics.
    Title,
    /// Most counted mentions first.
    Mentions,
    /// The order of the corpus.
    Corpus,
}

impl Sort {
    /// Every order, as listed in the page.
    pub const ALL: [Sort; 6] =
        [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title, Sort::Mentions, Sort::Corpus];

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Newest => "date",
            Sort::Oldest => "oldest",
            Sort::Title => "title",
            Sort::Mentions => "mentions",
            Sort::Corpus => "corpus",
        }
    }

    /// The order of a name.
    pub fn from_name(name: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|s| s.name() == name)
    }
}
