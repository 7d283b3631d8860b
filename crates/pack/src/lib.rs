//! From files to a pack: the only crate of the core that touches the file system.
//! Finds the articles of a folder, reads `corpus.toml` and JSON lines, and prepares
//! articles on all cores; the bytes are the same however many there are.

mod cache;
mod config;
#[cfg(feature = "formats")]
mod documents;
#[cfg(not(feature = "formats"))]
#[path = "texts.rs"]
mod documents;
mod error;
mod files;
mod gather;
mod jsonl;
pub mod parallel;
mod single;

pub use config::read_corrections;
pub use dateline_config::CONFIG_FILE;
pub use dateline_prerender::{LISTED, frame, frame_of};
pub use error::Error;
pub use files::{Source, find, read_text};
pub use gather::{Event, Job};
pub use jsonl::{Record, Texts, for_each_line};
pub use single::Single;

use dateline_corpus::{CorpusBuilder, Corrections, Prepared, Preparer};
use std::path::Path;

/// Packs every file of a folder, in the order of their names. Hidden files are
/// skipped; `corpus.toml`, if there is one, overrules what the reader finds.
///
/// # Errors
/// When the folder holds no file, a file cannot be an article, or `corpus.toml` is
/// wrong.
pub fn pack_dir(folder: impl AsRef<Path>) -> Result<Vec<u8>, Error> {
    pack_paths(&[folder.as_ref()], &Corrections::default())
}

/// Packs files and the files of folders. `corpus.toml` is read from every folder
/// that is named; its corrections of mentions count before `corrections`.
///
/// # Errors
/// As [`pack_dir`].
pub fn pack_paths<P: AsRef<Path>>(
    paths: &[P],
    corrections: &Corrections,
) -> Result<Vec<u8>, Error> {
    let builder = gather_paths(CorpusBuilder::new(), paths, corrections)?;
    finish(builder, paths.first().map_or(Path::new(""), AsRef::as_ref))
}

/// As [`pack_paths`], into a builder.
///
/// # Errors
/// As [`pack_paths`]; when the builder cannot put articles away.
pub fn gather_paths<P: AsRef<Path>>(
    builder: CorpusBuilder,
    paths: &[P],
    corrections: &Corrections,
) -> Result<CorpusBuilder, Error> {
    let job = Job { corrections, ..Job::new(paths) };
    first_failure(|tell| job.gather_into(builder, tell))
}

/// As [`gather_paths`], but files that cannot be articles are left out: what is wrong with
/// each comes beside the articles. `watch` is told what happens.
///
/// # Errors
/// When a folder cannot be listed or its `corpus.toml` is wrong; when the builder cannot put
/// articles away.
pub fn gather_what_can_be_read<P: AsRef<Path>>(
    builder: CorpusBuilder,
    paths: &[P],
    watch: &mut dyn FnMut(&Event),
) -> Result<Readable, Error> {
    let (mut errors, mut notes) = (Vec::new(), Vec::new());
    let builder = Job::new(paths).gather_into(builder, &mut |event| {
        watch(&event);
        match event {
            Event::Failed(error) => errors.push(error),
            Event::Noted { name, format, notes: said } => {
                notes.push(Noted { name, format, notes: said });
            }
            Event::Found { .. } | Event::Read { .. } => {}
        }
        true
    })?;
    Ok(Readable { builder, errors, notes })
}

/// What could be read of some files.
pub struct Readable {
    /// The articles.
    pub builder: CorpusBuilder,
    /// What is wrong with the files that are not among them.
    pub errors: Vec<Error>,
    /// What was noted of each article, in their order.
    pub notes: Vec<Noted>,
}

/// How an article was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Its name.
    pub name: String,
    /// What it was read from.
    pub format: &'static str,
    /// What was guessed, a sentence each.
    pub notes: Vec<String>,
}

/// Packs a file of JSON lines: `id`, `title`, `body` (an article already read) or
/// `text` (a page dump), `date`, `source`, `byline`, `url`, `language`; every other
/// key is a field with a string or a list of strings.
///
/// # Errors
/// When a line is not such a record, or its article is refused; with its number.
pub fn pack_jsonl(file: &Path, corrections: &Corrections) -> Result<Vec<u8>, Error> {
    finish(gather_jsonl(CorpusBuilder::new(), file, corrections)?, file)
}

/// As [`pack_jsonl`], into a builder.
///
/// # Errors
/// As [`pack_jsonl`]; when the builder cannot put articles away.
pub fn gather_jsonl(
    mut builder: CorpusBuilder,
    file: &Path,
    corrections: &Corrections,
) -> Result<CorpusBuilder, Error> {
    let preparer = Preparer::default().with_corrections(corrections);
    let lines = jsonl::lines(file)?;
    let prepare = |line: Result<jsonl::Line, Error>| -> Result<Prepared, Error> {
        let line = line?;
        let at = |message: String| Error::new(file, message).at_line(line.number);
        let record = Record::parse(&line.text).map_err(|e| at(e.message().to_owned()))?;
        let input = record.into_input(line.number).map_err(|m| at(m.message().to_owned()))?;
        preparer.prepare(input).map_err(|e| at(e.to_string()))
    };
    let work = |line| Done {
        articles: vec![prepare(line).map(|p| (p, "row", Vec::new()))],
        ..Done::default()
    };
    first_failure(|tell| {
        push_all(&mut builder, file, lines, work, &mut |_, _| {}, tell)?;
        Ok(builder)
    })
}

/// Gathers until something is no article, which is the error then.
fn first_failure(
    gather: impl FnOnce(&mut dyn FnMut(Event) -> bool) -> Result<CorpusBuilder, Error>,
) -> Result<CorpusBuilder, Error> {
    let mut first = None;
    let builder = gather(&mut |event| match event {
        Event::Failed(error) => {
            first.get_or_insert(error);
            false
        }
        _ => true,
    })?;
    first.map_or(Ok(builder), Err)
}

/// What came of one item.
#[derive(Default)]
struct Done {
    /// Its length, in bytes.
    bytes: u64,
    /// Its articles with their format and notes.
    articles: Vec<Result<cache::Kept, Error>>,
    /// What to keep for another time.
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
            going = going && outcome.is_ok() && tell(event.unwrap_or_else(Event::Failed));
        }
        if let Ok(outcome) = &mut outcome {
            *outcome = going;
        }
        going
    });
    outcome
}

fn finish(builder: CorpusBuilder, path: &Path) -> Result<Vec<u8>, Error> {
    builder.build().map_err(|e| Error::new(path, e.to_string()))
}
