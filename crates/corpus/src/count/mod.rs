//! Counts over articles: mentions, countries, words, days and near-duplicates.

pub(crate) mod co_mentions;
pub(crate) mod counting;
pub(crate) mod countries;
pub(crate) mod distinctive;
pub(crate) mod duplicates;
pub(crate) mod over_time;
pub(crate) mod tally;
pub(crate) mod why;
