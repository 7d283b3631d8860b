//! Writing a corpus anew where some of it changes: everything else is taken over as it is, byte
//! for byte.

use crate::pack::format::Section;
use crate::pack::mentions::place_again;
use crate::pack::record::{PackedRecord, put_blocks};
use crate::pack::strings::StringWriter;
use crate::pack::write::{List, Sections, assemble};
use crate::{ArticleId, BuildError, Corpus};
use dateline_reading::Block;
use dateline_text::bytes::u32_at;

/// A corpus on its way to another one.
pub(crate) struct Rewriting<'c> {
    corpus: &'c Corpus,
    /// The strings that sections name by number; more may be added.
    pub(crate) strings: StringWriter,
    sections: Sections,
}

impl<'c> Rewriting<'c> {
    /// The same corpus.
    pub(crate) fn new(corpus: &'c Corpus) -> Self {
        let strings = StringWriter::reopen(corpus.strings());
        Rewriting { corpus, strings, sections: Vec::new() }
    }

    /// Puts a section in the place of that of the corpus.
    pub(crate) fn set(&mut self, section: Section, bytes: Vec<u8>) {
        self.sections.push((section, bytes));
    }

    /// The other corpus.
    ///
    /// # Errors
    /// When the pack would become longer than 4 GiB.
    pub(crate) fn finish(self) -> Result<Corpus, BuildError> {
        let Rewriting { corpus, strings, mut sections } = self;
        sections.push((Section::Strings, strings.finish()));
        for section in Section::ALL {
            if !sections.iter().any(|(known, _)| *known == section) {
                sections.push((section, corpus.pack.section(section).to_vec()));
            }
        }
        sections.sort_by_key(|(section, _)| *section as usize);
        let pack = assemble(corpus.pack.articles(), &sections).ok_or(BuildError::TooLarge)?;
        Ok(Corpus::open_built(pack)?)
    }
}

/// The records and blocks of all articles on their way into another corpus.
pub(crate) struct Articles<'c> {
    corpus: &'c Corpus,
    records: List,
    blocks: List,
    mentions: Vec<u8>,
}

impl<'c> Articles<'c> {
    /// Begins with the first article.
    pub(crate) fn new(corpus: &'c Corpus) -> Self {
        let mentions = corpus.pack.section(Section::Mentions).to_vec();
        Articles { corpus, records: List::default(), blocks: List::default(), mentions }
    }

    /// Takes the next article over as it is.
    pub(crate) fn keep(&mut self, id: ArticleId) {
        let item = |offsets, list| self.corpus.pack.item(offsets, list, id.0);
        self.blocks.bytes.extend_from_slice(item(Section::BlockOffsets, Section::Blocks));
        self.blocks.end_item();
        self.records.bytes.extend_from_slice(item(Section::RecordOffsets, Section::Records));
        self.records.end_item();
    }

    /// Writes the next article with this record and these blocks; its mentions follow the
    /// blocks that they stand in.
    pub(crate) fn write(
        &mut self,
        id: ArticleId,
        record: &PackedRecord<'_>,
        blocks: &[Block],
        strings: &mut StringWriter,
    ) {
        put_blocks(blocks, strings, &mut self.blocks.bytes);
        self.blocks.end_item();
        record.encode(strings, &mut self.records.bytes);
        self.records.end_item();
        let offsets = self.corpus.pack.section(Section::MentionOffsets);
        let ends = u32_at(offsets, id.0 as usize).zip(u32_at(offsets, id.0 as usize + 1));
        let own = ends.and_then(|(a, b)| self.mentions.get_mut(a as usize..b as usize));
        place_again(own.unwrap_or_default(), blocks);
    }

    /// Puts all articles into the other corpus, once each was kept or written. The search
    /// index is built anew on the first query.
    ///
    /// # Errors
    /// When they are longer than 4 GiB.
    pub(crate) fn finish(self, new: &mut Rewriting<'_>) -> Result<(), BuildError> {
        let (block_offsets, blocks) = self.blocks.finish().ok_or(BuildError::TooLarge)?;
        let (record_offsets, records) = self.records.finish().ok_or(BuildError::TooLarge)?;
        new.sections.extend([
            (Section::BlockOffsets, block_offsets),
            (Section::Blocks, blocks),
            (Section::RecordOffsets, record_offsets),
            (Section::Records, records),
            (Section::Mentions, self.mentions),
            (Section::Index, Vec::new()),
        ]);
        Ok(())
    }
}
