//! The opened corpus as every view holds it.

use dateline_corpus::{Corpus, OpenError};
use std::borrow::Cow;
use std::ops::Deref;
use std::rc::Rc;

/// The articles that were packed when the page was built.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// An opened corpus. Cloning is free; two are equal when they are the same one.
#[derive(Clone, Debug)]
pub struct Shared(Rc<Corpus>);

impl Shared {
    /// Opens the articles that the page was built with.
    ///
    /// # Errors
    /// When the page and its articles do not belong together.
    pub fn embedded() -> Result<Shared, OpenError> {
        Shared::open(EMBEDDED)
    }

    /// Opens the bytes of a pack.
    ///
    /// # Errors
    /// When the bytes are no pack, one of another version, or damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Shared, OpenError> {
        Corpus::open(bytes).map(|corpus| Shared(Rc::new(corpus)))
    }

    /// The name of the corpus, or that of the program for one without a name.
    pub fn name(&self) -> &str {
        if self.title().is_empty() { "Dateline" } else { self.title() }
    }
}

impl Deref for Shared {
    type Target = Corpus;

    fn deref(&self) -> &Corpus {
        &self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
