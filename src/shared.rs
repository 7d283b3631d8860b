//! The opened corpus as every view holds it.

use dateline_corpus::{ArticleId, BlockKind, Corpus, OpenError, Overrule};
use std::borrow::Cow;
use std::ops::Deref;
use std::rc::Rc;

/// The articles that were packed when the program was built.
#[cfg(not(feature = "parts"))]
pub const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// An opened corpus. Cloning is free; two are equal when they are the same one.
#[derive(Clone, Debug)]
pub struct Shared {
    corpus: Rc<Corpus>,
    /// The corpus as it was read and what the reader overruled since, first to last.
    overruled: Option<Rc<(Shared, Vec<Overrule>)>>,
}

impl Shared {
    /// Opens the articles that the program was built with.
    ///
    /// # Errors
    /// When the program and its articles do not belong together.
    #[cfg(not(feature = "parts"))]
    pub fn embedded() -> Result<Shared, OpenError> {
        Shared::open(EMBEDDED)
    }

    /// Opens the bytes of a pack.
    ///
    /// # Errors
    /// When the bytes are no pack, one of another version, or damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Shared, OpenError> {
        Corpus::open(bytes).map(|corpus| Shared { corpus: Rc::new(corpus), overruled: None })
    }

    /// The corpus as it was read.
    pub fn as_read(&self) -> &Shared {
        self.overruled.as_ref().map_or(self, |o| &o.0)
    }

    /// What the reader overruled, first to last.
    pub fn overrules(&self) -> &[Overrule] {
        self.overruled.as_ref().map_or(&[], |o| &o.1)
    }

    /// The corpus as it was read with these overrules and no others.
    #[must_use]
    pub fn overruled(&self, overrules: Vec<Overrule>) -> Shared {
        let base = self.as_read();
        if overrules.is_empty() {
            return base.clone();
        }
        // Fails for packs near 4 GiB only, which no page holds.
        let Ok(corpus) = base.corpus.overruled(&overrules) else { return self.clone() };
        Shared { corpus: Rc::new(corpus), overruled: Some(Rc::new((base.clone(), overrules))) }
    }

    /// The corpus where a block is of another kind, or with `None` as it was read.
    #[must_use]
    pub fn with_kind(&self, article: ArticleId, block: usize, kind: Option<BlockKind>) -> Shared {
        let mut overrules = self.overrules().to_vec();
        match kind {
            Some(kind) => overrules.push(Overrule { article, block, kind }),
            None => overrules.retain(|o| (o.article, o.block) != (article, block)),
        }
        self.overruled(overrules)
    }

    /// Whether the reader overruled a block.
    pub fn is_overruled(&self, article: ArticleId, block: usize) -> bool {
        self.overrules().iter().any(|o| (o.article, o.block) == (article, block))
    }

    /// The name of the corpus, or that of the program for one without a name.
    pub fn name(&self) -> &str {
        if self.title().is_empty() { "Dateline" } else { self.title() }
    }
}

impl Deref for Shared {
    type Target = Corpus;

    fn deref(&self) -> &Corpus {
        &self.corpus
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        Rc::ptr_eq(&self.corpus, &other.corpus)
    }
}
