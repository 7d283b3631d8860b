//! An article as the search sees it: its raw text and the zones in it.

use dateline_text::Span;

/// A part of an article that can be searched by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Headline and kicker.
    Title,
    /// The article proper: lead, paragraphs, headings, quotes, captions.
    Body,
    /// Who wrote it, as printed.
    Byline,
    /// Who published it, as printed.
    Source,
    /// Furniture, repeats, tables of contents: searched only with `in:hidden`.
    Hidden,
}

impl Zone {
    /// Every zone, in the order in which the index stores them.
    pub const ALL: [Zone; 5] = [Zone::Title, Zone::Body, Zone::Byline, Zone::Source, Zone::Hidden];

    /// The name that stands after `in:`.
    pub fn name(self) -> &'static str {
        match self {
            Zone::Title => "title",
            Zone::Body => "body",
            Zone::Byline => "byline",
            Zone::Source => "source",
            Zone::Hidden => "hidden",
        }
    }

    /// The zone that is called `name`, in any case.
    pub fn named(name: &str) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.name().eq_ignore_ascii_case(name))
    }

    /// Whether words are looked for here when the query names no zone.
    pub fn is_default(self) -> bool {
        matches!(self, Zone::Title | Zone::Body)
    }
}

/// An article as the search sees it. `zones` are byte spans into `raw`, in the
/// order of the text and without overlap; what lies in no zone is not searched.
///
/// All `Body` spans of a document form one stream of words: a phrase may cross
/// from one paragraph to the next, also around a hidden block. Every other span
/// stands alone.
#[derive(Clone, Copy, Debug)]
pub struct Document<'t> {
    /// The text exactly as received.
    pub raw: &'t str,
    /// Which parts of it are what.
    pub zones: &'t [(Zone, Span)],
}
