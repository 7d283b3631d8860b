//! The opened corpus as every view holds it.

use crate::browser::blob::BlobHandle;
use dateline_corpus::{
    Arriving, ArticleId, BlockKind, Corpus, Corrections, KindEdit, MetadataEdit, OpenError,
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
    own: Option<Rc<UserArticles>>,
}

/// What the reader brought, of which the corpus is made, alone or with what was published.
#[derive(Debug)]
pub struct UserArticles {
    /// The articles that the page was published with.
    pub published: Shared,
    /// A pack of the reader's articles alone, and how many they are.
    pub pack: BlobHandle,
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
    /// The reader's edits of articles, first to last.
    edits: Vec<Edit>,
    /// The kinds of blocks, and the metadata, of what is edits.
    kind_edits: Vec<KindEdit>,
    metadata_edits: Vec<MetadataEdit>,
    /// What is corrected of the mentions, and what was before each step.
    corrections: Corrections,
    before: Vec<Corrections>,
}

/// A reader's edit of an article; the last one can be undone.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A block is of another kind.
    BlockKind(KindEdit),
    /// Its title, source or date is another.
    Metadata(MetadataEdit),
}

impl Edit {
    /// The article that is edited.
    pub fn article(&self) -> ArticleId {
        match self {
            Edit::BlockKind(kind_edit) => kind_edit.article,
            Edit::Metadata(metadata_edit) => metadata_edit.article,
        }
    }

    /// The same edit of the article with another number.
    #[must_use]
    pub fn moved(mut self, number: impl FnOnce(u32) -> u32) -> Edit {
        let article = match &mut self {
            Edit::BlockKind(kind_edit) => &mut kind_edit.article,
            Edit::Metadata(metadata_edit) => &mut metadata_edit.article,
        };
        *article = ArticleId(number(article.0));
        self
    }
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

    /// Opens a pack that the worker of this page has built, with its search index.
    ///
    /// # Errors
    /// As [`Shared::open`].
    pub fn built(pack: Arriving) -> Result<Shared, OpenError> {
        pack.open_built().map(Shared::new)
    }

    fn new(corpus: Corpus) -> Shared {
        Shared { corpus: Rc::new(corpus), changes: None, own: None }
    }

    /// What the reader brought, when there is anything of it in the corpus.
    pub fn user_articles(&self) -> Option<&UserArticles> {
        self.own.as_deref()
    }

    /// The corpus, edits to be made of what the reader brought.
    #[must_use]
    pub fn with_user_articles(self, own: UserArticles) -> Shared {
        Shared { own: Some(Rc::new(own)), ..self }
    }

    /// Whether an article is one of the reader's own; those come behind the published ones.
    pub fn is_users(&self, id: ArticleId) -> bool {
        self.own.as_ref().is_some_and(|own| own.alone || id.0 as usize >= own.published.len())
    }

    /// The articles that the page was published with.
    pub fn published(&self) -> &Shared {
        self.own.as_ref().map_or(self, |own| &own.published)
    }

    /// The corpus as it was read.
    pub fn as_read(&self) -> &Shared {
        self.changes.as_ref().map_or(self, |c| &c.base)
    }

    /// The reader's edits of articles, first to last.
    pub fn edits(&self) -> &[Edit] {
        self.changes.as_ref().map_or(&[], |c| &c.edits)
    }

    /// The kinds that the reader gives blocks, first to last.
    pub fn kind_edits(&self) -> &[KindEdit] {
        self.changes.as_ref().map_or(&[], |c| &c.kind_edits)
    }

    /// The titles, sources and dates that the reader gives articles, first to last.
    pub fn metadata_edits(&self) -> &[MetadataEdit] {
        self.changes.as_ref().map_or(&[], |c| &c.metadata_edits)
    }

    /// The corpus as it was read with this edits of it and nothing else.
    #[must_use]
    pub fn with_edits(&self, edits: Vec<Edit>) -> Shared {
        let before = self.changes.as_ref().map_or_else(Vec::new, |c| c.before.clone());
        self.changed(edits, self.corrections().clone(), before)
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
        self.changed(self.edits().to_vec(), corrections, before)
    }

    /// The corpus with corrections of an earlier visit, which are no step to undo.
    #[must_use]
    pub fn with_kept(&self, corrections: Corrections) -> Shared {
        self.changed(self.edits().to_vec(), corrections, Vec::new())
    }

    /// The corpus before the last step of correcting it; `None` when there was none.
    pub fn uncorrected(&self) -> Option<Shared> {
        let mut before = self.changes.as_ref()?.before.clone();
        let last = before.pop()?;
        Some(self.changed(self.edits().to_vec(), last, before))
    }

    fn changed(
        &self,
        edits: Vec<Edit>,
        corrections: Corrections,
        before: Vec<Corrections>,
    ) -> Shared {
        let base = self.as_read().clone();
        if edits.is_empty() && corrections.is_empty() && before.is_empty() {
            return base;
        }
        let (mut kind_edits, mut metadata_edits) = (Vec::new(), Vec::new());
        for one in &edits {
            match one {
                Edit::BlockKind(kind_edit) => kind_edits.push(*kind_edit),
                Edit::Metadata(metadata_edit) => metadata_edits.push(metadata_edit.clone()),
            }
        }
        let mut corpus = base.corpus.clone();
        // In the order in which a build does it. All fail for packs near 4 GiB only, which
        // no page holds.
        if !metadata_edits.is_empty() {
            let Ok(changed) = corpus.with_metadata_edits(&metadata_edits) else {
                return self.clone();
            };
            corpus = Rc::new(changed);
        }
        if !kind_edits.is_empty() {
            let Ok(changed) = corpus.with_kind_edits(&kind_edits) else { return self.clone() };
            corpus = Rc::new(changed);
        }
        if !corrections.is_empty() {
            let Ok(changed) = corpus.corrected(&corrections) else { return self.clone() };
            corpus = Rc::new(changed);
        }
        let own = base.own.clone();
        let changes = Changes { base, edits, kind_edits, metadata_edits, corrections, before };
        Shared { corpus, changes: Some(Rc::new(changes)), own }
    }

    /// The corpus where a block is of another kind, or with `None` as it was read.
    #[must_use]
    pub fn with_kind(&self, article: ArticleId, block: usize, kind: Option<BlockKind>) -> Shared {
        let mut edits = self.edits().to_vec();
        match kind {
            Some(kind) => edits.push(Edit::BlockKind(KindEdit { article, block, kind })),
            None => edits.retain(
                |s| !matches!(s, Edit::BlockKind(o) if (o.article, o.block) == (article, block)),
            ),
        }
        self.with_edits(edits)
    }

    /// What the reader says of an article's metadata.
    pub fn metadata_edit(&self, article: ArticleId) -> MetadataEdit {
        let own = self.metadata_edits().iter().rfind(|a| a.article == article);
        own.cloned().unwrap_or_else(|| MetadataEdit::none(article))
    }

    /// Whether the reader edited the kind of a block.
    pub fn has_edited_kind(&self, article: ArticleId, block: usize) -> bool {
        self.kind_edits().iter().any(|o| (o.article, o.block) == (article, block))
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
