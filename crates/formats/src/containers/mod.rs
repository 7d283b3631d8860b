//! Archives and compressed files.

pub(crate) mod gzip;
pub(crate) mod tar;
pub(crate) mod zip;
