//! Edits of a publisher or a reader: metadata, kinds of blocks and mentions, and `corpus.toml` with them.

pub(crate) mod corpus_toml;
pub(crate) mod kinds;
pub(crate) mod lines;
pub(crate) mod mentions;
pub(crate) mod metadata;
pub(crate) mod roles;
