//! The tree of a page: an arena of nodes, as browsers build it.

mod guard;
mod parse;
mod tree;

pub(crate) use guard::Hopeless;
pub(crate) use parse::parse;
pub(crate) use tree::{Data, Dom, Element, Id, ROOT};
