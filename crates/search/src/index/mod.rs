//! The index: built in one pass over the articles, read in place from its bytes.

mod builder;
pub(crate) mod bytes;
mod dictionary;
mod fixed_phrase;
mod format;
pub(crate) mod forward;
mod invert;
mod open;
pub(crate) mod postings;
mod ranks;
pub(crate) mod score;
mod stream;
mod unions;
mod vocabulary;

pub use builder::IndexBuilder;
pub use open::{Index, OpenError};

pub(crate) use dictionary::{Dictionary, OverBytes};
pub(crate) use fixed_phrase::FixedPhrase;
pub(crate) use format::{TITLE_WEIGHT, length_of};
pub(crate) use open::Postings;
pub(crate) use ranks::Ranks;
