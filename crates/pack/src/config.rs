//! `corpus.toml` as a file of a folder: what it says, and where what is wrong stands.

use crate::{Error, Source, files::reason};
use dateline_config::Problem;
use dateline_corpus::{Corrections, InputError, InputProblem};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// The contents of a `corpus.toml`, with those of the file of corrections that it names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    said: dateline_config::Config,
    path: PathBuf,
}

impl Deref for Config {
    type Target = dateline_config::Config;

    fn deref(&self) -> &Self::Target {
        &self.said
    }
}

impl Config {
    /// Reads a `corpus.toml`; `None` when there is no such file.
    ///
    /// # Errors
    /// When it is not TOML, has an unknown key or a value that does not fit.
    pub(crate) fn read(path: &Path) -> Result<Option<Config>, Error> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Error::new(path, reason(&e))),
        };
        let mut said = dateline_config::Config::parse(&text).map_err(|p| error(path, p))?;
        if let Some(file) = &said.corrections_file {
            said.corrections = read_corrections(&path.with_file_name(file))?;
        }
        Ok(Some(Config { said, path: path.to_owned() }))
    }

    /// Whether every file that is spoken of is there.
    ///
    /// # Errors
    /// Naming the first that is not, with its line.
    pub(crate) fn check_files(&self, sources: &[Source]) -> Result<(), Error> {
        let missing = self.missing(sources.iter().map(|s| s.name.as_str()));
        missing.map_or(Ok(()), |problem| Err(error(&self.path, problem)))
    }

    /// Why an input was refused, in the file and line that are to blame.
    pub(crate) fn refused(&self, source: &Source, refused: &InputError) -> Error {
        let what = refused.problem.to_string();
        let InputProblem::NoBlock(lines) = refused.problem else {
            return Error::new(&source.path, what);
        };
        let line = self.line_of(&source.name, lines);
        Error::new(&self.path, format!("{}: {what}", source.name)).at_line(line)
    }
}

/// Reads corrections from a JSON file, as the page exports them.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn read_corrections(path: &Path) -> Result<Corrections, Error> {
    let text = crate::read_text(path)?;
    dateline_config::parse_corrections(&text).map_err(|p| error(path, p))
}

fn error(path: &Path, Problem { line, message }: Problem) -> Error {
    let error = Error::new(path, message);
    if line > 0 { error.at_line(line) } else { error }
}
