//! Files as documents, where all of them are texts in UTF-8: what the build of the
//! page needs.

use crate::{Error, Source, read_text};
use dateline_config::Columns;
use dateline_corpus::Input;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// A text on its way to an article.
#[derive(Debug)]
pub(crate) struct Document(Source, u64);

/// An article with its format and what was guessed.
pub(crate) type Read = (Input, &'static str, Vec<String>);

/// What articles are read from.
pub(crate) const FORMATS: &[&str] = &["text"];

/// The documents of a file: itself.
pub(crate) fn documents(
    source: Source,
    _: &Columns,
) -> impl Iterator<Item = Result<Document, Error>> + use<> {
    let bytes = std::fs::metadata(&source.path).map_or(0, |m| m.len());
    std::iter::once(Ok(Document(source, bytes)))
}

/// Bytes of text that a file holds.
pub(crate) fn text_bytes(source: &Source) -> u64 {
    std::fs::metadata(&source.path).map_or(0, |m| m.len())
}

impl Document {
    /// Its name in the corpus.
    pub(crate) fn name(&self) -> String {
        self.0.name.clone()
    }

    /// The file that it is from.
    pub(crate) fn path(&self) -> PathBuf {
        self.0.path.clone()
    }

    /// Its length, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.1
    }

    /// Feeds name and bytes to a hash: equal documents are read equally.
    pub(crate) fn feed(&self, hash: &mut Sha256) {
        hash.update(&self.0.name);
        hash.update(std::fs::read(&self.0.path).unwrap_or_default());
    }

    /// Makes an article of it.
    pub(crate) fn read(self) -> Vec<Result<Read, Error>> {
        let text = read_text(&self.0.path);
        vec![text.map(|text| (Input::dump(self.0.name, text), "text", Vec::new()))]
    }
}
