//! The query language: text to tree, tree to words, tree to canonical text.

pub(crate) mod cursor;
pub(crate) mod parser;
mod print;
mod problem;
pub(crate) mod tree;
mod words;

pub use parser::{Parsed, parse};
pub use problem::Problem;
pub use tree::{Bound, Filter, Node, Query, Series, Test, Word};
pub use words::reading;
