//! Web pages and archives of them.

pub(crate) mod flat;
pub(crate) mod html;
pub(crate) mod wacz;
pub(crate) mod warc;
