//! Overruling: the same articles with kinds that a reader gives to blocks. Mentions
//! keep their spans; where they stand, what is clean and what is searched follow.

use crate::format::bytes::{Cursor, put_str, put_varint, u32_at};
use crate::format::write::{List, assemble, put_gap};
use crate::format::{Section, VERSION};
use crate::mention::Class;
use crate::sections::put_span;
use crate::{Article, ArticleId, BlockKind, BuildError, Corpus, Holds, Standing, Weight, roles};
use dateline_reading::{Block, Title, TitleFrom};
use dateline_stats::sort_by;

/// A block with the kind that a reader gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overrule {
    /// The article.
    pub article: ArticleId,
    /// The number of the block among the blocks of the article, from 0.
    pub block: usize,
    /// What it is.
    pub kind: BlockKind,
}

/// The reasons that overruling adds, in the order of their numbers.
const REASONS: [&str; 2] = ["you say so", roles::NO_TITLE];

/// By article and block, each block once: of several overrules the last counts.
pub(crate) fn settled(overrules: &[Overrule]) -> Vec<Overrule> {
    let mut said: Vec<Overrule> = overrules.iter().rev().copied().collect();
    sort_by(&mut said, |a, b| (a.article, a.block).cmp(&(b.article, b.block)));
    said.dedup_by_key(|o| (o.article, o.block));
    said
}

/// The sections that change.
struct Changed {
    blocks: List,
    records: List,
    mentions: Vec<u8>,
    findings: Vec<u8>,
}

impl Corpus {
    /// The corpus with other kinds of blocks; its hash stays that of its sources.
    /// Overrules of blocks that it does not have do nothing.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub fn overruled(&self, overrules: &[Overrule]) -> Result<Corpus, BuildError> {
        let said = settled(overrules);
        let pack = &self.pack;
        let mut changed = Changed {
            blocks: List::default(),
            records: List::default(),
            mentions: pack.section(Section::Mentions).to_vec(),
            findings: pack.section(Section::Findings).to_vec(),
        };
        let (strings, known) = self.strings_and_reasons();
        for id in self.ids() {
            let own = said.iter().filter(|o| o.article == id).map(|o| (o.block, o.kind));
            let own: Vec<(usize, BlockKind)> = own.collect();
            if own.is_empty() || changed.article(self, id, &own, known).is_none() {
                changed.keep(self, id);
            }
        }
        let pack = self.assembled(changed, strings).ok_or(BuildError::TooLarge)?;
        Ok(Corpus::open(pack).expect("a pack opens that was just built"))
    }

    /// The strings with the reasons after them, and the number of the first reason.
    fn strings_and_reasons(&self) -> (Vec<u8>, u32) {
        let mut cursor = Cursor::new(self.pack.section(Section::Strings));
        let known = cursor.number().unwrap_or(0);
        let mut out = Vec::new();
        put_varint(&mut out, u64::from(known) + REASONS.len() as u64);
        out.extend_from_slice(cursor.take(cursor.left()).unwrap_or_default());
        REASONS.iter().for_each(|reason| put_str(&mut out, reason));
        (out, known)
    }

    fn assembled(&self, changed: Changed, strings: Vec<u8>) -> Option<Vec<u8>> {
        let (block_offsets, blocks) = changed.blocks.finish()?;
        let (record_offsets, records) = changed.records.finish()?;
        let mut sections = vec![
            (Section::Strings, strings),
            (Section::BlockOffsets, block_offsets),
            (Section::Blocks, blocks),
            (Section::RecordOffsets, record_offsets),
            (Section::Records, records),
            (Section::Mentions, changed.mentions),
            (Section::Findings, changed.findings),
            // Built anew on the first query.
            (Section::Index, Vec::new()),
        ];
        for section in Section::ALL {
            if !sections.iter().any(|(known, _)| *known == section) {
                sections.push((section, self.pack.section(section).to_vec()));
            }
        }
        assemble(self.pack.articles(), &sections)
    }
}

impl Changed {
    /// Takes an article over as it is.
    fn keep(&mut self, corpus: &Corpus, id: ArticleId) {
        let item = |offsets, list| corpus.pack.item(offsets, list, id.0);
        self.blocks.bytes.extend_from_slice(item(Section::BlockOffsets, Section::Blocks));
        self.blocks.end_item();
        self.records.bytes.extend_from_slice(item(Section::RecordOffsets, Section::Records));
        self.records.end_item();
    }

    /// Writes an article with other kinds. `None`, with nothing written, when the
    /// bytes of the article are damaged.
    fn article(
        &mut self,
        corpus: &Corpus,
        id: ArticleId,
        said: &[(usize, BlockKind)],
        known: u32,
    ) -> Option<()> {
        let article = corpus.article(id)?;
        let mut blocks = article.blocks().to_vec();
        let from = article.title_from();
        let title = article.title_span().map(|span| Title { span, from });
        let title = roles::apply(article.text(), &mut blocks, title, said, REASONS[0]);
        let old = corpus.pack.item(Section::BlockOffsets, Section::Blocks, id.0);
        let written = blocks_written(old, article.blocks(), &blocks, known)?;
        let words = roles::clean_words(article.text(), &blocks);
        let old = corpus.pack.item(Section::RecordOffsets, Section::Records, id.0);
        let record = record_written(old, words, title)?;
        self.blocks.bytes.extend(written);
        self.blocks.end_item();
        self.records.bytes.extend(record);
        self.records.end_item();
        self.place_mentions(corpus, &article, &blocks);
        if matches!(article.holds(), Holds::Nothing(_)) && roles::says_article(said) {
            let at = 4 * id.0 as usize;
            self.findings[at..at + 4].fill(0);
        }
        Some(())
    }

    /// Writes anew where each mention stands: one byte of each.
    fn place_mentions(&mut self, corpus: &Corpus, article: &Article<'_>, blocks: &[Block]) {
        let id = article.id().0;
        let start = u32_at(corpus.pack.section(Section::MentionOffsets), id as usize);
        let start = start.unwrap_or(0) as usize;
        let bytes = corpus.pack.item(Section::MentionOffsets, Section::Mentions, id);
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

/// Blocks as a pack holds them; those that did not change keep their reasons.
fn blocks_written(bytes: &[u8], old: &[Block], new: &[Block], known: u32) -> Option<Vec<u8>> {
    let mut cursor = Cursor::new(bytes);
    let (mut out, mut end) = (Vec::new(), 0);
    for (old, new) in old.iter().zip(new) {
        (0..3).try_for_each(|_| cursor.varint().map(|_| ()))?;
        let reason = cursor.number()?;
        let added = REASONS.iter().position(|r| *r == new.reason && old.reason != new.reason);
        let reason = added.map_or(reason, |n| known + n as u32);
        end = put_gap(&mut out, end, new.span);
        put_varint(&mut out, new.kind as u64 | u64::from(new.duplicate) << 4);
        put_varint(&mut out, u64::from(reason));
    }
    Some(out)
}

/// A record with other words and another title.
fn record_written(bytes: &[u8], words: u32, title: Option<Title>) -> Option<Vec<u8>> {
    const { assert!(VERSION == 1, "follows the record of version 1") };
    let mut cursor = Cursor::new(bytes);
    let mut out = Vec::with_capacity(bytes.len() + 8);
    put_str(&mut out, cursor.str()?);
    put_varint(&mut out, cursor.varint()?);
    cursor.varint()?;
    put_varint(&mut out, u64::from(words));
    let skip_span = |cursor: &mut Cursor<'_>| match cursor.varint()? {
        0 => Some(()),
        _ => cursor.varint().map(|_| ()),
    };
    skip_span(&mut cursor)?;
    put_span(&mut out, title.map(|t| t.span));
    let from = bytes.len() - cursor.left();
    (0..4).try_for_each(|_| skip_span(&mut cursor))?;
    out.extend_from_slice(bytes.get(from..bytes.len() - cursor.left())?);
    cursor.byte()?;
    out.push(u8::from(title.is_some_and(|t| t.from == TitleFrom::FirstSentence)));
    out.extend_from_slice(cursor.take(cursor.left())?);
    Some(out)
}
