//! XML.

pub(crate) mod walk;
