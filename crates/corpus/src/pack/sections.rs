//! The sections of a pack: articles in, in order, bytes out.

use crate::build::spool::Store;
use crate::pack::format::Section;
use crate::pack::mentions::MentionWriter;
use crate::pack::write::{List, Strings, put_gap};
use crate::{ArticleId, BuildError, ContextsOnly, Date, Prepared};
use dateline_reading::{Finding, TitleFrom};
use dateline_text::Span;
use dateline_text::bytes::{put_str, put_varint};
use std::collections::BTreeMap;

/// Sections with their bytes, which may lie in a spool.
pub(crate) type Stored = Vec<(Section, Store)>;

/// What is written of each article but its text.
#[derive(Default)]
pub(crate) struct SectionWriter {
    strings: Strings,
    records: List,
    blocks: List,
    mentions: MentionWriter,
    dates: Vec<u8>,
    source: FieldColumn,
    fields: BTreeMap<String, FieldColumn>,
    findings: Vec<u32>,
}

impl SectionWriter {
    /// Adds the next article; `source` is the name of its publication, or empty.
    pub(crate) fn push(&mut self, article: &Prepared, source: &str) {
        let id = ArticleId(self.findings.len() as u32);
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
        put_varint(&mut fields, 1 + self.fields.len() as u64);
        self.source.write("source", articles, &mut fields);
        for (name, column) in self.fields {
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
pub(crate) struct FieldColumn {
    rows: Vec<(ArticleId, Vec<String>)>,
}

impl FieldColumn {
    /// Adds the values of the next article.
    pub(crate) fn push(&mut self, id: ArticleId, values: impl Iterator<Item = String>) {
        let mut values: Vec<String> = values.filter(|v| !v.is_empty()).collect();
        values.sort_unstable();
        values.dedup();
        if !values.is_empty() {
            self.rows.push((id, values));
        }
    }

    /// Writes the column of so many articles.
    pub(crate) fn write(&self, name: &str, articles: u32, out: &mut Vec<u8>) {
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
