//! The files of a folder, and their texts.

use crate::{CONFIG_FILE, Error};
use std::path::{Path, PathBuf};

/// One file that holds an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it is.
    pub path: PathBuf,
    /// Its name in the corpus: the path from the folder, with `/`.
    pub name: String,
}

/// The articles' files under `path` in the order of their names: the file itself,
/// or every file of the folder and its sub-folders. Hidden files and folders,
/// `corpus.toml` and linked folders are left out.
///
/// # Errors
/// When the folder cannot be listed or holds no file.
pub fn find(path: &Path) -> Result<Vec<Source>, Error> {
    let meta = std::fs::metadata(path).map_err(|e| Error::new(path, reason(&e)))?;
    if !meta.is_dir() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Ok(vec![Source { path: path.to_owned(), name }]);
    }
    let mut found = Vec::new();
    list(path, "", &mut found)?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    if found.is_empty() {
        return Err(Error::new(path, "no article in this folder; put files with articles into it"));
    }
    Ok(found)
}

fn list(folder: &Path, prefix: &str, found: &mut Vec<Source>) -> Result<(), Error> {
    let entries = std::fs::read_dir(folder).map_err(|e| Error::new(folder, reason(&e)))?;
    for entry in entries {
        let entry = entry.map_err(|e| Error::new(folder, reason(&e)))?;
        let path = entry.path();
        let file_name = entry.file_name();
        let Some(own) = file_name.to_str() else {
            return Err(Error::new(&path, "the file's name is not UTF-8; rename it"));
        };
        if own.starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(|e| Error::new(&path, reason(&e)))?;
        if kind.is_dir() {
            list(&path, &format!("{prefix}{own}/"), found)?;
        } else if (path.is_file() || leads_nowhere(&path))
            && !(prefix.is_empty() && own == CONFIG_FILE)
        {
            found.push(Source { name: format!("{prefix}{own}"), path });
        }
    }
    Ok(())
}

/// Whether this is a link to a missing file or to itself, which reading it will tell.
fn leads_nowhere(path: &Path) -> bool {
    path.is_symlink() && std::fs::metadata(path).is_err()
}

/// The text of a file.
///
/// # Errors
/// When it cannot be read, is empty, holds a NUL byte, or is not UTF-8; naming the
/// byte, counted from 0.
pub fn read_text(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|e| Error::new(path, reason(&e)))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let length = bytes.len();
        let what =
            format!("empty: no text in its {length} bytes (byte 0 on); remove it or fill it");
        return Err(Error::new(path, what));
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        let what = format!("binary: byte {at} is NUL; save it as UTF-8 text, or remove it");
        return Err(Error::new(path, what));
    }
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        let byte = e.as_bytes()[at];
        let what = format!("not UTF-8: byte {at} is 0x{byte:02X}; save it as UTF-8 text");
        Error::new(path, what)
    })
}

pub(crate) fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "not allowed to read it".into(),
        // The kind for this has no stable name yet.
        _ if error.to_string().contains("symbolic link") => {
            "a link that leads back to itself; remove it".into()
        }
        _ => error.to_string(),
    }
}
