//! Metadata that somebody gives an article, and what follows from it: the one place for
//! what a publisher says and for what a reader tries in the page.

use crate::edit::kinds::READER;
use crate::edit::roles;
use crate::pack::fields::{Column, ColumnWriter};
use crate::pack::format::Section;
use crate::pack::rewrite::{Articles, Rewriting};
use crate::pack::strings::StringWriter;
use crate::pack::write::List;
use crate::{Article, ArticleId, BuildError, Corpus, Date};
use dateline_reading::{Block, BlockKind, Title, TitleFrom};
use dateline_text::bytes::{Cursor, put_varint};
use dateline_text::compact::sort_by;
use dateline_text::{Span, shown_on_one_line};

/// A reader's edit of the metadata of an article. A field that is missing or empty stays as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetadataEdit {
    /// The article.
    pub article: ArticleId,
    /// The headline.
    pub title: Option<String>,
    /// The publication.
    pub source: Option<String>,
    /// The date of publication.
    pub date: Option<Date>,
}

impl MetadataEdit {
    /// Saying nothing of an article.
    pub fn none(article: ArticleId) -> MetadataEdit {
        MetadataEdit { article, title: None, source: None, date: None }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.title.is_none() && self.source.is_none() && self.date.is_none()
    }

    fn tidied(&self) -> MetadataEdit {
        let said = |s: &Option<String>| s.as_deref().and_then(said);
        MetadataEdit { title: said(&self.title), source: said(&self.source), ..self.clone() }
    }
}

/// By article, each once and only those of which something is said: of several the last
/// counts, as a whole.
pub(crate) fn settled(metadata_edits: &[MetadataEdit]) -> Vec<MetadataEdit> {
    let mut said: Vec<MetadataEdit> =
        metadata_edits.iter().rev().map(MetadataEdit::tidied).collect();
    sort_by(&mut said, |a, b| a.article.cmp(&b.article));
    said.dedup_by_key(|a| a.article);
    said.retain(|a| !a.is_empty());
    said
}

/// Why blocks are what they are once a title is given: the reason of the title, and that
/// of what was taken for it.
pub(crate) struct Reasons {
    given: &'static str,
    other: &'static str,
}

/// Of a title that the publisher gives.
pub(crate) const PUBLISHER: Reasons =
    Reasons { given: "given by the publisher", other: "the publisher gives another title" };
/// Of a title that a reader gives.
const OWN: Reasons = Reasons { given: READER, other: "you give another title" };

/// The edited value on one line; `None` for an empty one.
pub(crate) fn said(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// Whether `words` of a text, which may go over several lines, are `line`.
fn reads(words: &str, line: &str) -> bool {
    words == line || shown_on_one_line(words) == line
}

/// Gives an article its title. A title that stands in the text becomes its title block;
/// another one is added after the text. The block that was taken for the title is no
/// longer part of the article.
pub(crate) fn title(
    text: &mut String,
    blocks: &mut Vec<Block>,
    title: &str,
    reasons: &Reasons,
) -> Title {
    for block in blocks.iter_mut() {
        if block.kind == BlockKind::Title && !reads(block.span.of(text), title) {
            block.kind = BlockKind::Furniture;
            block.reason = reasons.other.to_owned();
        }
    }
    let reason = reasons.given.to_owned();
    let found = blocks.iter_mut().find(|b| reads(b.span.of(text), title));
    let span = match found {
        Some(block) => {
            *block = Block { span: block.span, kind: BlockKind::Title, duplicate: false, reason };
            block.span
        }
        None => {
            let span = append(text, title);
            blocks.push(Block { span, kind: BlockKind::Title, duplicate: false, reason });
            span
        }
    };
    Title { span, from: TitleFrom::Headline }
}

/// Where a source or byline stands: as one that is `known`, as a whole block, or behind
/// the text, where it is added.
pub(crate) fn place(
    text: &mut String,
    blocks: &[Block],
    known: [Option<Span>; 2],
    said: &str,
) -> Span {
    let known = known.into_iter().flatten();
    let found = known.chain(blocks.iter().map(|b| b.span)).find(|s| reads(s.of(text), said));
    found.unwrap_or_else(|| append(text, said))
}

fn append(text: &mut String, said: &str) -> Span {
    text.push('\n');
    let start = text.len();
    text.push_str(said);
    Span::new(start, text.len())
}

impl Corpus {
    /// The corpus with other titles, sources and dates; its hash stays that of its
    /// sources. Words that are added are searched; countries that they name are found
    /// when the corpus is built with what is said here.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub fn with_metadata_edits(
        &self,
        metadata_edits: &[MetadataEdit],
    ) -> Result<Corpus, BuildError> {
        let said = settled(metadata_edits);
        let (mut new, mut articles) = (Rewriting::new(self), Articles::new(self));
        let (mut texts, mut sources) = (List::default(), ColumnWriter::default());
        let mut dates = self.pack.section(Section::Dates).to_vec();
        for article in self.articles() {
            let id = article.id();
            let mut source = self.source_value(id).to_owned();
            match said.iter().find(|a| a.article == id) {
                Some(own) => {
                    let text = edit(&article, own, &mut articles, &mut new.strings);
                    self.pack_text(&text, &mut texts.bytes);
                    source = own.source.clone().unwrap_or(source);
                    let number = dates.chunks_exact_mut(4).nth(id.0 as usize);
                    if let (Some(date), Some(number)) = (own.date, number) {
                        number.copy_from_slice(&Date::packed(Some(date)).to_le_bytes());
                    }
                }
                None => {
                    articles.keep(id);
                    texts.bytes.extend_from_slice(self.packed_text(id));
                }
            }
            texts.end_item();
            sources.push(id, std::iter::once(source));
        }
        articles.finish(&mut new)?;
        let (offsets, texts) = texts.finish().ok_or(BuildError::TooLarge)?;
        new.set(Section::TextOffsets, offsets);
        new.set(Section::Text, texts);
        new.set(Section::Dates, dates);
        new.set(Section::Fields, self.fields_with(&sources));
        new.finish()
    }

    /// The source of an article as the fields have it.
    fn source_value(&self, id: ArticleId) -> &str {
        let value = self.columns.first().and_then(|c| c.values.get(*c.of(id).first()? as usize));
        value.map_or("", String::as_str)
    }

    /// The metadata fields with another first one, which is the source.
    fn fields_with(&self, sources: &ColumnWriter) -> Vec<u8> {
        let articles = self.pack.articles();
        let mut cursor = Cursor::new(self.pack.section(Section::Fields));
        let count = cursor.varint().unwrap_or(1);
        let mut out = Vec::new();
        put_varint(&mut out, count);
        sources.write("source", articles, &mut out);
        let others = Column::open(&mut cursor, articles).and_then(|_| cursor.take(cursor.left()));
        out.extend_from_slice(others.unwrap_or_default());
        out
    }
}

/// Writes an article with what is said of it; gives its text.
fn edit(
    article: &Article<'_>,
    own: &MetadataEdit,
    articles: &mut Articles<'_>,
    strings: &mut StringWriter,
) -> String {
    let (mut text, mut blocks) = (article.text().to_owned(), article.blocks().to_vec());
    let mut record = article.record().clone();
    if let Some(given) = &own.title {
        record.title = Some(title(&mut text, &mut blocks, given, &OWN));
    }
    if let Some(given) = &own.source {
        let known = [article.source_span(), article.byline_span()];
        record.source = Some(place(&mut text, &blocks, known, given));
    }
    if own.date.is_some() {
        record.printed = None;
        record.evidence = READER;
    }
    record.words = roles::clean_words(&text, &blocks);
    articles.write(article.id(), &record, &blocks, strings);
    text
}
