//! The frame around every view: opening the articles, head and foot, notices, dialogs, and the
//! tables of parts that are fetched later.

pub mod app;
pub mod changed;
pub mod empty;
pub mod filters;
pub mod frame;
pub mod later;
pub mod notices;
pub mod overlay;
pub mod parts;
