//! Everything that can be read of some files, with what was wrong and what was guessed.

use crate::{Error, Event, Job, OnError, ReaderPool};
use dateline_corpus::CorpusBuilder;
use std::path::Path;

/// The readable part of some files.
pub struct Readable {
    /// The articles.
    pub builder: CorpusBuilder,
    /// Errors of the files that are not among them.
    pub errors: Vec<Error>,
    /// Notes on each article, in their order.
    pub notes: Vec<Noted>,
}

/// How an article was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Its name.
    pub name: String,
    /// The label of the format that it was read from.
    pub format: &'static str,
    /// Guesses, a sentence each.
    pub notes: Vec<String>,
}

impl Readable {
    /// Reads these files and folders into a builder; files that cannot be articles are left
    /// out, with the reason. Those that could take their reader down are read by `readers`.
    /// `watch` gets each event.
    ///
    /// # Errors
    /// When a folder cannot be listed or its `corpus.toml` is wrong; when the builder cannot
    /// put articles away.
    pub fn gather<P: AsRef<Path>>(
        builder: CorpusBuilder,
        paths: &[P],
        readers: Option<&ReaderPool>,
        watch: &mut dyn FnMut(&Event),
    ) -> Result<Readable, Error> {
        let (mut errors, mut notes) = (Vec::new(), Vec::new());
        let job = Job { on_error: OnError::Report, readers, ..Job::new(paths) };
        let builder = job.gather_into(builder, &mut |event| {
            watch(&event);
            match event {
                Event::Failed(error) => errors.push(error),
                Event::Noted { name, format, notes: sentences } => {
                    notes.push(Noted { name, format, notes: sentences });
                }
                Event::Found { .. } | Event::Read { .. } | Event::LeftOut(_) => {}
            }
            true
        })?;
        Ok(Readable { builder, errors, notes })
    }
}
