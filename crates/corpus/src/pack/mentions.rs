//! Mentions as a pack holds them: written once, for builders and for corrections.

use crate::mention::{Class, Standing, Weight};
use crate::pack::format::Section;
use crate::pack::write::{List, Sections, Strings, put_gap};
use dateline_countries::{
    Annotations, Country, Gazetteer, Language, Options, Prepared as Corrected, annotations_with,
};
use dateline_reading::Block;
use dateline_text::Span;
use dateline_text::bytes::put_varint;

/// What the annotator found in one article.
#[derive(Clone, Debug, Default)]
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
        let found = annotations_with(Gazetteer::embedded(), text, &spans, &options);
        Annotated::found(found, blocks)
    }

    /// What was found, in the blocks of its text.
    pub(crate) fn found(found: Annotations, blocks: &[Block]) -> Annotated {
        let mut annotated = Annotated { found, places: Vec::new() };
        annotated.place(blocks);
        annotated
    }

    /// What was found.
    pub(crate) fn as_found(&self) -> &Annotations {
        &self.found
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
    pub(crate) fn push(&mut self, article: &Annotated, strings: &mut Strings) {
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
