//! Plain text and Markdown, and bytes to text.

pub(crate) mod decode;
#[cfg(feature = "all")]
pub(crate) mod markdown;
pub(crate) mod plain;
