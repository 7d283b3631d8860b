//! The tree of a page: an arena of nodes, as browsers build it.

mod guard;
mod parse;
mod tree;

pub(crate) use guard::Hopeless;
pub(crate) use parse::parse;
#[cfg(test)]
pub(crate) use tree::steps;
pub(crate) use tree::{Data, Dom, Element, Id, ROOT};
