//! The sections of a pack: articles in, in order, bytes out.

use crate::build::spool::Store;
use crate::pack::fields::ColumnWriter;
use crate::pack::format::Section;
use crate::pack::mentions::MentionWriter;
use crate::pack::record::put_blocks;
use crate::pack::strings::StringWriter;
use crate::pack::write::List;
use crate::{ArticleId, BuildError, ContextsOnly, Date, Prepared};
use dateline_text::bytes::put_varint;
use std::collections::BTreeMap;

/// Sections with their bytes, which may lie in a spool.
pub(crate) type Stored = Vec<(Section, Store)>;

/// The sections of a pack that describe articles, all but their texts.
#[derive(Default)]
pub(crate) struct SectionWriter {
    strings: StringWriter,
    records: List,
    blocks: List,
    mentions: MentionWriter,
    dates: Vec<u8>,
    source: ColumnWriter,
    fields: BTreeMap<String, ColumnWriter>,
    findings: Vec<u32>,
}

impl SectionWriter {
    /// Adds the next article; `source` is the name of its publication, or empty.
    pub(crate) fn push(&mut self, article: &Prepared, source: &str) {
        let id = ArticleId(self.findings.len() as u32);
        article.record.encode(&mut self.strings, &mut self.records.bytes);
        self.records.end_item();
        put_blocks(&article.blocks, &mut self.strings, &mut self.blocks.bytes);
        self.blocks.end_item();
        self.mentions.push(&article.annotated, &mut self.strings);
        self.dates.extend_from_slice(&Date::packed(article.date).to_le_bytes());
        self.findings.push(article.content.packed(&mut self.strings));
        self.source.push(id, Some(source.to_owned()).into_iter());
        for (name, values) in &article.fields {
            let values = values.iter().map(|v| v.trim().to_owned());
            self.fields.entry(name.clone()).or_default().push(id, values);
        }
    }

    /// The sections in the order of a pack. `meta` and the texts with their ends come
    /// from elsewhere.
    pub(crate) fn finish(
        self,
        meta: Vec<u8>,
        (texts, text_ends): (Store, Vec<u32>),
        contexts: Option<ContextsOnly>,
    ) -> Result<Stored, BuildError> {
        let articles = self.findings.len() as u32;
        let too_large = || BuildError::TooLarge;
        let mut fields = Vec::new();
        let (rare, others): (Vec<_>, Vec<_>) =
            self.fields.into_iter().partition(|(_, column)| column.is_rare(articles));
        put_varint(&mut fields, 1 + others.len() as u64);
        self.source.write("source", articles, &mut fields);
        for (name, column) in others {
            column.write(&name, articles, &mut fields);
        }
        let offsets = [0].into_iter().chain(text_ends).flat_map(u32::to_le_bytes).collect();
        let (record_offsets, records) = self.records.finish().ok_or_else(too_large)?;
        let (block_offsets, blocks) = self.blocks.finish().ok_or_else(too_large)?;
        let mut sections = vec![
            (Section::Meta, meta),
            (Section::Strings, self.strings.finish()),
            (Section::TextOffsets, offsets),
            (Section::RecordOffsets, record_offsets),
            (Section::Records, records),
            (Section::BlockOffsets, block_offsets),
            (Section::Blocks, blocks),
            (Section::Dates, self.dates),
            (Section::Fields, fields),
        ];
        if !rare.is_empty() {
            let mut fields = Vec::new();
            put_varint(&mut fields, rare.len() as u64);
            rare.iter().for_each(|(name, column)| column.write_rare(name, &mut fields));
            sections.push((Section::RareFields, fields));
        }
        if let Some(contexts) = contexts {
            let words = (contexts.words() as u32).to_le_bytes();
            sections.push((Section::Withheld, words.to_vec()));
        }
        if self.findings.iter().any(|f| *f != 0) {
            let findings = self.findings.iter().flat_map(|f| f.to_le_bytes()).collect();
            sections.push((Section::Findings, findings));
        }
        sections.extend(self.mentions.finish().ok_or_else(too_large)?);
        let stored = sections.into_iter().map(|(section, bytes)| (section, bytes.into()));
        let mut stored: Stored = stored.chain([(Section::Text, texts)]).collect();
        stored.sort_by_key(|(section, _)| *section as usize);
        Ok(stored)
    }
}
