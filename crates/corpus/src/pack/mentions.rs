//! Mentions as a pack holds them, written and read: gap, length and country, class, rule; and
//! what stays ambiguous: gap, length, the candidates.

use crate::mention::{Class, Mention, Standing, Weight};
use crate::pack::format::Section;
use crate::pack::spans::{Limit, Spans, put_gap};
use crate::pack::strings::{StringWriter, Strings};
use crate::pack::write::{List, Sections};
use dateline_countries::{
    Ambiguous, Annotations, Country, Gazetteer, Language, Options, Prepared as Corrected,
    annotations_with,
};
use dateline_reading::Block;
use dateline_text::bytes::{Cursor, put_varint};
use dateline_text::{Span, on_one_line};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The text with the line ends inside its blocks as spaces, in as many bytes: names go on over
/// them.
pub(crate) fn lines_joined<'t>(text: &'t str, blocks: &[Block]) -> Cow<'t, str> {
    let mut out = String::new();
    let mut end = 0;
    for span in blocks.iter().map(|block| block.span) {
        if let Cow::Owned(joined) = on_one_line(span.of(text)) {
            out.push_str(&text[end..span.start as usize]);
            out.push_str(&joined);
            end = span.end as usize;
        }
    }
    if end == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[end..]);
    Cow::Owned(out)
}

/// The mentions in one article.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Annotated {
    found: Annotations,
    places: Vec<(Standing, Weight)>,
}

impl Annotated {
    /// Annotates a text with its blocks, in a language or in the one that it seems
    /// to have.
    pub(crate) fn new(
        text: &str,
        blocks: &[Block],
        language: Option<Language>,
        corrections: Option<&Corrected>,
    ) -> Annotated {
        let spans: Vec<Span> = blocks.iter().map(|b| b.span).collect();
        let options = Options { corrections, language };
        let text = lines_joined(text, blocks);
        let found = annotations_with(Gazetteer::embedded(), &text, &spans, &options);
        Annotated::found(found, blocks)
    }

    /// The mentions, in the blocks of its text.
    pub(crate) fn found(found: Annotations, blocks: &[Block]) -> Annotated {
        let mut annotated = Annotated { found, places: Vec::new() };
        annotated.place(blocks);
        annotated
    }

    /// The spans of all mentions, in order.
    pub(crate) fn spans(&self) -> Vec<Span> {
        self.found.mentions.iter().map(|m| m.span).collect()
    }

    /// Keeps of each mention what is counted: spans fit an empty text afterwards.
    pub(crate) fn without_text(&mut self) {
        self.found.ambiguous.clear();
        self.found.mentions.iter_mut().for_each(|m| m.span = Span::new(0, 0));
    }

    /// Tells each mention the block that it stands in; again when roles changed.
    pub(crate) fn place(&mut self, blocks: &[Block]) {
        let place = |span| (Standing::of_span(blocks, span), Weight::of_span(blocks, span));
        self.places = self.found.mentions.iter().map(|m| place(m.span)).collect();
    }
}

/// The mentions of a corpus on their way into a pack.
#[derive(Default)]
pub(crate) struct MentionWriter {
    countries: Vec<Country>,
    mentions: List,
    ambiguous: List,
}

impl MentionWriter {
    /// Adds the next article's.
    pub(crate) fn push(&mut self, article: &Annotated, strings: &mut StringWriter) {
        let mut end = 0;
        for (mention, (standing, weight)) in article.found.mentions.iter().zip(&article.places) {
            let country = self.number(mention.country);
            let out = &mut self.mentions.bytes;
            end = put_gap(out, end, mention.span);
            put_varint(out, country);
            out.push(Class::new(mention.kind, mention.in_name, *standing, *weight).0);
            put_varint(out, u64::from(strings.number(&mention.rule)));
        }
        self.mentions.end_item();
        end = 0;
        for ambiguous in &article.found.ambiguous {
            let candidates: Vec<u64> =
                ambiguous.candidates.iter().map(|c| self.number(*c)).collect();
            let out = &mut self.ambiguous.bytes;
            end = put_gap(out, end, ambiguous.span);
            put_varint(out, candidates.len() as u64);
            candidates.into_iter().for_each(|c| put_varint(out, c));
        }
        self.ambiguous.end_item();
    }

    fn number(&mut self, country: Country) -> u64 {
        let known = self.countries.iter().position(|c| *c == country);
        known.unwrap_or_else(|| {
            self.countries.push(country);
            self.countries.len() - 1
        }) as u64
    }

    /// The sections. `None` when they do not fit 32 bits.
    pub(crate) fn finish(self) -> Option<Sections> {
        let codes = self.countries.iter().flat_map(|c| c.code().bytes()).collect();
        let (mention_offsets, mentions) = self.mentions.finish()?;
        let (ambiguous_offsets, ambiguous) = self.ambiguous.finish()?;
        Some(vec![
            (Section::Countries, codes),
            (Section::MentionOffsets, mention_offsets),
            (Section::Mentions, mentions),
            (Section::AmbiguousOffsets, ambiguous_offsets),
            (Section::Ambiguous, ambiguous),
        ])
    }
}

/// The countries of a pack by number, from their section. `None` is one that this program does
/// not know, in its letters.
pub(crate) fn countries(section: &[u8]) -> Result<Vec<Country>, String> {
    let country = |code: &[u8]| {
        let letters = String::from_utf8_lossy(code);
        Country::from_code(&letters).ok_or_else(|| format!("the country {letters:?}"))
    };
    section.chunks_exact(2).map(country).collect()
}

/// The meanings of the numbers in mentions.
#[derive(Clone, Copy)]
pub(crate) struct Names<'c> {
    pub(crate) countries: &'c [Country],
    pub(crate) strings: Strings<'c>,
}

/// A mention as it is packed: its span, country number, class and the number of its rule.
type Packed = (Span, u32, Class, u32);

fn next_mention(spans: &mut Spans<'_>) -> Option<Packed> {
    let span = spans.next()?;
    let country = spans.cursor.number()?;
    Some((span, country, Class(spans.cursor.byte()?), spans.cursor.number()?))
}

/// The mentions of an article whose spans fit its text, decoded as they are asked for, up to
/// the first that does not.
pub(crate) fn mentions<'c>(
    bytes: &'c [u8],
    limit: Limit<'c>,
    names: Names<'c>,
) -> impl Iterator<Item = Mention<'c>> + use<'c> {
    let mut spans = Spans::new(bytes, limit);
    std::iter::from_fn(move || {
        let (span, country, class, rule) = next_mention(&mut spans)?;
        Some(Mention {
            span,
            country: *names.countries.get(country as usize)?,
            kind: class.kind(),
            in_name: class.in_name(),
            standing: class.standing(),
            weight: class.weight(),
            rule: names.strings.get(rule),
        })
    })
}

/// Country number and class of each mention: all that counting needs.
pub(crate) fn mention_keys(
    bytes: &[u8],
    countries: usize,
) -> impl Iterator<Item = (u16, u8)> + use<'_> {
    let mut spans = Spans::new(bytes, Limit::None);
    std::iter::from_fn(move || {
        let (_, country, class, _) = next_mention(&mut spans)?;
        ((country as usize) < countries).then_some((country as u16, class.0))
    })
}

/// Checks that these bytes are whole mentions of a text, each of the class that follows from
/// the block it stands in, so that every count equals its marks.
pub(crate) fn check_mentions(
    bytes: &[u8],
    limit: Limit<'_>,
    names: Names<'_>,
    blocks: &[Block],
) -> Option<()> {
    let mut spans = Spans::new(bytes, limit);
    while spans.cursor.left() > 0 {
        let (span, country, class, rule) = next_mention(&mut spans)?;
        let (standing, weight) = (Standing::of_span(blocks, span), Weight::of_span(blocks, span));
        let placed = Class::new(class.kind(), class.in_name(), standing, weight);
        let known = (country as usize) < names.countries.len() && names.strings.has(rule);
        (known && class == placed).then_some(())?;
    }
    Some(())
}

/// Checks that these bytes are whole ambiguous words of a text.
pub(crate) fn check_ambiguous(bytes: &[u8], limit: Limit<'_>, countries: usize) -> Option<()> {
    let mut spans = Spans::new(bytes, limit);
    while spans.cursor.left() > 0 {
        spans.next()?;
        for _ in 0..spans.cursor.count(1)? {
            ((spans.cursor.number()? as usize) < countries).then_some(())?;
        }
    }
    Some(())
}

/// The words of an article that may name several countries.
pub(crate) fn ambiguous<'c>(
    bytes: &'c [u8],
    limit: Limit<'c>,
    countries: &'c [Country],
) -> impl Iterator<Item = Ambiguous> + use<'c> {
    let mut spans = Spans::new(bytes, limit);
    std::iter::from_fn(move || {
        let span = spans.next()?;
        let count = spans.cursor.count(1)?;
        let numbers = (0..count).map(|_| spans.cursor.number());
        let country = |n: Option<u32>| countries.get(n? as usize).copied();
        Some(Ambiguous { span, candidates: numbers.map(country).collect::<Option<Vec<_>>>()? })
    })
}

/// Writes anew in which block each mention of an article stands: the class, one byte of each.
pub(crate) fn place_again(bytes: &mut [u8], blocks: &[Block]) {
    let mut end = 0;
    let mut at = 0;
    while let Some((span, class, next)) = class_at(bytes, at, end) {
        let old = Class(bytes[class]);
        let (standing, weight) = (Standing::of_span(blocks, span), Weight::of_span(blocks, span));
        bytes[class] = Class::new(old.kind(), old.in_name(), standing, weight).0;
        (at, end) = (next, span.end);
    }
}

/// The span of the mention at byte `at`, the place of its class, and that of the next mention.
fn class_at(bytes: &[u8], at: usize, end: u32) -> Option<(Span, usize, usize)> {
    let mut cursor = Cursor::new(bytes.get(at..)?);
    let start = end.checked_add(cursor.number()?)?;
    let span = Span { start, end: start.checked_add(cursor.number()?)? };
    cursor.number()?;
    let class = bytes.len() - cursor.left();
    cursor.byte()?;
    cursor.number()?;
    Some((span, class, bytes.len() - cursor.left()))
}
