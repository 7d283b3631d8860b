//! Numbers, dates and the summary of a corpus as English prose.

pub mod english;
pub(crate) mod summary;
