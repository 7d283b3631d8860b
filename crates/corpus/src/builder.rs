//! Building a corpus: prepared articles in, the bytes of a pack out.

use crate::annotated::MentionWriter;
use crate::documents::Scope;
use crate::format::bytes::{put_str, put_varint};
use crate::format::write::{List, Strings, assemble, put_gap};
use crate::format::{Section, VERSION};
use crate::{ArticleId, ContextsOnly, Corpus, Date, Input, InputError, Prepared};
use dateline_countries::Gazetteer;
use dateline_reading::{Finding, Recurring, TitleFrom};
use dateline_text::Span;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::fmt;

/// Collects articles and writes them as one pack. Articles keep the order in which
/// they were added; the same inputs give the same bytes.
pub struct CorpusBuilder {
    title: String,
    language: String,
    names: HashSet<String>,
    hash: Sha256,
    strings: Strings,
    texts: List,
    records: List,
    blocks: List,
    mentions: MentionWriter,
    dates: Vec<u8>,
    source: FieldColumn,
    fields: BTreeMap<String, FieldColumn>,
    index: bool,
    contexts: Option<ContextsOnly>,
    findings: Vec<u32>,
    recurring: Recurring,
    /// Dumps, and what came after the first: some of their lines may turn out to
    /// recur.
    waiting: Vec<(ArticleId, Prepared)>,
}

impl Default for CorpusBuilder {
    fn default() -> Self {
        CorpusBuilder::new()
    }
}

impl CorpusBuilder {
    /// An empty corpus.
    pub fn new() -> Self {
        CorpusBuilder {
            title: String::new(),
            language: String::new(),
            names: HashSet::new(),
            hash: Sha256::new(),
            strings: Strings::default(),
            texts: List::default(),
            records: List::default(),
            blocks: List::default(),
            mentions: MentionWriter::default(),
            dates: Vec::new(),
            source: FieldColumn::default(),
            fields: BTreeMap::new(),
            index: false,
            contexts: None,
            findings: Vec::new(),
            recurring: Recurring::default(),
            waiting: Vec::new(),
        }
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
    /// When another article has its name.
    pub fn push(&mut self, mut article: Prepared) -> Result<ArticleId, BuildError> {
        if !self.names.insert(article.name.clone()) {
            return Err(BuildError::DuplicateName(article.name));
        }
        let id = ArticleId(self.names.len() as u32 - 1);
        self.hash_article(&article);
        if let Some(lines) = &article.lines {
            self.recurring.merge(lines);
        }
        if article.lines.is_none() && self.waiting.is_empty() {
            article.settle();
            self.write(id, &article);
        } else {
            self.waiting.push((id, Prepared { lines: None, ..article }));
        }
        Ok(id)
    }

    /// Writes the articles that wait for all lines to be counted.
    fn write_waiting(&mut self) {
        self.recurring.shrink();
        for (id, mut article) in std::mem::take(&mut self.waiting) {
            article.mark_recurring(&self.recurring);
            article.settle();
            self.write(id, &article);
        }
    }

    fn write(&mut self, id: ArticleId, article: &Prepared) {
        match self.contexts {
            None => self.texts.bytes.extend_from_slice(article.text.as_bytes()),
            Some(contexts) => {
                let (raw, added) = article.text.split_at(article.raw_len);
                let mentions = article.annotated.spans();
                let own = article.blocks.partition_point(|b| b.span.end as usize <= raw.len());
                let shown = contexts.applied(raw, &article.blocks[..own], article.title, &mentions);
                self.texts.bytes.extend_from_slice(shown.as_bytes());
                // What the publisher said himself is no part of the text.
                self.texts.bytes.extend_from_slice(added.as_bytes());
            }
        }
        self.texts.end_item();
        self.write_record(article);
        self.write_blocks(article);
        self.mentions.push(&article.annotated, &mut self.strings);
        self.dates.extend_from_slice(&Date::packed(article.date).to_le_bytes());
        let finding = match &article.finding {
            Finding::Article => 0,
            Finding::Several(headlines) => 1 | (headlines.len() as u32) << 2,
            Finding::None(what) => 2 | self.strings.number(what) << 2,
        };
        self.findings.push(finding);
        self.source.push(id, Some(article.source_name().to_owned()).into_iter());
        for (name, values) in &article.fields {
            let values = values.iter().map(|v| v.trim().to_owned());
            self.fields.entry(name.clone()).or_default().push(id, values);
        }
    }

    /// The pack.
    ///
    /// # Errors
    /// When the corpus is empty or longer than 4 GiB.
    pub fn build(mut self) -> Result<Vec<u8>, BuildError> {
        if self.is_empty() {
            return Err(BuildError::Empty);
        }
        self.write_waiting();
        let articles = self.len() as u32;
        let too_large = BuildError::TooLarge;
        let mut meta = Vec::new();
        put_str(&mut meta, &self.title);
        put_str(&mut meta, &self.language);
        put_str(&mut meta, Gazetteer::embedded().version());
        meta.extend_from_slice(&self.hash.finalize());
        let mut fields = Vec::new();
        put_varint(&mut fields, 1 + self.fields.len() as u64);
        self.source.write("source", articles, &mut fields);
        for (name, column) in self.fields {
            column.write(&name, articles, &mut fields);
        }
        let (text_offsets, texts) = self.texts.finish().ok_or(too_large.clone())?;
        let (record_offsets, records) = self.records.finish().ok_or(too_large.clone())?;
        let (block_offsets, blocks) = self.blocks.finish().ok_or(too_large.clone())?;
        let mut sections = vec![
            (Section::Meta, meta),
            (Section::Strings, self.strings.finish()),
            (Section::TextOffsets, text_offsets),
            (Section::Text, texts),
            (Section::RecordOffsets, record_offsets),
            (Section::Records, records),
            (Section::BlockOffsets, block_offsets),
            (Section::Blocks, blocks),
            (Section::Dates, self.dates),
            (Section::Fields, fields),
        ];
        if let Some(contexts) = self.contexts {
            let words = (contexts.words() as u32).to_le_bytes();
            sections.push((Section::Withheld, words.to_vec()));
        }
        if self.findings.iter().any(|f| *f != 0) {
            let findings = self.findings.iter().flat_map(|f| f.to_le_bytes()).collect();
            sections.push((Section::Findings, findings));
        }
        sections.extend(self.mentions.finish().ok_or(too_large.clone())?);
        sections.sort_by_key(|(section, _)| *section as usize);
        let pack = assemble(articles, &sections).ok_or(too_large.clone())?;
        if !self.index {
            return Ok(pack);
        }
        // The index is made by the reader's own code, from the pack as it will be read.
        let corpus = Corpus::open(pack).expect("a pack opens that was just built");
        sections.push((Section::Index, corpus.build_index(Scope::default())));
        assemble(articles, &sections).ok_or(too_large)
    }

    /// Name, raw text and declarations, each with its length before it.
    fn hash_article(&mut self, article: &Prepared) {
        for part in [article.name.as_str(), article.raw(), article.declared.as_str()] {
            self.hash.update((part.len() as u64).to_le_bytes());
            self.hash.update(part.as_bytes());
        }
    }

    fn write_record(&mut self, article: &Prepared) {
        let strings = &mut self.strings;
        let out = &mut self.records.bytes;
        put_str(out, &article.name);
        put_varint(out, article.raw_len as u64);
        put_varint(out, u64::from(article.words));
        let title = article.title.map(|t| t.span);
        for span in [title, article.kicker, article.source, article.byline, article.printed] {
            put_span(out, span);
        }
        let first_sentence = article.title.is_some_and(|t| t.from == TitleFrom::FirstSentence);
        out.push(u8::from(first_sentence));
        put_varint(out, u64::from(strings.number(&article.evidence)));
        put_varint(out, u64::from(strings.number(article.url.as_deref().unwrap_or(""))));
        put_varint(out, u64::from(strings.number(article.language.as_deref().unwrap_or(""))));
        put_varint(out, article.spoken_dates.len() as u64);
        let mut end = 0;
        for date in &article.spoken_dates {
            end = put_gap(out, end, date.span);
            put_varint(out, u64::from(strings.number(date.iso.as_deref().unwrap_or(""))));
        }
        self.records.end_item();
    }

    fn write_blocks(&mut self, article: &Prepared) {
        let out = &mut self.blocks.bytes;
        let mut end = 0;
        for block in &article.blocks {
            end = put_gap(out, end, block.span);
            put_varint(out, block.kind as u64 | u64::from(block.duplicate) << 4);
            put_varint(out, u64::from(self.strings.number(&block.reason)));
        }
        self.blocks.end_item();
    }
}

/// The values of one field, article by article.
#[derive(Default)]
struct FieldColumn {
    rows: Vec<(ArticleId, Vec<String>)>,
}

impl FieldColumn {
    fn push(&mut self, id: ArticleId, values: impl Iterator<Item = String>) {
        let mut values: Vec<String> = values.filter(|v| !v.is_empty()).collect();
        values.sort_unstable();
        values.dedup();
        if !values.is_empty() {
            self.rows.push((id, values));
        }
    }

    fn write(&self, name: &str, articles: u32, out: &mut Vec<u8>) {
        let mut values: Vec<&str> =
            self.rows.iter().flat_map(|(_, v)| v.iter().map(String::as_str)).collect();
        values.sort_unstable();
        values.dedup();
        put_str(out, name);
        put_varint(out, values.len() as u64);
        for value in &values {
            put_str(out, value);
        }
        let mut rows = self.rows.iter().peekable();
        for id in (0..articles).map(ArticleId) {
            let row = rows.next_if(|(at, _)| *at == id).map_or(&[][..], |(_, v)| v);
            put_varint(out, row.len() as u64);
            for value in row {
                let number = values.partition_point(|v| *v < value.as_str());
                put_varint(out, number as u64);
            }
        }
    }
}

pub(crate) fn put_span(out: &mut Vec<u8>, span: Option<Span>) {
    match span {
        None => put_varint(out, 0),
        Some(span) => {
            put_varint(out, u64::from(span.start) + 1);
            put_varint(out, span.len() as u64);
        }
    }
}

/// Why a corpus could not be built.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// An input was refused.
    Input(InputError),
    /// Two articles have this name.
    DuplicateName(String),
    /// There is no article.
    Empty,
    /// One pack holds at most 4 GiB.
    TooLarge,
}

impl From<InputError> for BuildError {
    fn from(error: InputError) -> Self {
        BuildError::Input(error)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Input(error) => error.fmt(f),
            BuildError::DuplicateName(name) => {
                write!(f, "{name}: two articles have this name; rename one of them")
            }
            BuildError::Empty => f.write_str("no article: a corpus needs at least one"),
            BuildError::TooLarge => write!(
                f,
                "more than 4 GiB in one pack (version {VERSION}): cut the corpus into several"
            ),
        }
    }
}

impl std::error::Error for BuildError {}
