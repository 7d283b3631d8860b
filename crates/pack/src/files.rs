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

/// The files under a path.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, in the order of their names.
    pub sources: Vec<Source>,
    /// Files and folders that cannot be read, and why.
    pub refused: Vec<Error>,
    /// Things that nobody would expect an article of: sites that Dateline built, and linked folders.
    pub left_out: Vec<Error>,
}

/// How many folders deep files are looked for.
const MAX_DEPTH: usize = 128;

/// The file in which a site lists its files.
const SITE_LIST: &str = ".dateline-files";

/// The least that a page as one file takes, in bytes: smaller files need not be looked into.
const MIN_PAGE_BYTES: u64 = 300_000;

/// The articles' files under `path`: the file itself, or every file of the folder and its
/// sub-folders. Hidden files and folders, `corpus.toml`, linked folders, and sites that Dateline
/// built are left out.
///
/// # Errors
/// When the folder cannot be listed, is such a site, or holds no file.
pub fn find(path: &Path) -> Result<Found, Error> {
    let meta = std::fs::metadata(path).map_err(|e| Error::new(path, reason(&e)))?;
    let mut found = Found::default();
    if !meta.is_dir() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        found.sources.push(Source { path: path.to_owned(), name });
        return Ok(found);
    }
    if is_site(path) {
        return Err(Error::new(
            path,
            "a site that Dateline built; name the folder of its articles",
        ));
    }
    list(path, "", 0, &mut found).map_err(|e| Error::new(path, reason(&e)))?;
    found.sources.sort_by(|a, b| a.name.cmp(&b.name));
    found.refused.sort_by_key(|a| a.to_string());
    found.left_out.sort_by_key(|a| a.to_string());
    if found.sources.is_empty() && found.refused.is_empty() {
        return Err(Error::new(path, "no article in this folder; put files with articles into it"));
    }
    Ok(found)
}

/// Lists a folder. What cannot be read in it is noted, and the rest goes on.
///
/// # Errors
/// When the folder itself cannot be listed.
fn list(folder: &Path, prefix: &str, depth: usize, found: &mut Found) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let file_name = entry.file_name();
        if file_name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let Some(own) = file_name.to_str() else {
            found.refused.push(Error::new(&path, "the name is not UTF-8; rename it"));
            continue;
        };
        match entry.file_type() {
            Err(error) => found.refused.push(Error::new(&path, reason(&error))),
            Ok(kind) if kind.is_dir() && is_site(&path) => {
                found.left_out.push(Error::new(&path, "a site that Dateline built").expected());
            }
            Ok(kind) if kind.is_dir() && depth + 1 >= MAX_DEPTH => {
                let what = format!("more than {MAX_DEPTH} folders deep; move it up");
                found.refused.push(Error::new(&path, what));
            }
            Ok(kind) if kind.is_dir() => {
                if let Err(error) = list(&path, &format!("{prefix}{own}/"), depth + 1, found) {
                    found.refused.push(Error::new(&path, reason(&error)));
                }
            }
            Ok(_) if prefix.is_empty() && own == CONFIG_FILE => {}
            Ok(_) if path.is_file() && is_page(&path) => {
                found.left_out.push(Error::new(&path, "a page that Dateline built").expected());
            }
            Ok(_) if path.is_file() || leads_nowhere(&path) => {
                found.sources.push(Source { name: format!("{prefix}{own}"), path });
            }
            Ok(kind) if kind.is_symlink() && path.is_dir() => {
                found.left_out.push(Error::new(&path, "a link to a folder").expected());
            }
            Ok(_) => {
                let what = "neither a file nor a folder, but a pipe or a device";
                found.refused.push(Error::new(&path, what));
            }
        }
    }
    Ok(())
}

/// Whether a folder is a site that Dateline built.
fn is_site(folder: &Path) -> bool {
    let is_pack = |entry: std::fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("corpus-") && name.ends_with(".pack")
    };
    let has_pack = || std::fs::read_dir(folder).is_ok_and(|list| list.flatten().any(is_pack));
    folder.join("index.html").is_file() && (folder.join(SITE_LIST).is_file() || has_pack())
}

/// Whether a file is a page as one file that Dateline built.
fn is_page(path: &Path) -> bool {
    let is_html = path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm")
    });
    let is_large = || std::fs::metadata(path).is_ok_and(|meta| meta.len() >= MIN_PAGE_BYTES);
    is_html
        && is_large()
        && std::fs::read(path).is_ok_and(|bytes| {
            String::from_utf8_lossy(&bytes)
                .contains("<script type=\"application/gzip\" id=\"dateline-pack\">")
        })
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
