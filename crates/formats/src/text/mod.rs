//! Plain text and Markdown, and bytes to text.

pub(crate) mod decode;
pub(crate) mod markdown;
pub(crate) mod plain;
