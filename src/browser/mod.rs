//! The only place that names the browser's interfaces: small typed functions that
//! hooks and pages call. Nothing here knows a corpus or a query.

pub mod arrival;
pub mod blob;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod drag;
pub mod dropped_files;
pub mod events;
pub mod files;
pub mod history;
pub mod json;
pub mod keys;
pub mod leaving;
pub mod page_files;
pub mod panic;
pub mod scroll;
pub mod settings;
pub mod store;
pub mod tasks;
pub mod worker;
