//! Web pages and archives of them.

pub(crate) mod embedded;
pub(crate) mod flat;
pub(crate) mod html;
pub(crate) mod sentences;
pub(crate) mod wacz;
pub(crate) mod warc;
pub(crate) mod webarchive;
