//! The record and the blocks of one article: what a pack holds of it besides its text,
//! mentions, date and fields. Encoded and decoded here and nowhere else.

use crate::pack::spans::{Limit, Spans, put_gap, put_optional, take_optional};
use crate::pack::strings::{StringWriter, Strings};
use dateline_reading::{Block, BlockKind, MentionedDate, Title, TitleFrom};
use dateline_text::Span;
use dateline_text::bytes::{Cursor, put_str, put_varint};
use serde::{Deserialize, Serialize};

/// A block that repeats another one has this bit beside its kind.
const DUPLICATE: u32 = 16;

/// What is known of an article, in one piece. `S` is a string and `D` the dates that the text
/// mentions: owned while an article is built, borrowed from the pack when it is read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Record<S = String, D = Vec<MentionedDate>> {
    /// The stable name: of the file, or the id of the record.
    pub(crate) name: S,
    /// Bytes of the text as received; behind them stands what the publisher added.
    pub(crate) raw_len: usize,
    /// Words of the clean text.
    pub(crate) words: u32,
    pub(crate) title: Option<Title>,
    pub(crate) kicker: Option<Span>,
    /// The publication.
    pub(crate) source: Option<Span>,
    pub(crate) byline: Option<Span>,
    /// The date of publication as it is printed.
    pub(crate) printed: Option<Span>,
    /// How the date is known, in words.
    pub(crate) evidence: S,
    /// The address of the original, or empty.
    pub(crate) url: S,
    /// A BCP 47 tag, or empty.
    pub(crate) language: S,
    pub(crate) dates: D,
}

/// The record of an article in a pack.
pub(crate) type PackedRecord<'c> = Record<&'c str, PackedDates<'c>>;

impl<S: AsRef<str>, D: Dates> Record<S, D> {
    /// Appends the record as a pack holds it.
    pub(crate) fn encode(&self, strings: &mut StringWriter, out: &mut Vec<u8>) {
        put_str(out, self.name.as_ref());
        put_varint(out, self.raw_len as u64);
        put_varint(out, u64::from(self.words));
        let title = self.title.map(|t| t.span);
        for span in [title, self.kicker, self.source, self.byline, self.printed] {
            put_optional(out, span);
        }
        out.push(u8::from(self.title.is_some_and(|t| t.from == TitleFrom::FirstSentence)));
        for text in [&self.evidence, &self.url, &self.language] {
            put_varint(out, u64::from(strings.number(text.as_ref())));
        }
        put_varint(out, self.dates.count() as u64);
        let mut end = 0;
        self.dates.each(|span, iso| {
            end = put_gap(out, end, span);
            put_varint(out, u64::from(strings.number(iso)));
        });
    }
}

impl<'c> PackedRecord<'c> {
    /// The record in these bytes. `None` when they are damaged.
    pub(crate) fn decode(bytes: &'c [u8], strings: Strings<'c>) -> Option<PackedRecord<'c>> {
        let mut cursor = Cursor::new(bytes);
        let name = cursor.str()?;
        let raw_len = cursor.number()? as usize;
        let words = cursor.number()?;
        let mut span = || take_optional(&mut cursor);
        let [title, kicker, source, byline, printed] =
            [span()?, span()?, span()?, span()?, span()?];
        let from = match cursor.byte()? {
            0 => TitleFrom::Headline,
            _ => TitleFrom::FirstSentence,
        };
        let title = title.map(|span| Title { span, from });
        let mut string = || cursor.number().filter(|n| strings.has(*n)).map(|n| strings.get(n));
        let (evidence, url, language) = (string()?, string()?, string()?);
        let count = cursor.count(3)?;
        let dates =
            PackedDates { count, bytes: cursor.take(cursor.left())?, strings: Some(strings) };
        Some(Record {
            name,
            raw_len,
            words,
            title,
            kicker,
            source,
            byline,
            printed,
            evidence,
            url,
            language,
            dates,
        })
    }

    /// The record with strings of its own.
    pub(crate) fn to_owned(&self) -> Record {
        Record {
            name: self.name.to_owned(),
            raw_len: self.raw_len,
            words: self.words,
            title: self.title,
            kicker: self.kicker,
            source: self.source,
            byline: self.byline,
            printed: self.printed,
            evidence: self.evidence.to_owned(),
            url: self.url.to_owned(),
            language: self.language.to_owned(),
            dates: self.dates.within(Limit::None).collect(),
        }
    }
}

impl Record {
    /// Everything in the text that the record points at.
    pub(crate) fn spans(&self) -> Vec<Span> {
        let title = self.title.map(|t| t.span);
        let named = [title, self.kicker, self.source, self.byline, self.printed];
        named.into_iter().flatten().chain(self.dates.iter().map(|d| d.span)).collect()
    }
}

/// The name in the record that these bytes hold.
pub(crate) fn name_in(record: &[u8]) -> Option<&str> {
    Cursor::new(record).str()
}

/// The dates that a text mentions, in order.
pub(crate) trait Dates {
    fn count(&self) -> usize;
    /// Gives each with its ISO 8601 form, which is empty where it is not known.
    fn each(&self, give: impl FnMut(Span, &str));
}

impl Dates for Vec<MentionedDate> {
    fn count(&self) -> usize {
        self.len()
    }

    fn each(&self, mut give: impl FnMut(Span, &str)) {
        self.iter().for_each(|date| give(date.span, date.iso.as_deref().unwrap_or("")));
    }
}

/// The dates that a text mentions, as its record holds them: gap, length and number of the
/// ISO 8601 form each.
#[derive(Clone, Copy, Default)]
pub(crate) struct PackedDates<'c> {
    count: usize,
    bytes: &'c [u8],
    /// `None` where there are none.
    strings: Option<Strings<'c>>,
}

impl<'c> PackedDates<'c> {
    pub(crate) fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// The dates whose spans fit a text, up to the first that does not.
    pub(crate) fn within(self, limit: Limit<'c>) -> impl Iterator<Item = MentionedDate> + use<'c> {
        let mut spans = Spans::new(self.bytes, limit);
        std::iter::from_fn(move || {
            let span = spans.next()?;
            let iso = self.strings?.get(spans.cursor.number()?);
            Some(MentionedDate { span, iso: (!iso.is_empty()).then(|| iso.to_owned()) })
        })
    }
}

impl Dates for PackedDates<'_> {
    fn count(&self) -> usize {
        self.count
    }

    fn each(&self, mut give: impl FnMut(Span, &str)) {
        let dates = self.within(Limit::None);
        dates.for_each(|date| give(date.span, date.iso.as_deref().unwrap_or("")));
    }
}

/// Appends the blocks of an article as a pack holds them.
pub(crate) fn put_blocks(blocks: &[Block], strings: &mut StringWriter, out: &mut Vec<u8>) {
    let mut end = 0;
    for block in blocks {
        end = put_gap(out, end, block.span);
        let duplicate = if block.duplicate { DUPLICATE } else { 0 };
        put_varint(out, u64::from(block.kind as u32 | duplicate));
        put_varint(out, u64::from(strings.number(&block.reason)));
    }
}

/// The blocks that [`put_blocks`] wrote whose spans fit a text, up to the first that does not.
pub(crate) fn blocks<'c>(
    bytes: &'c [u8],
    limit: Limit<'c>,
    strings: Strings<'c>,
) -> impl Iterator<Item = Block> + use<'c> {
    let mut spans = Spans::new(bytes, limit);
    std::iter::from_fn(move || {
        let (block, reason) = next_block(&mut spans)?;
        Some(Block { reason: strings.get(reason).to_owned(), ..block })
    })
}

/// The next block, without its reason, and the number of that.
fn next_block(spans: &mut Spans<'_>) -> Option<(Block, u32)> {
    let span = spans.next()?;
    let class = spans.cursor.number()?;
    let reason = spans.cursor.number()?;
    let duplicate = class & DUPLICATE != 0;
    let kind = *BlockKind::ALL.get((class & !DUPLICATE) as usize)?;
    Some((Block { span, kind, duplicate, reason: String::new() }, reason))
}

/// Checks that these bytes are whole blocks of a text, which come to `out` without their
/// reasons.
pub(crate) fn check_blocks(
    bytes: &[u8],
    limit: Limit<'_>,
    strings: Strings<'_>,
    out: &mut Vec<Block>,
) -> Option<()> {
    let mut spans = Spans::new(bytes, limit);
    while spans.cursor.left() > 0 {
        let (block, reason) = next_block(&mut spans)?;
        strings.has(reason).then_some(())?;
        out.push(block);
    }
    Some(())
}

impl PackedRecord<'_> {
    /// Checks that what the record claims fits a text of `length` bytes, and that these bytes
    /// are all of it.
    pub(crate) fn check(
        bytes: &[u8],
        limit: Limit<'_>,
        length: usize,
        strings: Strings<'_>,
    ) -> Option<()> {
        let record = PackedRecord::decode(bytes, strings)?;
        let spans = [record.title.map(|t| t.span), record.kicker, record.source, record.byline];
        let fit = spans.iter().chain([&record.printed]).flatten().all(|span| limit.fits(*span));
        let raw = u32::try_from(record.raw_len).ok()?;
        let raw_fits = record.raw_len <= length && limit.fits(Span { start: 0, end: raw });
        let mut dates = Spans::new(record.dates.bytes, limit);
        for _ in 0..record.dates.count {
            dates.next()?;
            strings.has(dates.cursor.number()?).then_some(())?;
        }
        (fit && raw_fits && dates.cursor.left() == 0).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::strings::StringTable;

    fn strings(writer: StringWriter) -> (StringTable, Vec<u8>) {
        let section = writer.finish();
        (StringTable::open(&section).expect("strings"), section)
    }

    fn record() -> Record {
        let span = |start, end| Some(Span { start, end });
        Record {
            name: "né.txt".to_owned(),
            raw_len: 300,
            words: 41,
            title: Some(Title { span: Span { start: 0, end: 9 }, from: TitleFrom::FirstSentence }),
            kicker: span(10, 12),
            source: None,
            byline: span(20, 31),
            printed: span(0, 0),
            evidence: "printed below the title".to_owned(),
            url: String::new(),
            language: "fr".to_owned(),
            dates: vec![
                MentionedDate { span: Span { start: 40, end: 44 }, iso: Some("2021".to_owned()) },
                MentionedDate { span: Span { start: 44, end: 50 }, iso: None },
            ],
        }
    }

    #[test]
    fn a_record_goes_round_and_is_refused_when_it_is_cut() {
        let (mut writer, mut bytes) = (StringWriter::default(), Vec::new());
        record().encode(&mut writer, &mut bytes);
        let (table, section) = strings(writer);
        let strings = Strings { table: &table, section: &section };
        let packed = Record::decode(&bytes, strings).expect("a record");
        assert_eq!(format!("{:?}", packed.to_owned()), format!("{:?}", record()));
        let (mut writer, mut again) = (StringWriter::reopen(strings), Vec::new());
        packed.encode(&mut writer, &mut again);
        assert_eq!((again, writer.finish()), (bytes.clone(), section.clone()));
        let dates_begin = bytes.len() - 6;
        for length in 0..dates_begin {
            assert!(Record::decode(&bytes[..length], strings).is_none(), "{length} bytes");
        }
    }

    #[test]
    fn blocks_go_round() {
        let block = |start, end, kind, duplicate| Block {
            span: Span { start, end },
            kind,
            duplicate,
            reason: format!("{kind:?}"),
        };
        let mut at = 0;
        let every = BlockKind::ALL.map(|kind| {
            at += 7;
            block(at, at + 5, kind, at % 2 == 0)
        });
        let (mut writer, mut bytes) = (StringWriter::default(), Vec::new());
        put_blocks(&every, &mut writer, &mut bytes);
        let (table, section) = strings(writer);
        let strings = Strings { table: &table, section: &section };
        assert_eq!(blocks(&bytes, Limit::None, strings).collect::<Vec<_>>(), every);
        let fits = blocks(&bytes, Limit::Length(30), strings).count();
        assert_eq!(fits, 3, "the fourth ends beyond the text");
    }
}
