//! The interface between the search and the keeper of the articles.

use crate::docset::DocSet;
use crate::query::Filter;

/// Answers conditions on fields that are not text.
pub trait Host {
    /// The articles that meet `filter`; None when there is no such field.
    fn filter(&self, filter: &Filter) -> Option<DocSet>;

    /// The names of the fields that [`Host::filter`] knows, for suggestions.
    fn fields(&self) -> Vec<String> {
        Vec::new()
    }

    /// Up to `limit` values of `field` that begin with `typed`, in any case, as
    /// they would be written in a query; for suggestions.
    fn values(&self, field: &str, typed: &str, limit: usize) -> Vec<String> {
        let _ = (field, typed, limit);
        Vec::new()
    }
}

/// A host without fields.
impl Host for () {
    fn filter(&self, _: &Filter) -> Option<DocSet> {
        None
    }
}
