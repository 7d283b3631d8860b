//! Tables and records: named values, an article a row.

pub(crate) mod bibliography;
pub(crate) mod columns;
pub(crate) mod dates;
pub(crate) mod delimited;
pub(crate) mod json;
pub(crate) mod row;
mod year_one;
