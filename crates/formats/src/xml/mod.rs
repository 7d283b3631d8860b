//! XML.

pub(crate) mod document;
pub(crate) mod feed;
pub(crate) mod news;
pub(crate) mod rows;
pub(crate) mod tree;
pub(crate) mod walk;
mod wiki_extractor;
