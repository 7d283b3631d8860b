//! Preparing: one input is read and annotated alone, so that many can be prepared
//! at once and in any order. What depends on other articles is not decided here.

use crate::build::contexts_only;
use crate::build::input::{Body, Input, InputError, InputProblem};
use crate::edit::{metadata, roles};
use crate::pack::content::Content;
use crate::pack::mentions::Annotated;
use crate::pack::record::Record;
use crate::{ContextsOnly, Date, Lines, Metadata};
use dateline_countries::{Corrections, Language, Prepared as Corrected};
use dateline_reading::{
    Block, BlockKind, Layout, LineKeys, Recurring, Title, TitleFrom, read, read_as,
};
use dateline_text::tokens;
use serde::{Deserialize, Serialize};

/// The longest text of one article, in bytes.
const MAX_TEXT_BYTES: usize = 1 << 30;

/// An article read and annotated, ready to join a corpus.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Prepared {
    /// The raw text, and after it what the publisher says and the text does not.
    pub(crate) text: String,
    pub(crate) record: Record,
    pub(crate) blocks: Vec<Block>,
    pub(crate) date: Option<Date>,
    pub(crate) annotated: Annotated,
    /// Blocks by number with the kinds that the publisher gives them.
    pub(crate) block_kinds: Vec<(usize, BlockKind)>,
    pub(crate) fields: Vec<(String, Vec<String>)>,
    /// How many articles the text holds.
    pub(crate) content: Content,
    /// The lines of a dump, to be counted across the corpus.
    pub(crate) lines: Option<LineKeys>,
    /// The publisher's declarations, as they enter the corpus hash.
    pub(crate) declared: String,
}

/// How articles are read and annotated.
#[derive(Debug, Default)]
pub struct Preparer {
    language: Option<Language>,
    corrections: Option<Corrected>,
}

impl Preparer {
    /// The language of articles that do not say theirs, as a BCP 47 tag; without
    /// one, that of each article is detected.
    #[must_use]
    pub fn with_language(self, tag: &str) -> Preparer {
        Preparer { language: Language::from_code(tag), ..self }
    }

    /// The publisher's corrections of mentions.
    #[must_use]
    pub fn with_corrections(self, corrections: &Corrections) -> Preparer {
        let corrections = (!corrections.is_empty()).then(|| corrections.prepare());
        Preparer { corrections, ..self }
    }

    /// Reads and annotates one input.
    ///
    /// # Errors
    /// When the input holds no word, is not a text, or is longer than 1 GiB.
    pub fn prepare(&self, input: Input) -> Result<Prepared, InputError> {
        let is_dump = matches!(input.body, Body::Dump(_) | Body::Laid { .. });
        let mut article = Prepared::read(input)?;
        if is_dump {
            article.lines = Some(LineKeys::new(article.source_name(), article.raw()));
        }
        let own = Language::from_code(&article.record.language);
        let (language, corrections) = (own.or(self.language), self.corrections.as_ref());
        article.annotated = Annotated::new(&article.text, &article.blocks, language, corrections);
        Ok(article)
    }
}

impl Prepared {
    /// Reads and annotates one input.
    ///
    /// # Errors
    /// As [`Preparer::prepare`].
    pub fn new(input: Input) -> Result<Prepared, InputError> {
        Preparer::default().prepare(input)
    }

    /// Reads one input.
    fn read(input: Input) -> Result<Prepared, InputError> {
        let Input { name, body, mut metadata, evidence, mut fields, blocks } = input;
        metadata.take_facets(&mut fields);
        let refuse = |name: &str, problem| Err(InputError { name: name.to_owned(), problem });
        let mut article = match body {
            Body::Dump(text) => {
                let layout = read(&text);
                Prepared::from_layout(text, layout)
            }
            Body::Laid { text, kinds } => {
                let layout = read_as(&text, &kinds, "its place in the page");
                Prepared::from_layout(text, layout)
            }
            Body::Read { title, body } => Prepared::from_read(title, &body),
        };
        if article.text.len() > MAX_TEXT_BYTES {
            return refuse(&name, InputProblem::TooLong(article.text.len()));
        }
        if let Some(at) = article.text.find('\0') {
            return refuse(&name, InputProblem::Binary(at));
        }
        if tokens(&article.text).next().is_none() {
            return refuse(&name, InputProblem::Empty);
        }
        article.record.name = name;
        match roles::find(article.raw(), &article.blocks, &blocks) {
            Ok(kinds) => article.block_kinds = kinds,
            Err(lines) => return refuse(&article.record.name, InputProblem::NoBlock(lines)),
        }
        article.declared = declared(&metadata, &fields, &blocks);
        article.fields = fields;
        article.set_metadata(metadata, evidence);
        article.count_words();
        Ok(article)
    }

    /// The name of the input.
    pub fn name(&self) -> &str {
        &self.record.name
    }

    /// The same article under another name.
    #[must_use]
    pub fn renamed(mut self, name: impl Into<String>) -> Prepared {
        self.record.name = name.into();
        self
    }

    /// The text as received.
    pub fn raw(&self) -> &str {
        &self.text[..self.record.raw_len]
    }

    /// Whether all spans fit the text.
    pub(crate) fn is_whole(&self) -> bool {
        self.text.is_char_boundary(self.record.raw_len)
    }

    pub(crate) fn source_name(&self) -> &str {
        self.record.source.map_or("", |s| s.of(&self.text))
    }

    fn count_words(&mut self) {
        self.record.words = roles::clean_words(&self.text, &self.blocks);
    }

    /// Gives blocks the kinds that the publisher says, last of all: over what this
    /// text and the others say.
    pub(crate) fn settle(&mut self) {
        if self.block_kinds.is_empty() {
            return;
        }
        let (text, kinds, title) = (&self.text, &self.block_kinds, self.record.title);
        self.record.title = roles::apply(text, &mut self.blocks, title, kinds, roles::PUBLISHER);
        if matches!(self.content, Content::Nothing(_)) && roles::says_article(kinds) {
            self.content = Content::OneArticle;
        }
        self.annotated.place(&self.blocks);
        self.count_words();
    }

    /// Takes lines that recur in the corpus out of the article.
    pub(crate) fn mark_recurring(&mut self, recurring: &Recurring) {
        let source = self.source_name().to_owned();
        // The publisher's own additions stand after the raw text and its blocks.
        let raw_len = self.record.raw_len;
        let raw = self.blocks.partition_point(|b| (b.span.end as usize) <= raw_len);
        let (blocks, _) = self.blocks.split_at_mut(raw);
        recurring.mark(&source, &self.text[..raw_len], blocks);
        self.annotated.place(&self.blocks);
        self.count_words();
    }

    /// Takes words out of the text that stand around no mention; it stays as long.
    pub(crate) fn withhold(&mut self, contexts: ContextsOnly) {
        let (raw, added) = self.text.split_at(self.record.raw_len);
        let mentions = self.annotated.spans();
        let own = self.blocks.partition_point(|b| b.span.end as usize <= raw.len());
        let shown = contexts.applied(raw, &self.blocks[..own], self.record.title, &mentions);
        // The publisher's own additions are no part of the text.
        self.text = contexts_only::whole(shown + added, &self.record.spans());
    }

    fn from_layout(text: String, layout: Layout) -> Prepared {
        let published = layout.published.as_ref();
        Prepared {
            record: Record {
                raw_len: text.len(),
                title: layout.title,
                kicker: layout.kicker,
                source: layout.source,
                byline: layout.byline,
                printed: published.map(|p| p.span),
                evidence: published.map(|p| p.evidence.clone()).unwrap_or_default(),
                dates: layout.mentioned_dates,
                ..Record::default()
            },
            date: published.and_then(|p| Date::parse(&p.iso)),
            blocks: layout.blocks,
            content: layout.finding.into(),
            text,
            ..Prepared::default()
        }
    }

    fn from_read(title: Option<String>, body: &str) -> Prepared {
        let title = title.as_deref().and_then(metadata::said);
        let text = match &title {
            Some(title) => format!("{title}\n\n{body}"),
            None => body.to_owned(),
        };
        let mut blocks = paragraph_blocks(&text);
        let from = if title.is_some() { TitleFrom::Headline } else { TitleFrom::FirstSentence };
        if let (Some(_), Some(first)) = (&title, blocks.first_mut()) {
            first.kind = BlockKind::Title;
            first.reason = "given as the title".into();
        }
        let span = match from {
            TitleFrom::Headline => blocks.first().map(|b| b.span),
            TitleFrom::FirstSentence => dateline_text::sentences(&text).into_iter().next(),
        };
        let title = span.map(|span| Title { span, from });
        let record = Record { raw_len: text.len(), title, ..Record::default() };
        Prepared { text, record, blocks, ..Prepared::default() }
    }

    /// Puts what the publisher declares in the place of what the reader found.
    fn set_metadata(&mut self, given: Metadata, evidence: String) {
        let Metadata { title, source, byline, date, url, language, .. } = given;
        let line = |s: Option<String>| s.as_deref().and_then(metadata::said);
        let (text, blocks, record) = (&mut self.text, &mut self.blocks, &mut self.record);
        if let Some(title) = line(title) {
            record.title = Some(metadata::title(text, blocks, &title, &metadata::PUBLISHER));
        }
        if let Some(source) = line(source) {
            let known = [record.source, record.byline];
            record.source = Some(metadata::place(text, blocks, known, &source));
        }
        if let Some(byline) = line(byline) {
            let known = [record.source, record.byline];
            record.byline = Some(metadata::place(text, blocks, known, &byline));
        }
        if date.is_some() {
            self.date = date;
            record.printed = None;
            let given = || "given by the publisher".to_owned();
            record.evidence = if evidence.is_empty() { given() } else { evidence };
        }
        record.url = line(url).unwrap_or_default();
        record.language = line(language).unwrap_or_default();
    }
}

/// One `key=value` a line for everything that was said of an article.
fn declared(
    metadata: &Metadata,
    fields: &[(String, Vec<String>)],
    blocks: &[(Lines, BlockKind)],
) -> String {
    let date = metadata.date.map(|d| d.to_string());
    let pairs = [
        ("title", &metadata.title),
        ("source", &metadata.source),
        ("byline", &metadata.byline),
        ("date", &date),
        ("url", &metadata.url),
        ("language", &metadata.language),
    ];
    let said = pairs.iter().filter_map(|(k, v)| v.as_ref().map(|v| format!("{k}={v}\n")));
    let further =
        fields.iter().flat_map(|(k, v)| v.iter().map(move |v| format!("field.{k}={v}\n")));
    let blocks = blocks.iter().map(|(lines, kind)| format!("blocks.{lines}={}\n", kind.name()));
    said.chain(further).chain(blocks).collect()
}

fn paragraph_blocks(text: &str) -> Vec<Block> {
    let block = |paragraph: dateline_text::Paragraph| {
        let reason = "given as the body".into();
        Block { span: paragraph.span, kind: BlockKind::Body, duplicate: false, reason }
    };
    dateline_text::paragraphs(text).into_iter().map(block).collect()
}
