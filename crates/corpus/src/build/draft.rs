//! Prepared articles as bytes, so that an interrupted build need not read and annotate
//! them again. No format for others: what another version wrote is not read.

use crate::pack::mentions::Annotated;
use crate::pack::sections::put_span;
use crate::{Date, Prepared};
use dateline_countries::{Ambiguous, Annotations, Country, Kind, Mention};
use dateline_reading::{Block, BlockKind, Finding, LineKeys, MentionedDate, Title, TitleFrom};
use dateline_text::Span;
use dateline_text::bytes::{Cursor, put_str, put_varint};

impl Prepared {
    /// The article as bytes for [`Prepared::from_bytes`] of the same program.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.text.len() + 1024);
        put_str(&mut out, &self.text);
        self.put_layout(&mut out);
        out
    }

    /// The article that [`Prepared::to_bytes`] wrote; `None` for other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Prepared> {
        let from = &mut Cursor::new(bytes);
        let text = from.str()?.to_owned();
        let article = Prepared::read_layout(from, text)?;
        (from.left() == 0 && article.raw_len <= article.text.len()).then_some(article)
    }

    /// Appends everything but the text.
    pub(crate) fn put_layout(&self, out: &mut Vec<u8>) {
        put_str(out, &self.name);
        put_varint(out, self.raw_len as u64);
        list(out, &self.blocks, |out, block| {
            span(out, block.span);
            put_varint(out, block.kind as u64 | u64::from(block.duplicate) << 4);
            put_str(out, &block.reason);
        });
        let first = self.title.is_some_and(|t| t.from == TitleFrom::FirstSentence);
        out.push(u8::from(first));
        let title = self.title.map(|t| t.span);
        for found in [title, self.kicker, self.source, self.byline, self.printed] {
            put_span(out, found);
        }
        put_varint(out, u64::from(Date::packed(self.date)));
        put_str(out, &self.evidence);
        list(out, &self.spoken_dates, |out, date| {
            span(out, date.span);
            put_str(out, date.iso.as_deref().unwrap_or(""));
        });
        put_str(out, self.url.as_deref().unwrap_or(""));
        put_str(out, self.language.as_deref().unwrap_or(""));
        put_varint(out, u64::from(self.words));
        let found = self.annotated.as_found();
        list(out, &found.mentions, |out, mention| {
            span(out, mention.span);
            put_str(out, mention.country.code());
            out.push(mention.kind as u8 | u8::from(mention.in_name) << 4);
            put_str(out, &mention.rule);
        });
        list(out, &found.ambiguous, |out, ambiguous| {
            span(out, ambiguous.span);
            list(out, &ambiguous.candidates, |out, country| put_str(out, country.code()));
        });
        list(out, &self.said, |out, (block, kind)| {
            put_varint(out, *block as u64);
            out.push(*kind as u8);
        });
        list(out, &self.fields, |out, (name, values)| {
            put_str(out, name);
            list(out, values, |out, value| put_str(out, value));
        });
        match &self.finding {
            Finding::Article => out.push(0),
            Finding::Several(headlines) => {
                out.push(1);
                list(out, headlines, |out, headline| span(out, *headline));
            }
            Finding::None(what) => {
                out.push(2);
                put_str(out, what);
            }
        }
        out.push(u8::from(self.lines.is_some()));
        let lines = self.lines.as_ref().map_or(&[][..], LineKeys::as_slice);
        list(out, lines, |out, key| out.extend_from_slice(&key.to_le_bytes()));
        put_str(out, &self.declared);
    }

    /// What [`Prepared::put_layout`] wrote, with its text, or with an empty one where
    /// none is needed.
    pub(crate) fn read_layout(from: &mut Cursor<'_>, text: String) -> Option<Prepared> {
        let name = from.str()?.to_owned();
        let raw_len = from.number()? as usize;
        let blocks = read(from, |from| {
            let span = read_span(from)?;
            let class = from.number()?;
            let kind = *BlockKind::ALL.get(class as usize & 15)?;
            let reason = from.str()?.to_owned();
            Some(Block { span, kind, duplicate: class & 16 != 0, reason })
        })?;
        let title_from = match from.byte()? {
            0 => TitleFrom::Headline,
            _ => TitleFrom::FirstSentence,
        };
        let title = found(from)?.map(|span| Title { span, from: title_from });
        let (kicker, source, byline) = (found(from)?, found(from)?, found(from)?);
        let printed = found(from)?;
        let date = Date::from_packed(from.number()?);
        let evidence = from.str()?.to_owned();
        let spoken_dates =
            read(from, |from| Some(MentionedDate { span: read_span(from)?, iso: said(from)? }))?;
        let (url, language) = (said(from)?, said(from)?);
        let words = from.number()?;
        let mentions = read(from, |from| {
            let (span, country, class) = (read_span(from)?, country(from)?, from.byte()?);
            let kind = *Kind::ALL.get(usize::from(class & 15))?;
            let rule = from.str()?.to_owned().into();
            Some(Mention { span, country, kind, in_name: class & 16 != 0, rule })
        })?;
        let ambiguous = read(from, |from| {
            Some(Ambiguous { span: read_span(from)?, candidates: read(from, country)? })
        })?;
        let kinds = read(from, |from| {
            let (block, kind) = (from.number()? as usize, from.byte()?);
            Some((block, *BlockKind::ALL.get(usize::from(kind))?))
        })?;
        let fields = read(from, |from| {
            let name = from.str()?.to_owned();
            Some((name, read(from, |from| from.str().map(str::to_owned))?))
        })?;
        let finding = match from.byte()? {
            0 => Finding::Article,
            1 => Finding::Several(read(from, read_span)?),
            2 => Finding::nothing_but(from.str()?)?,
            _ => return None,
        };
        let is_dump = from.byte()? == 1;
        let key = |from: &mut Cursor<'_>| Some(u64::from_le_bytes(*from.take(8)?.first_chunk()?));
        let lines = read(from, key)?;
        let lines = is_dump.then(|| lines.into_iter().collect());
        let declared = from.str()?.to_owned();
        let annotated = Annotated::found(Annotations { mentions, ambiguous }, &blocks);
        let empty = Prepared::empty(text);
        Some(Prepared {
            name,
            raw_len,
            blocks,
            title,
            kicker,
            source,
            byline,
            date,
            printed,
            evidence,
            spoken_dates,
            url,
            language,
            words,
            annotated,
            said: kinds,
            fields,
            finding,
            lines,
            declared,
            ..empty
        })
    }

    /// The lines of a dump, to be counted across the corpus.
    pub(crate) fn counted_lines(&self) -> LineKeys {
        LineKeys::new(self.source_name(), self.raw())
    }
}

fn span(out: &mut Vec<u8>, span: Span) {
    put_varint(out, u64::from(span.start));
    put_varint(out, span.len() as u64);
}

fn read_span(from: &mut Cursor<'_>) -> Option<Span> {
    let (start, length) = (from.number()? as usize, from.number()? as usize);
    Some(Span::new(start, start.checked_add(length)?))
}

/// A span that may be missing, as [`put_span`] writes it.
fn found(from: &mut Cursor<'_>) -> Option<Option<Span>> {
    let Some(start) = (from.number()? as usize).checked_sub(1) else { return Some(None) };
    let length = from.number()? as usize;
    Some(Some(Span::new(start, start.checked_add(length)?)))
}

/// A string that says nothing when it is empty.
fn said(from: &mut Cursor<'_>) -> Option<Option<String>> {
    Some(Some(from.str()?.to_owned()).filter(|s| !s.is_empty()))
}

fn country(from: &mut Cursor<'_>) -> Option<Country> {
    Country::from_code(from.str()?)
}

fn list<T>(out: &mut Vec<u8>, items: &[T], mut put: impl FnMut(&mut Vec<u8>, &T)) {
    put_varint(out, items.len() as u64);
    items.iter().for_each(|item| put(out, item));
}

fn read<T>(
    from: &mut Cursor<'_>,
    mut take: impl FnMut(&mut Cursor<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let count = from.number()?;
    (0..count).map(|_| take(from)).collect()
}
