//! Web pages: the article in the tree of a page, and what the page says of it. Knows no
//! file, no corpus and no country.

mod article;
mod dom;
mod flow;
mod head;
mod marks;
mod metadata;
mod model;
mod plain;
mod several;
#[cfg(test)]
mod steps;
mod training;
mod words;

pub use article::{Article, Page, Part, heading, paragraphs, read};
pub use metadata::Metadata;
pub use training::{Sample, measures, samples};
pub use words::count as count_words;
