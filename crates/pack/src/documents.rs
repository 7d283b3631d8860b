//! Files as documents, whatever their format.

use crate::{Error, ReaderPool, Source, files::reason};
use dateline_config::Columns;
use dateline_corpus::Input;
use dateline_formats::{Documents, Format, HEAD, Limits, Skipped, junk, split};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A document with the file that it is from.
#[derive(Debug)]
pub(crate) struct Document {
    document: dateline_formats::Document,
    path: PathBuf,
}

/// An article with its format and what was guessed.
pub(crate) type Read = (Input, &'static str, Vec<String>);

/// The documents of a file, one at a time, with what holds several taken apart in another process
/// where there are such.
pub(crate) fn documents<'a>(
    source: Source,
    columns: &Columns,
    readers: Option<&'a ReaderPool>,
) -> Box<dyn Iterator<Item = Result<Document, Error>> + 'a> {
    let Source { path, name } = source;
    // The pipe to another process carries paths as text; the few others are read here.
    let apart = readers.zip(path.to_str()).filter(|_| holds_documents(&path, &name));
    let documents: Documents<'a> = match apart {
        Some((readers, path)) => Box::new(readers.split(path, &name, columns)),
        None => match File::open(&path) {
            Ok(file) => {
                let limits = Limits { columns: columns.clone(), ..Limits::default() };
                split(&name, file, limits)
            }
            Err(error) => return Box::new(std::iter::once(Err(Error::new(&path, reason(&error))))),
        },
    };
    Box::new(documents.map(move |document| match document {
        Ok(document) => Ok(Document { document, path: path.clone() }),
        Err(skipped) => Err(refused(&path, &name, &skipped)),
    }))
}

/// Why nobody would expect an article of a file; `None` for others.
pub(crate) fn left_out(source: &Source) -> Option<Error> {
    Some(Error::new(&source.path, junk(&source.name)?).expected())
}

/// Whether a file is an archive, a table or another that is cut into documents.
fn holds_documents(path: &Path, name: &str) -> bool {
    head(path).is_ok_and(|head| Format::of(name, &head).is_ok_and(Format::is_cut))
}

/// The first bytes of a file, which tell its format.
fn head(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// Bytes of text that a file surely holds; 0 where only reading it tells.
pub(crate) fn text_bytes(source: &Source) -> u64 {
    let Ok(head) = head(&source.path) else { return 0 };
    let plain = Format::of(&source.name, &head).is_ok_and(|format| format.is_plain);
    // UTF-16 may be twice as long as the same text in UTF-8.
    let wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let bytes = std::fs::metadata(&source.path).map_or(0, |m| m.len());
    if !plain || wide || bytes > Limits::default().document as u64 {
        return 0;
    }
    bytes
}

/// The problem of a file, or of the place in it that the name tells.
fn refused(path: &Path, name: &str, skipped: &Skipped) -> Error {
    let inside = skipped.name.strip_prefix(name).unwrap_or(&skipped.name);
    let error = match inside.trim_start_matches(['/', '#']) {
        inside if inside.is_empty() || skipped.is_expected => Error::new(path, &*skipped.reason),
        inside => Error::new(path, format!("{inside}: {}", skipped.reason)),
    };
    if skipped.is_expected { error.expected() } else { error }
}

impl Document {
    /// Its name in the corpus.
    pub(crate) fn name(&self) -> String {
        self.document.name.clone()
    }

    /// The file that it is from.
    pub(crate) fn path(&self) -> PathBuf {
        self.path.clone()
    }

    /// Its length, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.document.len() as u64
    }

    /// Feeds name and bytes to a hash: equal documents are read equally.
    pub(crate) fn feed(&self, hash: &mut Sha256) {
        self.document.feed(&mut |bytes| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        });
    }

    /// Makes articles of it, in another process where there are such and it may need one.
    pub(crate) fn read(self, readers: Option<&ReaderPool>) -> Vec<Result<Read, Error>> {
        let (path, name) = (self.path, self.document.name.clone());
        let reading = match readers.filter(|_| self.document.may_take_down_its_reader()) {
            Some(readers) => readers.read(self.document),
            None => self.document.read(),
        };
        let read = reading.articles.into_iter().map(|a| Ok((a.input, a.format, a.notes)));
        let skipped = reading.skipped.iter().map(|s| Err(refused(&path, &file_part(&name), s)));
        read.chain(skipped).collect()
    }
}

/// The name of the file in the name of a document in it.
fn file_part(name: &str) -> String {
    name.split('#').next().unwrap_or(name).to_owned()
}
