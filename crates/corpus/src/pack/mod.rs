//! The pack: the bytes of a corpus, written and read. Nothing outside of this room knows an offset.

pub(crate) mod arriving;
pub(crate) mod content;
pub(crate) mod fields;
pub(crate) mod format;
pub(crate) mod mentions;
pub(crate) mod read;
pub(crate) mod record;
pub(crate) mod rewrite;
pub(crate) mod sections;
pub(crate) mod spans;
pub(crate) mod strings;
pub(crate) mod text_encoding;
pub(crate) mod texts;
pub(crate) mod verify;
pub(crate) mod write;
