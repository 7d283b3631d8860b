//! Why a pack could not be made: file, place, reason.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a pack could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    path: PathBuf,
    line: Option<usize>,
    message: String,
    is_expected: bool,
}

impl Error {
    /// An error in a file.
    pub fn new(path: &Path, message: impl Into<String>) -> Error {
        Error { path: path.to_owned(), line: None, message: message.into(), is_expected: false }
    }

    /// The same error at a line, counted from 1.
    #[must_use]
    pub fn at_line(self, line: usize) -> Error {
        Error { line: Some(line), ..self }
    }

    /// The same error in a file.
    #[must_use]
    pub fn in_file(self, path: &Path) -> Error {
        Error { path: path.to_owned(), ..self }
    }

    /// The same, of something that nobody would expect an article of.
    #[must_use]
    pub(crate) fn expected(self) -> Error {
        Error { is_expected: true, ..self }
    }

    /// Whether nobody would expect an article of it: a style sheet, a second copy of a page.
    /// Such things are counted, and are no failure.
    pub fn is_expected(&self) -> bool {
        self.is_expected
    }

    /// The reason, without the place.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.as_os_str().is_empty() {
            write!(f, "{}:", self.path.display())?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
            }
            f.write_str(" ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
