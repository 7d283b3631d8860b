//! The article's body: rules that part paragraphs from headings, captions, repeats,
//! tables of contents and boilerplate.

pub(crate) mod boilerplate;
pub(crate) mod captions;
pub(crate) mod edges;
pub(crate) mod headings;
pub(crate) mod mentioned_dates;
pub(crate) mod repeats;
pub(crate) mod toc;
