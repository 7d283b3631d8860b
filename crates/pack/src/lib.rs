//! From files to a pack: the only crate of the core that touches the file system.

use dateline_corpus::{CorpusBuilder, Input};
use std::fmt;
use std::path::{Path, PathBuf};

/// Why a pack could not be made.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)
    }
}

impl std::error::Error for Error {}

/// Packs every file of a folder in the order of their names; hidden files are
/// skipped.
///
/// # Errors
/// When a file cannot be read, or cannot be an article.
pub fn pack_dir(folder: impl AsRef<Path>) -> Result<Vec<u8>, Error> {
    let folder = folder.as_ref();
    let failed = |path: &Path, message: String| Error { path: path.to_owned(), message };
    let entries = std::fs::read_dir(folder).map_err(|e| failed(folder, e.to_string()))?;
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
    files.sort();
    let mut builder = CorpusBuilder::new();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|e| failed(&path, e.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|e| failed(&path, e.to_string()))?;
        builder.add(Input::dump(name, text)).map_err(|e| failed(&path, e.to_string()))?;
    }
    builder.build().map_err(|e| failed(folder, e.to_string()))
}
