//! Errors of building a corpus. Those of inputs and of opening a pack stand beside what gives
//! them.

use crate::pack::format::VERSION;
use crate::{InputError, OpenError};
use std::{fmt, io};

/// Why a corpus could not be built.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// An input was refused.
    Input(InputError),
    /// Two articles have this name.
    DuplicateName(String),
    /// There is no article.
    Empty,
    /// One pack holds at most 4 GiB.
    TooLarge,
    /// A spool or the output failed, as the system says it.
    Storage(String),
    /// Articles of which only contexts are there cannot stand beside whole ones.
    Withheld,
    /// The pack that was made does not open: a fault of this program.
    Unreadable(OpenError),
}

impl BuildError {
    /// Whether no other article can help.
    pub fn is_final(&self) -> bool {
        matches!(self, BuildError::TooLarge | BuildError::Storage(_) | BuildError::Unreadable(_))
    }
}

impl From<io::Error> for BuildError {
    fn from(error: io::Error) -> Self {
        BuildError::Storage(error.to_string())
    }
}

impl From<InputError> for BuildError {
    fn from(error: InputError) -> Self {
        BuildError::Input(error)
    }
}

impl From<OpenError> for BuildError {
    fn from(error: OpenError) -> Self {
        BuildError::Unreadable(error)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Input(error) => error.fmt(f),
            BuildError::DuplicateName(name) => {
                write!(f, "{name}: two articles have this name; rename one of them")
            }
            BuildError::Empty => f.write_str("no article: a corpus needs at least one"),
            BuildError::Withheld => f.write_str(
                "articles of which only contexts are published cannot be joined with others",
            ),
            BuildError::TooLarge => write!(
                f,
                "more than 4 GiB in one pack (version {VERSION}): cut the corpus into several"
            ),
            BuildError::Storage(what) => {
                write!(f, "the pack, or a temporary file for it, cannot be written: {what}")
            }
            BuildError::Unreadable(error) => write!(
                f,
                "the pack was written and cannot be read ({error}): please report this fault"
            ),
        }
    }
}

impl std::error::Error for BuildError {}
