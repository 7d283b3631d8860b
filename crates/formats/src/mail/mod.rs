//! Mail: messages, and mailboxes of them.

pub(crate) mod emlx;
mod letter;
pub(crate) mod mailbox;
pub(crate) mod message;
pub(crate) mod mhtml;
pub(crate) mod outlook;
mod packed_rtf;
mod parts;
mod written;
