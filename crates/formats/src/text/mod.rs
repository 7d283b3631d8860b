//! Plain text and Markdown, and bytes to text.

pub(crate) mod decode;
pub(crate) mod lines;
#[cfg(feature = "all")]
pub(crate) mod markdown;
pub(crate) mod names;
pub(crate) mod plain;
