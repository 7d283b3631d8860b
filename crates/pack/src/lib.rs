//! From files to a pack: the only crate of the core that touches the file system.
//! Finds the articles of a folder, reads `corpus.toml` and JSON lines, and prepares
//! articles on all cores; the bytes are the same however many there are.

mod config;
mod error;
mod files;
mod frame;
mod jsonl;
pub mod parallel;

pub use config::{BlockConfig, Config, FileConfig, read_corrections};
pub use error::Error;
pub use files::{Source, find, read_text};
pub use frame::frame;
pub use jsonl::{Record, Texts, for_each_line};

use dateline_corpus::{CorpusBuilder, Corrections, Input, Prepared, Preparer};
use std::path::Path;

/// The name of the file in which a publisher describes a folder.
pub const CONFIG_FILE: &str = "corpus.toml";

/// Packs every file of a folder, in the order of their names. Hidden files are
/// skipped; `corpus.toml`, if there is one, overrules what the reader finds.
///
/// # Errors
/// When the folder holds no file, a file is empty, binary or not UTF-8, or
/// `corpus.toml` is wrong.
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
    let mut first = None;
    let builder = gather(paths, corrections, |error| {
        first.get_or_insert(error);
        false
    })?;
    match first {
        Some(error) => Err(error),
        None => finish(builder, paths.first().map_or(Path::new(""), AsRef::as_ref)),
    }
}

/// As [`pack_paths`], but files that cannot be articles are left out: what is wrong
/// with each comes beside the pack. `None` when no article is left.
///
/// # Errors
/// When a folder cannot be listed or its `corpus.toml` is wrong.
pub fn pack_what_can_be_read<P: AsRef<Path>>(
    paths: &[P],
) -> Result<(Option<Vec<u8>>, Vec<Error>), Error> {
    let mut errors = Vec::new();
    let builder = gather(paths, &Corrections::default(), |error| {
        errors.push(error);
        true
    })?;
    Ok((builder.build().ok(), errors))
}

/// Prepares the articles of `paths`; `failed` gets what is wrong with a file and
/// says whether to go on.
fn gather<P: AsRef<Path>>(
    paths: &[P],
    corrections: &Corrections,
    mut failed: impl FnMut(Error) -> bool,
) -> Result<CorpusBuilder, Error> {
    let mut builder = CorpusBuilder::new();
    for path in paths.iter().map(AsRef::as_ref) {
        let mut sources = find(path)?;
        let config = if path.is_dir() { Config::read(&path.join(CONFIG_FILE))? } else { None };
        let config = config.unwrap_or_default();
        sources.retain(|s| Some(&s.name) != config.corrections_file.as_ref());
        config.check_files(&sources)?;
        if let Some(title) = &config.title {
            builder.set_title(title);
        }
        if let Some(language) = &config.language {
            builder.set_language(language);
        }
        let corrections = merged(&config.corrections, corrections);
        let preparer = Preparer::default()
            .with_language(config.language.as_deref().unwrap_or(""))
            .with_corrections(&corrections);
        let prepare = |source: Source| -> Result<Prepared, Error> {
            let text = read_text(&source.path)?;
            let mut input = Input::dump(source.name.as_str(), text);
            config.apply(&mut input);
            preparer.prepare(input).map_err(|e| config.refused(&source, &e))
        };
        if !push_all(&mut builder, path, sources.into_iter(), prepare, &mut failed) {
            break;
        }
    }
    Ok(builder)
}

/// Packs a file of JSON lines: `id`, `title`, `body` (an article already read) or
/// `text` (a page dump), `date`, `source`, `byline`, `url`, `language`; every other
/// key is a field with a string or a list of strings.
///
/// # Errors
/// When a line is not such a record, or its article is refused; with its number.
pub fn pack_jsonl(file: &Path, corrections: &Corrections) -> Result<Vec<u8>, Error> {
    let preparer = Preparer::default().with_corrections(corrections);
    let mut builder = CorpusBuilder::new();
    let lines = jsonl::lines(file)?;
    let prepare = |line: Result<jsonl::Line, Error>| -> Result<Prepared, Error> {
        let line = line?;
        let at = |message: String| Error::new(file, message).at_line(line.number);
        let record = Record::parse(&line.text).map_err(|e| at(e.message().to_owned()))?;
        let input = record.into_input(line.number).map_err(|m| at(m.message().to_owned()))?;
        preparer.prepare(input).map_err(|e| at(e.to_string()))
    };
    let mut first = None;
    push_all(&mut builder, file, lines, prepare, &mut |error| {
        first.get_or_insert(error);
        false
    });
    first.map_or_else(|| finish(builder, file), Err)
}

/// Both; of two corrections of one surface the first counts.
fn merged(first: &Corrections, second: &Corrections) -> Corrections {
    Corrections {
        alias: [&second.alias[..], &first.alias].concat(),
        mute: [&second.mute[..], &first.mute].concat(),
        reassign: [&second.reassign[..], &first.reassign].concat(),
    }
}

/// Prepares items on all cores and adds them in order. `false` when `failed` said
/// to stop.
fn push_all<T: Send>(
    builder: &mut CorpusBuilder,
    path: &Path,
    items: impl Iterator<Item = T>,
    prepare: impl Fn(T) -> Result<Prepared, Error> + Sync,
    failed: &mut impl FnMut(Error) -> bool,
) -> bool {
    let mut going = true;
    parallel::ordered(items, prepare, |prepared| {
        let pushed = prepared
            .and_then(|p| builder.push(p).map(|_| ()).map_err(|e| Error::new(path, e.to_string())));
        going = pushed.err().is_none_or(&mut *failed);
        going
    });
    going
}

fn finish(builder: CorpusBuilder, path: &Path) -> Result<Vec<u8>, Error> {
    builder.build().map_err(|e| Error::new(path, e.to_string()))
}
