//! From the tree to what a reader sees: blocks of text in order, each with the place
//! where it stands.

mod class;
mod context;
mod element;
pub(crate) mod groups;
mod walk;

pub(crate) use class::{ClassWords, hash};
pub(crate) use context::Context;
pub(crate) use element::is_out;
pub(crate) use walk::{Block, Hidden, blocks};
