//! One article of an opened corpus.

use crate::mention::Class;
use crate::pack::format::Section;
use crate::{Corpus, Date, Mention, Standing};
use dateline_countries::Ambiguous;
use dateline_reading::{Block, BlockKind, MentionedDate, TitleFrom};
use dateline_text::Span;
use dateline_text::bytes::{Cursor, u32_at};
use std::cell::OnceCell;

/// The number of an article in its corpus, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// What a text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds<'c> {
    /// One article.
    OneArticle,
    /// So many articles.
    Several(usize),
    /// No article, but what is said here ("a list of links").
    Nothing(&'c str),
}

/// One article: its text and what was understood of it. All spans are bytes into
/// [`Article::text`].
pub struct Article<'c> {
    corpus: &'c Corpus,
    id: ArticleId,
    text: OnceCell<&'c str>,
    /// What spans have to fit, where that is not the text.
    limit: Option<Limit<'c>>,
    record: Record<'c>,
    blocks: OnceCell<Vec<Block>>,
    mentions: OnceCell<Vec<Mention<'c>>>,
}

#[derive(Default)]
struct Record<'c> {
    name: &'c str,
    raw_len: usize,
    words: u32,
    title: Option<Span>,
    kicker: Option<Span>,
    source: Option<Span>,
    byline: Option<Span>,
    printed: Option<Span>,
    title_is_sentence: bool,
    evidence: &'c str,
    url: &'c str,
    language: &'c str,
    spoken: &'c [u8],
}

impl std::fmt::Debug for Article<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Article").field("id", &self.id).field("name", &self.name()).finish()
    }
}

impl<'c> Article<'c> {
    /// The article of a number that the corpus has.
    pub(crate) fn open(corpus: &'c Corpus, id: ArticleId) -> Article<'c> {
        let record = corpus.pack.item(Section::RecordOffsets, Section::Records, id.0);
        let record = Record::read(corpus, record).unwrap_or_default();
        let (text, blocks, mentions) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Article { corpus, id, text, limit: None, record, blocks, mentions }
    }

    /// The same with its text, so that the corpus need not keep it.
    pub(crate) fn with_text(corpus: &'c Corpus, id: ArticleId, text: &'c str) -> Article<'c> {
        Article { text: OnceCell::from(text), ..Article::open(corpus, id) }
    }

    /// The same of which the spans alone are asked for, with a text of so many bytes of ASCII.
    pub(crate) fn of_ascii(corpus: &'c Corpus, id: ArticleId, length: u32) -> Article<'c> {
        Article { limit: Some(Limit::Length(length)), ..Article::open(corpus, id) }
    }

    /// The same of which the places of spans are compared, and no text is asked for.
    pub(crate) fn of_spans(corpus: &'c Corpus, id: ArticleId) -> Article<'c> {
        Article { limit: Some(Limit::None), ..Article::open(corpus, id) }
    }

    /// What spans of the article have to fit.
    fn limit(&self) -> Limit<'c> {
        self.limit.unwrap_or_else(|| Limit::Text(self.text()))
    }

    /// Its number in the corpus.
    pub fn id(&self) -> ArticleId {
        self.id
    }

    /// Its stable name: the file's name or the record's id.
    pub fn name(&self) -> &'c str {
        self.record.name
    }

    /// The raw text, and after it what the publisher says and the raw text does not.
    pub fn text(&self) -> &'c str {
        self.text.get_or_init(|| self.corpus.text(self.id))
    }

    /// The text as received.
    pub fn raw(&self) -> &'c str {
        self.text().get(..self.record.raw_len).unwrap_or(self.text())
    }

    /// The blocks in order.
    pub fn blocks(&self) -> &[Block] {
        self.blocks.get_or_init(|| self.decode_blocks())
    }

    /// Everything that the annotator found, in order; [`Corpus::counted`] gives
    /// those that count.
    pub fn mentions(&self) -> &[Mention<'c>] {
        self.mentions.get_or_init(|| self.decode_mentions().collect())
    }

    /// Words that may name one of several countries, where the context does not tell
    /// which; never counted.
    pub fn ambiguous(&self) -> Vec<Ambiguous> {
        let pack = &self.corpus.pack;
        let bytes = pack.item(Section::AmbiguousOffsets, Section::Ambiguous, self.id.0);
        if bytes.is_empty() {
            return Vec::new();
        }
        let mut spans = Spans { cursor: Cursor::new(bytes), end: 0, limit: self.limit() };
        let next = || {
            let span = spans.next()?;
            let count = spans.cursor.number()?;
            let numbers = (0..count).map(|_| spans.cursor.number());
            let country = |n: Option<u32>| self.corpus.countries.get(n? as usize).copied();
            let candidates = numbers.map(country).collect::<Option<Vec<_>>>()?;
            Some(Ambiguous { span, candidates })
        };
        std::iter::from_fn(next).collect()
    }

    /// The title to show: the headline, or the first sentence.
    pub fn title(&self) -> &'c str {
        self.slice(self.record.title).unwrap_or(self.record.name)
    }

    /// Where the title stands.
    pub fn title_span(&self) -> Option<Span> {
        self.placed(self.record.title)
    }

    /// Whether the title is a headline or the first sentence.
    pub fn title_from(&self) -> TitleFrom {
        if self.record.title_is_sentence { TitleFrom::FirstSentence } else { TitleFrom::Headline }
    }

    /// The line that leads to the headline.
    pub fn kicker(&self) -> Option<&'c str> {
        self.slice(self.record.kicker)
    }

    /// Where that line stands.
    pub(crate) fn kicker_span(&self) -> Option<Span> {
        self.record.kicker
    }

    /// Where the date of publication is printed.
    pub(crate) fn printed_span(&self) -> Option<Span> {
        self.record.printed
    }

    /// The publication.
    pub fn source(&self) -> Option<&'c str> {
        self.slice(self.record.source)
    }

    /// Where the publication is named.
    pub fn source_span(&self) -> Option<Span> {
        self.placed(self.record.source)
    }

    /// The author or authors.
    pub fn byline(&self) -> Option<&'c str> {
        self.slice(self.record.byline)
    }

    /// Where the author is named.
    pub fn byline_span(&self) -> Option<Span> {
        self.placed(self.record.byline)
    }

    /// The date of publication.
    pub fn date(&self) -> Option<Date> {
        self.corpus.date(self.id)
    }

    /// The date of publication as the text prints it.
    pub fn printed_date(&self) -> Option<&'c str> {
        self.slice(self.record.printed)
    }

    /// Why the date is the one of publication, in words; empty without a date.
    pub fn date_evidence(&self) -> &'c str {
        self.record.evidence
    }

    /// Dates that the text speaks of, in order.
    pub fn spoken_dates(&self) -> Vec<MentionedDate> {
        if self.record.spoken.is_empty() {
            return Vec::new();
        }
        let mut spans =
            Spans { cursor: Cursor::new(self.record.spoken), end: 0, limit: self.limit() };
        let next = || {
            let span = spans.next()?;
            let iso = self.corpus.string(spans.cursor.number()?);
            Some(MentionedDate { span, iso: (!iso.is_empty()).then(|| iso.to_owned()) })
        };
        std::iter::from_fn(next).collect()
    }

    /// The address of the original.
    pub fn url(&self) -> Option<&'c str> {
        Some(self.record.url).filter(|u| !u.is_empty())
    }

    /// The language as a BCP 47 tag, as it was given: its own, or that of the corpus.
    pub fn language(&self) -> Option<&'c str> {
        let own = Some(self.record.language).filter(|l| !l.is_empty());
        own.or(Some(self.corpus.language()).filter(|l| !l.is_empty()))
    }

    /// How many words the clean text has.
    pub fn words(&self) -> usize {
        self.record.words as usize
    }

    /// The values of a further metadata field.
    pub fn field(&self, name: &str) -> impl Iterator<Item = &'c str> + use<'c> {
        let column = self.corpus.columns.iter().skip(1).find(|c| c.name == name);
        let numbers = column.map_or(&[][..], |c| c.of(self.id));
        numbers.iter().filter_map(move |n| column?.values.get(*n as usize).map(String::as_str))
    }

    /// Whether the text holds one article, several, or none.
    pub fn holds(&self) -> Holds<'c> {
        self.corpus.holds(self.id)
    }

    /// The sort of text that a span stands in.
    pub fn standing(&self, span: Span) -> Standing {
        Standing::of_span(self.blocks(), span)
    }

    /// A span that fits the text.
    fn placed(&self, span: Option<Span>) -> Option<Span> {
        span.filter(|span| self.limit().fits(*span))
    }

    fn slice(&self, span: Option<Span>) -> Option<&'c str> {
        self.text().get(span?.range())
    }

    fn decode_blocks(&self) -> Vec<Block> {
        let bytes = self.corpus.pack.item(Section::BlockOffsets, Section::Blocks, self.id.0);
        let mut spans = Spans { cursor: Cursor::new(bytes), end: 0, limit: self.limit() };
        let next = || {
            let span = spans.next()?;
            let kind = spans.cursor.number()?;
            let reason = self.corpus.string(spans.cursor.number()?).to_owned();
            let duplicate = kind & 16 != 0;
            let kind = *BlockKind::ALL.get(kind as usize & 15)?;
            Some(Block { span, kind, duplicate, reason })
        };
        std::iter::from_fn(next).collect()
    }

    /// The mentions, decoded as they are asked for.
    pub(crate) fn decode_mentions(&self) -> impl Iterator<Item = Mention<'c>> + use<'c> {
        let corpus = self.corpus;
        let bytes = corpus.pack.item(Section::MentionOffsets, Section::Mentions, self.id.0);
        let mut spans = Spans { cursor: Cursor::new(bytes), end: 0, limit: self.limit() };
        std::iter::from_fn(move || {
            let span = spans.next()?;
            let country = *corpus.countries.get(spans.cursor.number()? as usize)?;
            let class = Class(spans.cursor.byte()?);
            let rule = corpus.string(spans.cursor.number()?);
            let (kind, in_name, standing) = (class.kind(), class.in_name(), class.standing());
            let weight = class.weight();
            Some(Mention { span, country, kind, in_name, standing, weight, rule })
        })
    }

    /// Country number and class of each mention.
    pub(crate) fn decode_mention_keys(&self) -> impl Iterator<Item = (u16, u8)> + use<'c> {
        let corpus = self.corpus;
        let bytes = corpus.pack.item(Section::MentionOffsets, Section::Mentions, self.id.0);
        let mut spans = Spans { cursor: Cursor::new(bytes), end: 0, limit: Limit::None };
        std::iter::from_fn(move || {
            spans.next()?;
            let country = spans.cursor.number()?;
            let class = spans.cursor.byte()?;
            spans.cursor.number()?;
            corpus.countries.get(country as usize)?;
            Some((country as u16, class))
        })
    }
}

impl Corpus {
    /// Whether the text of an article holds one article, several, or none.
    pub fn holds(&self, id: ArticleId) -> Holds<'_> {
        let findings = self.pack.section(Section::Findings);
        let number = u32_at(findings, id.0 as usize).unwrap_or(0);
        match number & 3 {
            1 => Holds::Several((number >> 2) as usize),
            2 => Holds::Nothing(self.string(number >> 2)),
            _ => Holds::OneArticle,
        }
    }

    /// How many of these texts hold no article.
    pub fn without_article(&self, ids: impl Iterator<Item = ArticleId>) -> usize {
        ids.filter(|id| matches!(self.holds(*id), Holds::Nothing(_))).count()
    }

    /// A string that a section names by number; empty when there is none.
    pub(crate) fn string(&self, number: u32) -> &str {
        self.strings.get(self.pack.section(Section::Strings), number)
    }
}

impl<'c> Record<'c> {
    fn read(corpus: &'c Corpus, bytes: &'c [u8]) -> Option<Record<'c>> {
        let mut cursor = Cursor::new(bytes);
        let name = cursor.str()?;
        let raw_len = cursor.number()? as usize;
        let words = cursor.number()?;
        let mut span = || -> Option<Option<Span>> {
            let Some(start) = cursor.number()?.checked_sub(1) else { return Some(None) };
            let span = Span { start, end: start.checked_add(cursor.number()?)? };
            Some(Some(span))
        };
        let [title, kicker, source, byline, printed] =
            [span()?, span()?, span()?, span()?, span()?];
        let title_is_sentence = cursor.byte()? != 0;
        let mut string = || cursor.number().map(|n| corpus.string(n));
        let (evidence, url, language) = (string()?, string()?, string()?);
        cursor.varint()?;
        let spoken = cursor.take(cursor.left())?;
        Some(Record {
            name,
            raw_len,
            words,
            title,
            kicker,
            source,
            byline,
            printed,
            title_is_sentence,
            evidence,
            url,
            language,
            spoken,
        })
    }
}

/// What spans have to fit.
#[derive(Clone, Copy)]
enum Limit<'c> {
    /// A text.
    Text(&'c str),
    /// An ASCII text of so many bytes.
    Length(u32),
    /// Nothing is done with the spans.
    None,
}

impl Limit<'_> {
    fn fits(self, span: Span) -> bool {
        match self {
            Limit::Text(text) => text.get(span.range()).is_some(),
            Limit::Length(length) => span.start <= span.end && span.end <= length,
            Limit::None => true,
        }
    }
}

/// Spans written as gap and length. Ends at the first that does not fit.
struct Spans<'c> {
    cursor: Cursor<'c>,
    end: u32,
    limit: Limit<'c>,
}

impl Spans<'_> {
    fn next(&mut self) -> Option<Span> {
        let start = self.end.checked_add(self.cursor.number()?)?;
        let end = start.checked_add(self.cursor.number()?)?;
        self.end = end;
        Some(Span { start, end }).filter(|span| self.limit.fits(*span))
    }
}
