//! Questions to a corpus: selections, their results, facets, contexts and suggestions.

pub(crate) mod choices;
pub(crate) mod contexts;
pub(crate) mod facets;
pub(crate) mod host;
pub(crate) mod indexing;
pub(crate) mod order;
pub(crate) mod repair;
pub(crate) mod results;
pub(crate) mod selection;
pub(crate) mod series;
pub(crate) mod snippet;
pub(crate) mod suggest;
pub(crate) mod zones;
