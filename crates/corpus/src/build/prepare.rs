//! Preparing: one input is read and annotated alone, so that many can be prepared
//! at once and in any order. What depends on other articles is not decided here.

use crate::build::input::{Body, Input, InputError, InputProblem};
use crate::edit::{metadata, roles};
use crate::pack::mentions::Annotated;
use crate::{ContextsOnly, Date, Lines, Metadata};
use dateline_countries::{Corrections, Language, Prepared as Corrected};
use dateline_reading::{
    Block, BlockKind, Finding, LineKeys, MentionedDate, Recurring, Title, TitleFrom, read,
};
use dateline_text::{Span, tokens};

/// The longest text of one article, in bytes.
const LONGEST: usize = 1 << 30;

/// An article read and annotated, ready to join a corpus.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(crate) name: String,
    /// The raw text, and after it what the publisher says and the text does not.
    pub(crate) text: String,
    pub(crate) raw_len: usize,
    pub(crate) blocks: Vec<Block>,
    pub(crate) title: Option<Title>,
    pub(crate) kicker: Option<Span>,
    pub(crate) source: Option<Span>,
    pub(crate) byline: Option<Span>,
    pub(crate) date: Option<Date>,
    pub(crate) printed: Option<Span>,
    pub(crate) evidence: String,
    pub(crate) spoken_dates: Vec<MentionedDate>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) words: u32,
    pub(crate) annotated: Annotated,
    /// Blocks by number with the kinds that the publisher gives them.
    pub(crate) said: Vec<(usize, BlockKind)>,
    pub(crate) fields: Vec<(String, Vec<String>)>,
    /// Whether the text holds one article.
    pub(crate) finding: Finding,
    /// The lines of a dump, to be counted across the corpus.
    pub(crate) lines: Option<LineKeys>,
    /// What the publisher said, as it enters the corpus hash.
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

    /// What the publisher corrected of the mentions.
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
        let is_dump = matches!(input.body, Body::Dump(_));
        let mut article = Prepared::read(input)?;
        if is_dump {
            article.lines = Some(article.counted_lines());
        }
        let own = article.language.as_deref().and_then(Language::from_code);
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
        let Input { name, body, metadata, evidence, fields, blocks } = input;
        let refuse = |name: &str, problem| Err(InputError { name: name.to_owned(), problem });
        let mut article = match body {
            Body::Dump(text) => Prepared::from_dump(text),
            Body::Read { title, body } => Prepared::from_read(title, &body),
        };
        if article.text.len() > LONGEST {
            return refuse(&name, InputProblem::TooLong(article.text.len()));
        }
        if let Some(at) = article.text.find('\0') {
            return refuse(&name, InputProblem::Binary(at));
        }
        if tokens(&article.text).next().is_none() {
            return refuse(&name, InputProblem::Empty);
        }
        article.name = name;
        match roles::find(article.raw(), &article.blocks, &blocks) {
            Ok(said) => article.said = said,
            Err(lines) => return refuse(&article.name, InputProblem::NoBlock(lines)),
        }
        article.declared = declared(&metadata, &fields, &blocks);
        article.fields = fields;
        article.overrule(metadata, evidence);
        article.count_words();
        Ok(article)
    }

    /// The name of the input.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same article under another name.
    #[must_use]
    pub fn renamed(self, name: impl Into<String>) -> Prepared {
        Prepared { name: name.into(), ..self }
    }

    /// The text as received.
    pub fn raw(&self) -> &str {
        &self.text[..self.raw_len]
    }

    pub(crate) fn source_name(&self) -> &str {
        self.source.map_or("", |s| s.of(&self.text))
    }

    fn count_words(&mut self) {
        self.words = roles::clean_words(&self.text, &self.blocks);
    }

    /// Gives blocks the kinds that the publisher says, last of all: over what this
    /// text and the others say.
    pub(crate) fn settle(&mut self) {
        if self.said.is_empty() {
            return;
        }
        let (text, said) = (&self.text, &self.said);
        self.title = roles::apply(text, &mut self.blocks, self.title, said, roles::PUBLISHER);
        if matches!(self.finding, Finding::None(_)) && roles::says_article(said) {
            self.finding = Finding::Article;
        }
        self.annotated.place(&self.blocks);
        self.count_words();
    }

    /// Takes lines that recur in the corpus out of the article.
    pub(crate) fn mark_recurring(&mut self, recurring: &Recurring) {
        let source = self.source_name().to_owned();
        // The publisher's own additions stand after the raw text and its blocks.
        let raw = self.blocks.partition_point(|b| (b.span.end as usize) <= self.raw_len);
        let (blocks, _) = self.blocks.split_at_mut(raw);
        recurring.mark(&source, &self.text[..self.raw_len], blocks);
        self.annotated.place(&self.blocks);
        self.count_words();
    }

    /// Takes words out of the text that stand around no mention; it stays as long.
    pub(crate) fn withhold(&mut self, contexts: ContextsOnly) {
        let (raw, added) = self.text.split_at(self.raw_len);
        let mentions = self.annotated.spans();
        let own = self.blocks.partition_point(|b| b.span.end as usize <= raw.len());
        let shown = contexts.applied(raw, &self.blocks[..own], self.title, &mentions);
        // What the publisher said himself is no part of the text.
        self.text = shown + added;
    }

    fn from_dump(text: String) -> Prepared {
        let layout = read(&text);
        let published = layout.published.as_ref();
        Prepared {
            raw_len: text.len(),
            date: published.and_then(|p| Date::parse(&p.iso)),
            printed: published.map(|p| p.span),
            evidence: published.map(|p| p.evidence.clone()).unwrap_or_default(),
            title: layout.title,
            kicker: layout.kicker,
            source: layout.source,
            byline: layout.byline,
            blocks: layout.blocks,
            spoken_dates: layout.mentioned_dates,
            finding: layout.finding,
            ..Prepared::empty(text)
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
        Prepared { raw_len: text.len(), title, blocks, ..Prepared::empty(text) }
    }

    pub(crate) fn empty(text: String) -> Prepared {
        Prepared {
            name: String::new(),
            text,
            raw_len: 0,
            blocks: Vec::new(),
            title: None,
            kicker: None,
            source: None,
            byline: None,
            date: None,
            printed: None,
            evidence: String::new(),
            spoken_dates: Vec::new(),
            url: None,
            language: None,
            words: 0,
            annotated: Annotated::default(),
            said: Vec::new(),
            fields: Vec::new(),
            finding: Finding::Article,
            lines: None,
            declared: String::new(),
        }
    }

    /// Puts what the publisher says in the place of what the reader found.
    fn overrule(&mut self, metadata: Metadata, evidence: String) {
        let Metadata { title, source, byline, date, url, language } = metadata;
        let said = |s: Option<String>| s.as_deref().and_then(metadata::said);
        let (text, blocks) = (&mut self.text, &mut self.blocks);
        if let Some(title) = said(title) {
            self.title = Some(metadata::title(text, blocks, &title, &metadata::PUBLISHER));
        }
        if let Some(source) = said(source) {
            let known = [self.source, self.byline];
            self.source = Some(metadata::place(text, blocks, known, &source));
        }
        if let Some(byline) = said(byline) {
            let known = [self.source, self.byline];
            self.byline = Some(metadata::place(text, blocks, known, &byline));
        }
        if date.is_some() {
            self.date = date;
            self.printed = None;
            let given = || "given by the publisher".to_owned();
            self.evidence = if evidence.is_empty() { given() } else { evidence };
        }
        self.url = said(url);
        self.language = said(language);
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
