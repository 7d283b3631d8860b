//! One article of an opened corpus.

use crate::pack::content::Content;
use crate::pack::format::Section;
use crate::pack::mentions;
use crate::pack::record::{self, PackedRecord};
use crate::pack::spans::Limit;
use crate::pack::texts::Part;
use crate::{Corpus, Date, Mention, Standing};
use dateline_countries::{Ambiguous, Annotations};
use dateline_reading::{Block, MentionedDate, TitleFrom};
use dateline_text::Span;
use dateline_text::bytes::u32_at;
use dateline_text::shown_on_one_line;
use std::borrow::Cow;
use std::cell::OnceCell;

/// The number of an article in its corpus, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// The contents of a text.
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
    record: PackedRecord<'c>,
    blocks: OnceCell<Vec<Block>>,
    mentions: OnceCell<Vec<Mention<'c>>>,
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
        let record = PackedRecord::decode(record, corpus.strings()).unwrap_or_default();
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

    /// The text that spans of the article have to fit.
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

    /// The mentions as the annotator gave them.
    pub(crate) fn annotations(&self) -> Annotations {
        let mention = |m: &Mention<'_>| dateline_countries::Mention {
            span: m.span,
            country: m.country,
            kind: m.kind,
            in_name: m.in_name,
            rule: m.rule.to_owned().into(),
        };
        let mentions = self.mentions().iter().map(mention).collect();
        Annotations { mentions, ambiguous: self.ambiguous() }
    }

    /// Words that may name one of several countries, where the context does not tell
    /// which; never counted.
    pub fn ambiguous(&self) -> Vec<Ambiguous> {
        let bytes = self.item(Section::AmbiguousOffsets, Section::Ambiguous);
        if bytes.is_empty() {
            return Vec::new();
        }
        mentions::ambiguous(bytes, self.limit(), &self.corpus.countries).collect()
    }

    /// The title to show: the headline, or the first sentence.
    pub fn title(&self) -> &'c str {
        self.line(Part::Title, self.record.title.map(|t| t.span)).unwrap_or(self.record.name)
    }

    /// Where the title stands.
    pub fn title_span(&self) -> Option<Span> {
        self.placed(self.record.title.map(|t| t.span))
    }

    /// Whether the title is a headline or the first sentence.
    pub fn title_from(&self) -> TitleFrom {
        self.record.title.map_or(TitleFrom::Headline, |t| t.from)
    }

    /// The line that leads to the headline.
    pub fn kicker(&self) -> Option<&'c str> {
        self.line(Part::Kicker, self.record.kicker)
    }

    /// What the pack holds of it in one piece.
    pub(crate) fn record(&self) -> &PackedRecord<'c> {
        &self.record
    }

    /// The publication.
    pub fn source(&self) -> Option<&'c str> {
        self.line(Part::Source, self.record.source)
    }

    /// Where the publication is named.
    pub fn source_span(&self) -> Option<Span> {
        self.placed(self.record.source)
    }

    /// The author or authors.
    pub fn byline(&self) -> Option<&'c str> {
        self.line(Part::Byline, self.record.byline)
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
        self.line(Part::Printed, self.record.printed)
    }

    /// Why the date is the one of publication, in words; empty without a date.
    pub fn date_evidence(&self) -> &'c str {
        self.record.evidence
    }

    /// Dates that the text mentions, in order.
    pub fn mentioned_dates(&self) -> Vec<MentionedDate> {
        if self.record.dates.is_empty() {
            return Vec::new();
        }
        self.record.dates.within(self.limit()).collect()
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

    /// The words under a span on one line: where they go over several, the corpus keeps their
    /// joined form.
    fn line(&self, part: Part, span: Option<Span>) -> Option<&'c str> {
        match shown_on_one_line(self.text().get(span?.range())?) {
            Cow::Borrowed(line) => Some(line),
            Cow::Owned(line) => self.corpus.texts.line(self.id, part, line),
        }
    }

    fn decode_blocks(&self) -> Vec<Block> {
        let bytes = self.item(Section::BlockOffsets, Section::Blocks);
        record::blocks(bytes, self.limit(), self.corpus.strings()).collect()
    }

    /// The mentions, decoded as they are asked for.
    pub(crate) fn decode_mentions(&self) -> impl Iterator<Item = Mention<'c>> + use<'c> {
        let bytes = self.item(Section::MentionOffsets, Section::Mentions);
        mentions::mentions(bytes, self.limit(), self.corpus.names())
    }

    /// Country number and class of each mention.
    pub(crate) fn decode_mention_keys(&self) -> impl Iterator<Item = (u16, u8)> + use<'c> {
        let bytes = self.item(Section::MentionOffsets, Section::Mentions);
        mentions::mention_keys(bytes, self.corpus.countries.len())
    }

    /// The bytes of the article in a list of the pack.
    fn item(&self, offsets: Section, things: Section) -> &'c [u8] {
        self.corpus.pack.item(offsets, things, self.id.0)
    }
}

impl Corpus {
    /// Whether the text of an article holds one article, several, or none.
    pub fn holds(&self, id: ArticleId) -> Holds<'_> {
        let findings = self.pack.section(Section::Findings);
        let number = u32_at(findings, id.0 as usize).unwrap_or(0);
        Content::unpacked(number, self.strings())
    }

    /// How many of these texts hold no article.
    pub fn without_article(&self, ids: impl Iterator<Item = ArticleId>) -> usize {
        ids.filter(|id| matches!(self.holds(*id), Holds::Nothing(_))).count()
    }
}
