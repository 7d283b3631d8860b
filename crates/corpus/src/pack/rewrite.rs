//! Writing a corpus anew where some of its articles change: the others are taken over as
//! they are, byte for byte.

use crate::mention::Class;
use crate::pack::format::{Section, VERSION};
use crate::pack::sections::put_span;
use crate::pack::write::{List, Strings, assemble, put_gap};
use crate::{Article, ArticleId, BuildError, Corpus, Standing, Weight};
use dateline_reading::Block;
use dateline_text::Span;
use dateline_text::bytes::{Cursor, put_str, put_varint, u32_at};

/// A corpus on its way to another one.
pub(crate) struct Rewriting<'c> {
    corpus: &'c Corpus,
    /// The strings that sections name by number; more may be added.
    pub(crate) strings: Strings,
    blocks: List,
    records: List,
    mentions: Vec<u8>,
    others: Vec<(Section, Vec<u8>)>,
}

impl<'c> Rewriting<'c> {
    /// Begins with the first article.
    pub(crate) fn new(corpus: &'c Corpus) -> Self {
        let pack = &corpus.pack;
        Rewriting {
            corpus,
            strings: Strings::reopen(Cursor::new(pack.section(Section::Strings))),
            blocks: List::default(),
            records: List::default(),
            mentions: pack.section(Section::Mentions).to_vec(),
            // Built anew on the first query.
            others: vec![(Section::Index, Vec::new())],
        }
    }

    /// Takes the next article over as it is.
    pub(crate) fn keep(&mut self, id: ArticleId) {
        let item = |offsets, list| self.corpus.pack.item(offsets, list, id.0);
        self.blocks.bytes.extend_from_slice(item(Section::BlockOffsets, Section::Blocks));
        self.blocks.end_item();
        self.records.bytes.extend_from_slice(item(Section::RecordOffsets, Section::Records));
        self.records.end_item();
    }

    /// Writes the next article with other blocks, which may be more than it had, and
    /// what `change` makes of its record. `None`, with nothing written, when the bytes
    /// of the article are damaged.
    pub(crate) fn article(
        &mut self,
        article: &Article<'_>,
        blocks: &[Block],
        change: impl FnOnce(&mut Record<'_>, &mut Strings),
    ) -> Option<()> {
        let (pack, id) = (&self.corpus.pack, article.id().0);
        let old = pack.item(Section::BlockOffsets, Section::Blocks, id);
        let written = self.blocks_written(old, article.blocks(), blocks)?;
        let mut record = Record::read(pack.item(Section::RecordOffsets, Section::Records, id))?;
        change(&mut record, &mut self.strings);
        self.blocks.bytes.extend(written);
        self.blocks.end_item();
        record.write(&mut self.records.bytes);
        self.records.end_item();
        self.place_mentions(article, blocks);
        Some(())
    }

    /// Puts a section in the place of that of the corpus.
    pub(crate) fn set(&mut self, section: Section, bytes: Vec<u8>) {
        self.others.push((section, bytes));
    }

    /// The other corpus, once every article was kept or written.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub(crate) fn finish(self) -> Result<Corpus, BuildError> {
        let too_large = BuildError::TooLarge;
        let (block_offsets, blocks) = self.blocks.finish().ok_or(too_large.clone())?;
        let (record_offsets, records) = self.records.finish().ok_or(too_large.clone())?;
        let mut sections = vec![
            (Section::Strings, self.strings.finish()),
            (Section::BlockOffsets, block_offsets),
            (Section::Blocks, blocks),
            (Section::RecordOffsets, record_offsets),
            (Section::Records, records),
            (Section::Mentions, self.mentions),
        ];
        sections.extend(self.others);
        let pack = &self.corpus.pack;
        for section in Section::ALL {
            if !sections.iter().any(|(known, _)| *known == section) {
                sections.push((section, pack.section(section).to_vec()));
            }
        }
        let pack = assemble(pack.articles(), &sections).ok_or(too_large)?;
        Ok(Corpus::open(pack).expect("a pack opens that was just built"))
    }

    /// Blocks as a pack holds them; those that did not change keep their reasons.
    fn blocks_written(&mut self, bytes: &[u8], old: &[Block], new: &[Block]) -> Option<Vec<u8>> {
        let mut cursor = Cursor::new(bytes);
        let (mut out, mut end) = (Vec::new(), 0);
        for (at, block) in new.iter().enumerate() {
            let mut reason = None;
            if let Some(old) = old.get(at) {
                (0..3).try_for_each(|_| cursor.varint().map(|_| ()))?;
                let number = cursor.number()?;
                reason = (old.reason == block.reason).then_some(number);
            }
            let reason = reason.unwrap_or_else(|| self.strings.number(&block.reason));
            end = put_gap(&mut out, end, block.span);
            put_varint(&mut out, block.kind as u64 | u64::from(block.duplicate) << 4);
            put_varint(&mut out, u64::from(reason));
        }
        Some(out)
    }

    /// Writes anew where each mention stands: one byte of each.
    fn place_mentions(&mut self, article: &Article<'_>, blocks: &[Block]) {
        let (pack, id) = (&self.corpus.pack, article.id().0);
        let start = u32_at(pack.section(Section::MentionOffsets), id as usize);
        let start = start.unwrap_or(0) as usize;
        let bytes = pack.item(Section::MentionOffsets, Section::Mentions, id);
        let mut cursor = Cursor::new(bytes);
        for mention in article.mentions() {
            // Gap, length and country, then the class.
            let skipped = (0..3).all(|_| cursor.varint().is_some());
            let at = start + bytes.len() - cursor.left();
            if !skipped || cursor.byte().is_none() || cursor.varint().is_none() {
                return;
            }
            let (standing, weight) =
                (Standing::of_span(blocks, mention.span), Weight::of_span(blocks, mention.span));
            self.mentions[at] = Class::new(mention.kind, mention.in_name, standing, weight).0;
        }
    }
}

/// What a pack holds of an article besides its text, blocks and mentions.
pub(crate) struct Record<'a> {
    name: &'a str,
    raw_len: u64,
    /// How many words the clean text has.
    pub(crate) words: u32,
    /// The title to show, and whether it is the first sentence.
    pub(crate) title: Option<Span>,
    pub(crate) title_is_sentence: bool,
    kicker: Option<Span>,
    /// The publication.
    pub(crate) source: Option<Span>,
    byline: Option<Span>,
    /// The date as it is printed.
    pub(crate) printed: Option<Span>,
    /// The number of the string that says how the date is known.
    pub(crate) evidence: u32,
    rest: &'a [u8],
}

impl<'a> Record<'a> {
    fn read(bytes: &'a [u8]) -> Option<Record<'a>> {
        const { assert!(VERSION == 2, "follows the record of versions 1 and 2") };
        let mut cursor = Cursor::new(bytes);
        let (name, raw_len, words) = (cursor.str()?, cursor.varint()?, cursor.number()?);
        let mut span = || match cursor.number()? {
            0 => Some(None),
            start => {
                let start = start - 1;
                Some(Some(Span { start, end: start.checked_add(cursor.number()?)? }))
            }
        };
        let [title, kicker, source, byline, printed] =
            [span()?, span()?, span()?, span()?, span()?];
        let (title_is_sentence, evidence) = (cursor.byte()? != 0, cursor.number()?);
        let rest = cursor.take(cursor.left())?;
        Some(Record {
            name,
            raw_len,
            words,
            title,
            title_is_sentence,
            kicker,
            source,
            byline,
            printed,
            evidence,
            rest,
        })
    }

    fn write(&self, out: &mut Vec<u8>) {
        put_str(out, self.name);
        put_varint(out, self.raw_len);
        put_varint(out, u64::from(self.words));
        for span in [self.title, self.kicker, self.source, self.byline, self.printed] {
            put_span(out, span);
        }
        out.push(u8::from(self.title_is_sentence));
        put_varint(out, u64::from(self.evidence));
        out.extend_from_slice(self.rest);
    }
}
