//! The page for scripts: `window.dateline`, the articles it answers from, and the entry points
//! that `boot.js` and `dateline.js` call. Names the browser, as `browser` does, since every
//! function here is called from JavaScript.

pub mod api;
#[cfg(feature = "parts")]
pub mod entry;
pub mod serving;
