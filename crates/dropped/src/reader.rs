//! The reading side: one file, document by document.

use crate::limits::ARTICLE_BYTES;
use crate::step::{Item, Step};
use dateline_corpus::Preparer;
use dateline_formats::{Document, Documents, Limits, Skipped, split};
use std::io::Cursor;

/// The file in which a publisher describes a folder, and why it is left out here.
const CONFIG_FILE: &str = "corpus.toml";
const FOR_THE_COMMAND: &str = "it describes a folder for the dateline command; articles are read without it here, and can be corrected in the page";

/// A file that is being read.
pub struct Reader {
    documents: Documents<'static>,
    preparer: Preparer,
}

impl Reader {
    /// Opens the bytes of a file. What kind it is, its first bytes and its name tell.
    pub fn open(name: &str, bytes: Vec<u8>) -> Reader {
        if name.rsplit('/').next() == Some(CONFIG_FILE) {
            let (name, reason) = (name.to_owned(), FOR_THE_COMMAND.to_owned());
            let documents = Box::new(std::iter::once(Err(Skipped { name, reason })));
            return Reader { documents, preparer: Preparer::default() };
        }
        let limits = Limits { unpacked: ARTICLE_BYTES as u64, ..Limits::default() };
        let documents = split(name, Cursor::new(bytes), limits);
        Reader { documents, preparer: Preparer::default() }
    }

    /// Passes so many documents over, which another reader read or fell over.
    pub fn pass(&mut self, documents: usize) {
        self.documents.by_ref().take(documents).for_each(drop);
    }

    /// Reads and annotates the next document; `None` at the end of the file.
    pub fn step(&mut self) -> Option<Vec<u8>> {
        let step = match self.documents.next()? {
            Ok(document) => self.read(document),
            Err(skipped) => Step { bytes: 0, items: vec![no_article(skipped)] },
        };
        Some(step.to_bytes())
    }

    fn read(&self, document: Document) -> Step {
        let bytes = document.len() as u64;
        let reading = document.read();
        let articles = reading.articles.into_iter().map(|article| {
            match self.preparer.prepare(article.input) {
                Ok(prepared) => Item::Article {
                    article: Box::new(prepared),
                    format: article.format.to_owned(),
                    notes: article.notes,
                },
                Err(error) => {
                    let said = error.to_string();
                    let reason = said.strip_prefix(&format!("{}: ", error.name)).unwrap_or(&said);
                    Item::Skipped { reason: reason.to_owned(), name: error.name }
                }
            }
        });
        let skipped = reading.skipped.into_iter().map(no_article);
        Step { bytes, items: articles.chain(skipped).collect() }
    }
}

fn no_article(skipped: Skipped) -> Item {
    Item::Skipped { name: skipped.name, reason: skipped.reason }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}
