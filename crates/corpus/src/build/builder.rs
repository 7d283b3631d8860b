//! Building a corpus: prepared articles in, the bytes of a pack out.

use crate::ask::zones::Scope;
use crate::build::one_by_one::OneByOne;
use crate::build::outline::Outline;
use crate::build::pending::Pending;
use crate::build::spool::{Spool, Store};
use crate::pack::format::Section;
use crate::pack::sections::{SectionWriter, Stored};
use crate::pack::text_encoding::Packing;
use crate::pack::write::{in_memory, write};
use crate::{ArticleId, BuildError, ContextsOnly, Corpus, Input, Prepared};
use dateline_countries::Gazetteer;
use dateline_text::bytes::put_str;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::{self, Seek, Write};

/// Collects articles and writes them as one pack. Articles keep the order in which
/// they were added; the same inputs give the same bytes.
#[derive(Default)]
pub struct CorpusBuilder {
    title: String,
    language: String,
    names: HashSet<String>,
    hash: Sha256,
    index: bool,
    coded: Option<bool>,
    contexts: Option<ContextsOnly>,
    pending: Pending,
    /// Where texts are put of which words are withheld.
    shown: Store,
    /// Where texts are put as numbers of their words.
    numbers: Store,
}

/// A pack that was written, and what a page shows of it before its program runs.
#[derive(Debug)]
pub struct Written {
    /// Length of the pack in bytes.
    pub bytes: u64,
    /// A corpus of the same articles, of which only the first have their texts, titles and
    /// sources. Its countries, dates and summary are those of the pack.
    pub outline: Corpus,
}

impl CorpusBuilder {
    /// An empty corpus, in memory.
    pub fn new() -> Self {
        CorpusBuilder::default()
    }

    /// An empty corpus whose articles wait in spools, empty ones that `spool` gives: for
    /// corpora that are larger than memory. It is called four times.
    ///
    /// # Errors
    /// Those of `spool`.
    pub fn spooled(mut spool: impl FnMut() -> io::Result<Box<dyn Spool>>) -> io::Result<Self> {
        let pending = Pending::spooled(spool()?, spool()?);
        let (shown, numbers) = (Store::spooled(spool()?), Store::spooled(spool()?));
        Ok(CorpusBuilder { pending, shown, numbers, ..CorpusBuilder::new() })
    }

    /// Names the corpus.
    pub fn set_title(&mut self, title: impl Into<String>) {
        self.title = title.into();
    }

    /// Sets the language of articles that do not say theirs, as a BCP 47 tag.
    pub fn set_language(&mut self, language: impl Into<String>) {
        self.language = language.into();
    }

    /// Whether the pack carries a search index. Without one, the index is built on
    /// the first query, which takes about as long as 30 MB of text a second allow.
    pub fn set_index(&mut self, wanted: bool) {
        self.index = wanted;
    }

    /// Whether the pack holds the texts as numbers of their words, which takes a third of
    /// the bytes. Unless said, those of large corpora are, where it makes them smaller.
    pub fn set_coded(&mut self, wanted: bool) {
        self.coded = Some(wanted);
    }

    /// Withholds the texts: the pack holds the words around mentions, and no others.
    /// To be said before the first article is added.
    pub fn set_contexts_only(&mut self, contexts: ContextsOnly) {
        self.contexts = Some(contexts);
    }

    /// How many articles were added.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether no article was added.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Reads, annotates and adds one input.
    ///
    /// # Errors
    /// When the input cannot be an article, or another one has its name.
    pub fn add(&mut self, input: Input) -> Result<ArticleId, BuildError> {
        self.push(Prepared::new(input)?)
    }

    /// Adds an article that was prepared elsewhere, on another thread for instance.
    ///
    /// # Errors
    /// When another article has its name, all texts are longer than 4 GiB, or a spool
    /// fails. After the last two no article can be added any more.
    pub fn push(&mut self, article: Prepared) -> Result<ArticleId, BuildError> {
        if !self.names.insert(article.name().to_owned()) {
            return Err(BuildError::DuplicateName(article.record.name));
        }
        self.hash_article(&article);
        self.pending.push(article)?;
        Ok(ArticleId(self.names.len() as u32 - 1))
    }

    /// The name, or the name with the first number that makes it one of its own:
    /// `a.txt (2)`.
    pub fn free_name(&self, name: &str) -> String {
        let numbered = (2_u32..).map(|n| format!("{name} ({n})"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| !self.names.contains(name)).unwrap_or_default()
    }

    /// The pack.
    ///
    /// # Errors
    /// When the corpus is empty or longer than 4 GiB, or a spool fails.
    pub fn build(self) -> Result<Vec<u8>, BuildError> {
        let (articles, mut sections, _) = self.sections(None)?;
        in_memory(articles, &mut sections)
    }

    /// Writes the pack to `out`, from its first byte on, and hands back an outline with the
    /// texts of the first `whole` articles. Memory holds no texts when the builder is
    /// [spooled](CorpusBuilder::spooled) and wants no index.
    ///
    /// # Errors
    /// As [`CorpusBuilder::build`]; when `out` cannot be written.
    pub fn write(self, out: &mut (impl Write + Seek), whole: usize) -> Result<Written, BuildError> {
        let (articles, mut sections, outline) = self.sections(Some(Outline::new(whole)))?;
        let bytes = write(articles, &mut sections, out)?;
        let outline = outline.ok_or(BuildError::Empty)?;
        Ok(Written { bytes, outline })
    }

    /// The articles one at a time, each alone, as they would stand in the pack. Memory holds
    /// one text when the builder is [spooled](CorpusBuilder::spooled).
    pub fn one_by_one(self) -> OneByOne {
        let meta = self.meta();
        OneByOne::new(self.pending.finish(), meta, self.contexts)
    }

    /// How many articles there are, their sections, and the outline that is wanted.
    fn sections(
        self,
        mut outline: Option<Outline>,
    ) -> Result<(u32, Stored, Option<Corpus>), BuildError> {
        if self.is_empty() {
            return Err(BuildError::Empty);
        }
        let meta = self.meta();
        let CorpusBuilder { index, coded, contexts, pending, mut shown, numbers, .. } = self;
        let mut ready = pending.finish();
        let articles = ready.len() as u32;
        let mut writer = SectionWriter::default();
        for at in 0..ready.len() {
            let whole = contexts.is_some() || outline.as_ref().is_some_and(Outline::keeps_text);
            let (mut article, source) = ready.article(at, whole)?;
            if let Some(contexts) = contexts {
                article.withhold(contexts);
                shown.append(article.text.as_bytes())?;
            }
            writer.push(&article, &source);
            if let Some(outline) = &mut outline {
                outline.push(article, &source);
            }
        }
        let (texts, ends) = ready.into_texts();
        let texts = if contexts.is_some() { shown } else { texts };
        let (texts, words) = Packing { texts, ends }.coded(coded, numbers)?;
        let outline = outline.map(|o| o.finish(meta.clone(), contexts)).transpose()?;
        let mut sections = writer.finish(meta, (texts.texts, texts.ends), contexts)?;
        if let Some(words) = words {
            sections.push((Section::Words, words.into()));
            sections.sort_by_key(|(section, _)| *section as usize);
        }
        if index {
            // Made by the reader's own code, from the pack as it will be read.
            let corpus = Corpus::open_built(in_memory(articles, &mut sections)?)?;
            let index = corpus.build_index(Scope::default());
            sections.push((Section::Index, index.into()));
        }
        Ok((articles, sections, outline))
    }

    fn meta(&self) -> Vec<u8> {
        let mut meta = Vec::new();
        put_str(&mut meta, &self.title);
        put_str(&mut meta, &self.language);
        put_str(&mut meta, Gazetteer::embedded().version());
        meta.extend_from_slice(&self.hash.clone().finalize());
        meta
    }

    /// Name, raw text and declarations, each with its length before it.
    fn hash_article(&mut self, article: &Prepared) {
        for part in [article.name(), article.raw(), article.declared.as_str()] {
            self.hash.update((part.len() as u64).to_le_bytes());
            self.hash.update(part.as_bytes());
        }
    }
}
