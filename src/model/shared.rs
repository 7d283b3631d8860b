//! The opened corpus as every view holds it.

use crate::browser::held::Held;
use dateline_corpus::{
    Amendment, Arriving, ArticleId, BlockKind, Corpus, Corrections, OpenError, Overrule,
};
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
    changes: Option<Rc<Changes>>,
    own: Option<Rc<Own>>,
}

/// What the reader brought, of which the corpus is made, alone or with what was published.
#[derive(Debug)]
pub struct Own {
    /// The articles that the page was published with.
    pub published: Shared,
    /// A pack of the reader's articles alone, and how many they are.
    pub pack: Held,
    /// How many articles are in it.
    pub articles: usize,
    /// Whether nothing else is in the corpus.
    pub alone: bool,
}

/// What the reader changed of a corpus.
#[derive(Debug)]
struct Changes {
    /// The corpus as it was read.
    base: Shared,
    /// What the reader says of articles, first to last.
    said: Vec<Said>,
    /// The kinds of blocks, and the metadata, of what is said.
    overrules: Vec<Overrule>,
    amendments: Vec<Amendment>,
    /// What is corrected of the mentions, and what was before each step.
    corrections: Corrections,
    before: Vec<Corrections>,
}

/// One thing that the reader says of an article; the last step can be undone.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A block is of another kind.
    Kind(Overrule),
    /// Its title, source or date is another.
    Metadata(Amendment),
}

/// Nothing corrected.
static NONE: Corrections =
    Corrections { alias: Vec::new(), mute: Vec::new(), reassign: Vec::new() };

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
        Corpus::open(bytes).map(Shared::new)
    }

    /// Opens a pack that has arrived.
    ///
    /// # Errors
    /// As [`Shared::open`].
    pub fn arrived(pack: Arriving) -> Result<Shared, OpenError> {
        pack.open().map(Shared::new)
    }

    fn new(corpus: Corpus) -> Shared {
        Shared { corpus: Rc::new(corpus), changes: None, own: None }
    }

    /// What the reader brought, when there is anything of it in the corpus.
    pub fn own(&self) -> Option<&Own> {
        self.own.as_deref()
    }

    /// The corpus, said to be made of what the reader brought.
    #[must_use]
    pub fn with_own(self, own: Own) -> Shared {
        Shared { own: Some(Rc::new(own)), ..self }
    }

    /// The articles that the page was published with.
    pub fn published(&self) -> &Shared {
        self.own.as_ref().map_or(self, |own| &own.published)
    }

    /// The corpus as it was read.
    pub fn as_read(&self) -> &Shared {
        self.changes.as_ref().map_or(self, |c| &c.base)
    }

    /// What the reader says of articles, first to last.
    pub fn said(&self) -> &[Said] {
        self.changes.as_ref().map_or(&[], |c| &c.said)
    }

    /// The kinds that the reader gives blocks, first to last.
    pub fn overrules(&self) -> &[Overrule] {
        self.changes.as_ref().map_or(&[], |c| &c.overrules)
    }

    /// The titles, sources and dates that the reader gives articles, first to last.
    pub fn amendments(&self) -> &[Amendment] {
        self.changes.as_ref().map_or(&[], |c| &c.amendments)
    }

    /// The corpus as it was read with this said of it and nothing else.
    #[must_use]
    pub fn saying(&self, said: Vec<Said>) -> Shared {
        let before = self.changes.as_ref().map_or_else(Vec::new, |c| c.before.clone());
        self.changed(said, self.corrections().clone(), before)
    }

    /// What is corrected of the mentions.
    pub fn corrections(&self) -> &Corrections {
        self.changes.as_ref().map_or(&NONE, |c| &c.corrections)
    }

    /// The corpus with these corrections and no others; a step that can be undone.
    #[must_use]
    pub fn corrected(&self, corrections: Corrections) -> Shared {
        let mut before = self.changes.as_ref().map_or_else(Vec::new, |c| c.before.clone());
        before.push(self.corrections().clone());
        self.changed(self.said().to_vec(), corrections, before)
    }

    /// The corpus with corrections of an earlier visit, which are no step to undo.
    #[must_use]
    pub fn with_kept(&self, corrections: Corrections) -> Shared {
        self.changed(self.said().to_vec(), corrections, Vec::new())
    }

    /// The corpus before the last step of correcting it; `None` when there was none.
    pub fn uncorrected(&self) -> Option<Shared> {
        let mut before = self.changes.as_ref()?.before.clone();
        let last = before.pop()?;
        Some(self.changed(self.said().to_vec(), last, before))
    }

    fn changed(
        &self,
        said: Vec<Said>,
        corrections: Corrections,
        before: Vec<Corrections>,
    ) -> Shared {
        let base = self.as_read().clone();
        if said.is_empty() && corrections.is_empty() && before.is_empty() {
            return base;
        }
        let (mut overrules, mut amendments) = (Vec::new(), Vec::new());
        for one in &said {
            match one {
                Said::Kind(overrule) => overrules.push(*overrule),
                Said::Metadata(amendment) => amendments.push(amendment.clone()),
            }
        }
        let mut corpus = base.corpus.clone();
        // In the order in which a build does it. All fail for packs near 4 GiB only, which
        // no page holds.
        if !amendments.is_empty() {
            let Ok(changed) = corpus.amended(&amendments) else { return self.clone() };
            corpus = Rc::new(changed);
        }
        if !overrules.is_empty() {
            let Ok(changed) = corpus.overruled(&overrules) else { return self.clone() };
            corpus = Rc::new(changed);
        }
        if !corrections.is_empty() {
            let Ok(changed) = corpus.corrected(&corrections) else { return self.clone() };
            corpus = Rc::new(changed);
        }
        let own = base.own.clone();
        let changes = Changes { base, said, overrules, amendments, corrections, before };
        Shared { corpus, changes: Some(Rc::new(changes)), own }
    }

    /// The corpus where a block is of another kind, or with `None` as it was read.
    #[must_use]
    pub fn with_kind(&self, article: ArticleId, block: usize, kind: Option<BlockKind>) -> Shared {
        let mut said = self.said().to_vec();
        match kind {
            Some(kind) => said.push(Said::Kind(Overrule { article, block, kind })),
            None => said.retain(
                |s| !matches!(s, Said::Kind(o) if (o.article, o.block) == (article, block)),
            ),
        }
        self.saying(said)
    }

    /// The corpus where an article has this metadata besides what was read.
    #[must_use]
    pub fn with_metadata(&self, amendment: Amendment) -> Shared {
        let mut said = self.said().to_vec();
        said.push(Said::Metadata(amendment));
        self.saying(said)
    }

    /// What the reader says of an article's metadata.
    pub fn amendment(&self, article: ArticleId) -> Amendment {
        let own = self.amendments().iter().rfind(|a| a.article == article);
        own.cloned().unwrap_or_else(|| Amendment::none(article))
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
        let changes = |shared: &Shared| shared.changes.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.corpus, &other.corpus) && changes(self) == changes(other)
    }
}
