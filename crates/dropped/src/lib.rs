//! Files that a reader brings to the page, read as the command reads a folder: from
//! bytes to a pack, in steps that a worker can tell of, stop between, and survive.
//!
//! Foreign formats are read by foreign code, and in WebAssembly a panic ends the whole
//! program. So there are two sides that share no memory: a [`Reader`] opens one file and
//! gives its documents as bytes; a [`Collector`] takes these and makes the pack. When a
//! reader ends, another one goes on behind the document that ended it.
//!
//! ```
//! use dateline_dropped::{Collector, Reader};
//!
//! let mut collector = Collector::new(None)?;
//! let mut reader = Reader::open("a.csv", b"title,text\nRain,It rained in Peru.\n".to_vec());
//! while let Some(step) = reader.step() {
//!     collector.take(&step);
//! }
//! assert_eq!(collector.finish().corpus?.len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Knows no browser.

mod beside;
mod collector;
mod limits;
mod reader;
mod settings;
mod step;

pub use beside::beside;
pub use collector::{Collected, Collector, Read};
pub use dateline_formats::Skipped;
pub use limits::{ARTICLE_BYTES, DROP_BYTES, DROP_FILES, too_much};
pub use reader::Reader;
pub use settings::{Settings, is_settings};
