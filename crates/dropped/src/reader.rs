//! The reading side: one file, document by document.

use crate::limits::ARTICLE_BYTES;
use crate::settings::{Folder, Settings};
use crate::step::{Item, Step};
use dateline_formats::{Document, Documents, Limits, Skipped, junk, split};
use std::io::Cursor;
use std::rc::Rc;

/// A file that is being read.
pub struct Reader {
    documents: Documents<'static>,
    folder: Rc<Folder>,
}

impl Reader {
    /// Opens the bytes of a file, of which nothing is said.
    pub fn open(name: &str, bytes: Vec<u8>) -> Reader {
        Reader::open_as(name, bytes, &Settings::default())
    }

    /// Opens the bytes of a file. What kind it is, its first bytes and its name tell. A file
    /// that says something of others holds nothing.
    pub fn open_as(name: &str, bytes: Vec<u8>, settings: &Settings) -> Reader {
        let folder = settings.of(name);
        if let (Some(what), false) = (junk(name), settings.holds(name)) {
            let skipped = Skipped::quiet(name, what);
            return Reader { documents: Box::new(std::iter::once(Err(skipped))), folder };
        }
        if settings.holds(name) {
            return Reader { documents: Box::new(std::iter::empty()), folder };
        }
        let columns = folder.config.columns.clone();
        let limits = Limits { unpacked: ARTICLE_BYTES as u64, columns, ..Limits::default() };
        Reader { documents: split(name, Cursor::new(bytes), limits), folder }
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
        let articles = reading.articles.into_iter().map(|mut article| {
            self.folder.apply(&mut article.input);
            match self.folder.preparer.prepare(article.input) {
                Ok(prepared) => Item::Article {
                    article: Box::new(prepared),
                    format: article.format.to_owned(),
                    notes: article.notes,
                },
                Err(error) => {
                    Item::Skipped { reason: self.folder.refused(&error), name: error.name }
                }
            }
        });
        let skipped = reading.skipped.into_iter().map(no_article);
        Step { bytes, items: articles.chain(skipped).collect() }
    }
}

fn no_article(skipped: Skipped) -> Item {
    let Skipped { name, reason, is_expected } = skipped;
    if is_expected { Item::LeftOut { what: reason } } else { Item::Skipped { name, reason } }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}
