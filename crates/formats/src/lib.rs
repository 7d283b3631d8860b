//! Files as people have them, to articles: plain text, Markdown, HTML, PDF, DOCX,
//! e-mail and mailboxes, EPUB, WARC, tables and records, exports of news databases,
//! and zips of these. Bytes come in; what comes out are the inputs of a corpus, with
//! a note of everything that was guessed, and a reason for everything left out.
//!
//! There are two steps, so that the second can run on all cores in bounded memory:
//!
//! 1. [`split()`] cuts a file into documents, one at a time: the members of a zip, the
//!    messages of a mailbox, the rows of a table. Most files are one document.
//! 2. [`Document::read`] makes articles of one document.
//!
//! ```
//! use dateline_formats::{Limits, split};
//!
//! let bytes = std::io::Cursor::new("id,title,text\n7,Rain,It rained in Peru.\n");
//! let documents = split("a.csv", bytes, Limits::default());
//! let readings: Vec<_> = documents.map(|d| d.expect("a row").read()).collect();
//! assert_eq!(readings[0].articles[0].input.name, "a.csv#7");
//! ```
//!
//! Knows no file system, no browser, no clock.

#![cfg_attr(not(feature = "all"), allow(dead_code, reason = "containers need more than texts do"))]

mod article;
mod bytes;
#[cfg(feature = "all")]
mod containers;
mod dates;
mod document;
mod format;
mod formats;
mod junk;
mod limits;
#[cfg(feature = "all")]
mod mail;
mod news_databases;
#[cfg(feature = "all")]
mod office;
mod opened;
#[cfg(feature = "all")]
mod paths;
mod place;
mod split;
#[cfg(feature = "all")]
mod tables;
mod text;
#[cfg(feature = "all")]
mod web;
#[cfg(feature = "all")]
mod xml;

pub use article::{Article, Reading, Skipped};
pub use dateline_config::Columns;
pub use document::Document;
pub use format::Format;
pub use formats::{FORMATS, HEAD, labels, listed};
pub use junk::junk;
pub use limits::Limits;
pub use place::Documents;
pub use split::split;
