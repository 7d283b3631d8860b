//! From files to a pack: the only crate of the core that touches the file system.
//! Finds the articles of a folder, reads `corpus.toml` and JSON lines, and prepares
//! articles on all cores; the bytes are the same however many there are.

mod cache;
mod config;
mod documents;
mod error;
mod files;
mod gather;
mod jsonl;
pub mod parallel;
mod readable;
pub mod reader_process;
mod single;
mod sum;

pub use cache::may_be_cache;
pub use config::read_corrections;
pub use dateline_config::CONFIG_FILE;
pub use dateline_prerender::{LISTED, frame, frame_of};
pub use error::Error;
pub use files::{Found, Source, find, read_text};
pub use gather::{Articles, Event, Job, OnError};
pub use jsonl::{Record, Texts, for_each_line};
pub use readable::{Noted, Readable};
pub use reader_process::{ReaderLimits, ReaderPool};
pub use single::Single;
pub use sum::Sum;

use dateline_corpus::CorpusBuilder;
use std::path::Path;

/// Packs every file of a folder, in the order of their names. Hidden files are
/// skipped; `corpus.toml`, if there is one, overrules what the reader finds.
///
/// # Errors
/// When the folder holds no file, a file cannot be an article, or `corpus.toml` is
/// wrong.
pub fn pack_dir(folder: impl AsRef<Path>) -> Result<Vec<u8>, Error> {
    Job::new(&[folder.as_ref()]).pack()
}

/// The result of one item.
#[derive(Default)]
struct Done {
    /// Its length, in bytes.
    bytes: u64,
    /// Its articles with their format and notes.
    articles: Vec<Result<cache::Kept, Error>>,
    /// The record for the cache.
    keep: Option<(cache::Key, Vec<u8>)>,
}

/// Prepares items on all cores and adds the articles in order. `false` when `tell` said
/// to stop.
///
/// # Errors
/// When the builder takes no more articles.
fn push_all<T: Send>(
    builder: &mut CorpusBuilder,
    path: &Path,
    items: impl Iterator<Item = T>,
    work: impl Fn(T) -> Done + Sync,
    keep: &mut dyn FnMut(cache::Key, &[u8]),
    tell: &mut dyn FnMut(Event) -> bool,
) -> Result<bool, Error> {
    let mut outcome = Ok(true);
    parallel::ordered(items, work, |done| {
        if let Some((key, bytes)) = &done.keep {
            keep(*key, bytes);
        }
        let mut going = tell(Event::Read { bytes: done.bytes });
        for article in done.articles {
            let event = article.and_then(|(prepared, format, notes)| {
                let name = prepared.name().to_owned();
                builder.push(prepared).map_err(|e| {
                    let error = Error::new(path, e.to_string());
                    if e.is_final() {
                        outcome = Err(error.clone());
                    }
                    error
                })?;
                Ok(Event::Noted { name, format, notes })
            });
            let event = event.unwrap_or_else(|error| match error.is_expected() {
                true => Event::LeftOut(error),
                false => Event::Failed(error),
            });
            going = going && outcome.is_ok() && tell(event);
        }
        if let Ok(outcome) = &mut outcome {
            *outcome = going;
        }
        going
    });
    outcome
}
