//! The articles of a builder one at a time, each as a corpus of its own: for work on more
//! articles than memory holds, of which each is looked at alone.

use crate::build::pending::Ready;
use crate::pack::sections::SectionWriter;
use crate::pack::write::in_memory;
use crate::{BuildError, ContextsOnly, Corpus, Prepared};
use std::fmt;
use std::sync::Arc;

/// The articles in the order in which they were added. After an error there may be others.
pub struct OneByOne {
    ready: Ready,
    at: usize,
    meta: Arc<[u8]>,
    contexts: Option<ContextsOnly>,
}

/// An article as it stands among the others of its corpus: lines that recur in them are
/// marked.
pub struct Alone {
    article: Prepared,
    source: String,
    meta: Arc<[u8]>,
    contexts: Option<ContextsOnly>,
}

impl OneByOne {
    pub(crate) fn new(ready: Ready, meta: Vec<u8>, contexts: Option<ContextsOnly>) -> OneByOne {
        OneByOne { ready, at: 0, meta: meta.into(), contexts }
    }
}

impl Iterator for OneByOne {
    type Item = Result<Alone, BuildError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at == self.ready.len() {
            return None;
        }
        let article = self.ready.article(self.at, true);
        self.at += 1;
        let (meta, contexts) = (Arc::clone(&self.meta), self.contexts);
        Some(article.map(|(article, source)| Alone { article, source, meta, contexts }))
    }
}

impl Alone {
    /// The corpus of this article alone. Its title, language and hash are those of the whole.
    ///
    /// # Errors
    /// When the article is longer than a pack may be.
    pub fn open(mut self) -> Result<Corpus, BuildError> {
        if let Some(contexts) = self.contexts {
            self.article.withhold(contexts);
        }
        let mut writer = SectionWriter::default();
        writer.push(&self.article, &self.source);
        let text = self.article.text.into_bytes();
        let end = u32::try_from(text.len()).map_err(|_| BuildError::TooLarge)?;
        let texts = (text.into(), vec![end]);
        let mut sections = writer.finish(self.meta.to_vec(), texts, self.contexts)?;
        let pack = in_memory(1, &mut sections)?;
        Ok(Corpus::open_built(pack)?)
    }
}

impl fmt::Debug for OneByOne {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OneByOne").field("next", &self.at).finish_non_exhaustive()
    }
}

impl fmt::Debug for Alone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Alone").field("name", &self.article.name()).finish_non_exhaustive()
    }
}
