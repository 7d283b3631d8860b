//! Mail: messages, and mailboxes of them.

pub(crate) mod emlx;
mod letter;
pub(crate) mod mailbox;
pub(crate) mod message;
pub(crate) mod mhtml;
mod parts;
