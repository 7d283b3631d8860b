//! Archives and compressed files.

pub(crate) mod zip;
