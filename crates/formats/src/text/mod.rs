//! Plain text, Markdown and corpora with a word a line, and bytes to text.

pub(crate) mod decode;
pub(crate) mod lines;
#[cfg(feature = "all")]
pub(crate) mod markdown;
pub(crate) mod names;
pub(crate) mod plain;
#[cfg(feature = "all")]
pub(crate) mod word_a_line;
