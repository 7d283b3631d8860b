//! A corpus: articles with layout, mentions and index as one value; the
//! selection; results, contexts and country measures computed from the same spans.
