//! Messages and mailboxes.

pub(crate) mod mailbox;
pub(crate) mod message;
