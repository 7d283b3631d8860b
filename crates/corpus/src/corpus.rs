//! The corpus: a pack opened for reading.

use crate::article::{Article, ArticleId};
use crate::ask::facets::Months;
use crate::ask::indexing::Indexes;
use crate::count::tally::{Tallied, Tally};
use crate::pack::fields::Column;
use crate::pack::format::Section;
use crate::pack::mentions::{self, Names};
use crate::pack::read::{Checksum, OpenError, Pack};
use crate::pack::record::name_in;
use crate::pack::strings::{StringTable, Strings};
use crate::pack::texts::Texts;
use crate::{ContextsOnly, Counting, Date, Mention};
use dateline_countries::Country;
use dateline_text::bytes::{Cursor, u32_at};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// An ordered, immutable set of articles, read from the bytes of a pack.
pub struct Corpus {
    pub(crate) pack: Pack,
    pub(crate) texts: Texts,
    strings: StringTable,
    pub(crate) countries: Vec<Country>,
    /// The metadata fields; the first is the source.
    pub(crate) columns: Vec<Column>,
    title: String,
    language: String,
    gazetteer: String,
    hash: [u8; 32],
    pub(crate) tallied: Tallied,
    months: OnceLock<Months>,
    bylines: OnceLock<Vec<Byline>>,
    pub(crate) indexes: Indexes,
}

/// A byline, and the numbers of the articles that have it.
pub(crate) struct Byline {
    pub(crate) text: String,
    pub(crate) articles: Vec<u32>,
}

impl std::fmt::Debug for Corpus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Corpus").field("title", &self.title).field("articles", &self.len()).finish()
    }
}

impl Corpus {
    /// Opens a pack: checks its header and checksum, and everything that its tables and
    /// articles claim, and borrows the rest. A search index in it is not used, since one that
    /// was made to do harm cannot be told from a sound one in less time than it takes to build
    /// it anew.
    ///
    /// # Errors
    /// When the bytes are no pack, a pack of a later version, or damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Corpus, OpenError> {
        Corpus::open_hashed(bytes.into(), Checksum::default())
    }

    /// Opens a pack that this very program has just built, with its search index, where it has
    /// one. Its articles are not checked again.
    ///
    /// # Errors
    /// As [`Corpus::open`].
    pub fn open_built(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Corpus, OpenError> {
        Corpus::open_built_hashed(bytes.into(), Checksum::default())
    }

    /// As [`Corpus::open_built`], with the checksum of some first bytes.
    pub(crate) fn open_built_hashed(
        bytes: Cow<'static, [u8]>,
        checksum: Checksum,
    ) -> Result<Corpus, OpenError> {
        let mut corpus = Corpus::open_tables(bytes, checksum)?;
        corpus.indexes = Indexes::of(&corpus.pack);
        Ok(corpus)
    }

    /// As [`Corpus::open`], with the checksum of some first bytes.
    pub(crate) fn open_hashed(
        bytes: Cow<'static, [u8]>,
        checksum: Checksum,
    ) -> Result<Corpus, OpenError> {
        let corpus = Corpus::open_tables(bytes, checksum)?;
        corpus.verify()?;
        Ok(corpus)
    }

    fn open_tables(bytes: Cow<'static, [u8]>, checksum: Checksum) -> Result<Corpus, OpenError> {
        let pack = Pack::open(bytes, checksum)?;
        let damaged = |section: Section| OpenError::Damaged { part: section.name() };
        let texts = Texts::open(&pack).ok_or(damaged(Section::Words))?;
        let strings = StringTable::open(pack.section(Section::Strings));
        let strings = strings.ok_or(damaged(Section::Strings))?;
        let countries = mentions::countries(pack.section(Section::Countries));
        let countries = countries.map_err(|what| OpenError::Unknown { what })?;
        let columns = Column::open_all(
            pack.section(Section::Fields),
            pack.section(Section::RareFields),
            pack.articles(),
        );
        let columns = columns.filter(|c| !c.is_empty()).ok_or(damaged(Section::Fields))?;
        let mut meta = Cursor::new(pack.section(Section::Meta));
        let mut text = || meta.str().map(str::to_owned).ok_or(damaged(Section::Meta));
        let (title, language, gazetteer) = (text()?, text()?, text()?);
        let hash = meta.take(32).and_then(|h| h.first_chunk::<32>().copied());
        let hash = hash.ok_or(damaged(Section::Meta))?;
        let (tallied, months, bylines) = (Tallied::default(), OnceLock::new(), OnceLock::new());
        let indexes = Indexes::default();
        Ok(Corpus {
            pack,
            texts,
            strings,
            countries,
            columns,
            title,
            language,
            gazetteer,
            hash,
            tallied,
            months,
            bylines,
            indexes,
        })
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.pack.articles() as usize
    }

    /// Whether there is no article.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name that its publisher gave the corpus; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language of articles that do not say theirs; may be empty.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// How much of the texts is shown, when the words that stand around no mention are
    /// withheld.
    pub fn contexts_only(&self) -> Option<ContextsOnly> {
        let words = u32_at(self.pack.section(Section::Withheld), 0)?;
        Some(ContextsOnly::new(words as usize))
    }

    /// Version of the gazetteer that the mentions were found with.
    pub fn gazetteer_version(&self) -> &str {
        &self.gazetteer
    }

    /// SHA-256 over names, raw texts and declarations of the articles, in
    /// hexadecimal.
    pub fn hash(&self) -> String {
        self.hash.iter().map(|b| format!("{b:02x}")).collect()
    }

    /// The first eight hexadecimal digits of the hash, for addresses.
    pub fn short_hash(&self) -> String {
        self.hash[..4].iter().map(|b| format!("{b:02x}")).collect()
    }

    /// Size of the pack in bytes.
    pub fn bytes(&self) -> usize {
        self.pack.bytes().len()
    }

    /// The bytes of the pack.
    pub fn pack(&self) -> &[u8] {
        self.pack.bytes()
    }

    /// The sections of the pack by their letters, with their sizes in bytes.
    pub fn sizes(&self) -> Vec<(&'static str, usize)> {
        Section::ALL.iter().map(|s| (s.name(), self.pack.section(*s).len())).collect()
    }

    /// The articles' ids in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = ArticleId> + use<> {
        (0..self.pack.articles()).map(ArticleId)
    }

    /// An article; `None` when the corpus has no such number.
    pub fn article(&self, id: ArticleId) -> Option<Article<'_>> {
        (id.0 < self.pack.articles()).then(|| Article::open(self, id))
    }

    /// Every article in order.
    pub fn articles(&self) -> impl Iterator<Item = Article<'_>> {
        self.ids().map(|id| Article::open(self, id))
    }

    /// The article of a name.
    pub fn find(&self, name: &str) -> Option<ArticleId> {
        self.ids().find(|id| {
            let record = self.pack.item(Section::RecordOffsets, Section::Records, id.0);
            name_in(record) == Some(name)
        })
    }

    /// The date of publication of an article.
    pub fn date(&self, id: ArticleId) -> Option<Date> {
        Date::from_packed(u32_at(self.pack.section(Section::Dates), id.0 as usize)?)
    }

    /// Names of the further metadata fields, sorted.
    pub fn field_names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().skip(1).map(|c| c.name.as_str())
    }

    /// The mentions of an article that count, in order.
    pub fn counted(&self, counting: &Counting, id: ArticleId) -> Vec<Mention<'_>> {
        let mask = counting.mask();
        let Some(article) = self.article(id) else { return Vec::new() };
        article.decode_mentions().filter(|m| mask & m.class().bit() != 0).collect()
    }

    /// The strings that sections name by number.
    pub(crate) fn strings(&self) -> Strings<'_> {
        Strings { table: &self.strings, section: self.pack.section(Section::Strings) }
    }

    /// The meanings of the numbers in mentions.
    pub(crate) fn names(&self) -> Names<'_> {
        Names { countries: &self.countries, strings: self.strings() }
    }

    /// The bylines of all articles, listed once: they stand in texts, which would be decoded
    /// for each `author:` of a query.
    pub(crate) fn bylines(&self) -> &[Byline] {
        self.bylines.get_or_init(|| {
            let mut list: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            for id in self.ids() {
                let byline = self.with_article(id, |a| a.byline().map(str::to_owned));
                if let Some(byline) = byline {
                    list.entry(byline).or_default().push(id.0);
                }
            }
            list.into_iter().map(|(text, articles)| Byline { text, articles }).collect()
        })
    }

    /// The months of publication, listed once.
    pub(crate) fn months(&self) -> &Months {
        self.months.get_or_init(|| Months::new(self))
    }

    /// Mentions by article, country and class, counted once.
    pub(crate) fn tally(&self) -> &Tally {
        self.tallied.get(self)
    }
}
