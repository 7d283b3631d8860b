//! Articles as the search sees them: their text with its zones.

use crate::{Article, Counting, Standing};
use dateline_reading::BlockKind;
use dateline_search::Zone;
use dateline_text::Span;
use dateline_text::compact::sort_by;

/// Which text beside the clean text is searched like the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scope {
    pub(crate) repeats: bool,
    pub(crate) furniture: bool,
}

impl Scope {
    pub(crate) const COUNT: usize = 4;

    pub(crate) fn new(counting: &Counting) -> Scope {
        Scope { repeats: counting.repeats, furniture: counting.furniture }
    }

    /// A number under [`Scope::COUNT`].
    pub(crate) fn number(self) -> usize {
        usize::from(self.repeats) + 2 * usize::from(self.furniture)
    }

    fn includes(self, standing: Standing) -> bool {
        match standing {
            Standing::Clean => true,
            Standing::Repeat => self.repeats,
            Standing::Furniture => self.furniture,
        }
    }
}

/// The zones of an article in the order of its text. Hits can only lie in these.
pub(crate) fn zones(article: &Article<'_>, scope: Scope) -> Vec<(Zone, Span)> {
    let mut zones = Vec::with_capacity(article.blocks().len() + 3);
    // A title that is a sentence of the body is a zone of its own within it.
    let sentence = article
        .title_span()
        .filter(|_| article.title_from() == dateline_reading::TitleFrom::FirstSentence);
    for block in article.blocks() {
        let zone = match block.kind {
            _ if !scope.includes(Standing::of_block(block.kind, block.duplicate)) => Zone::Hidden,
            BlockKind::Title | BlockKind::Kicker => Zone::Title,
            BlockKind::Byline => Zone::Byline,
            BlockKind::Source => Zone::Source,
            BlockKind::Lead
            | BlockKind::Body
            | BlockKind::Heading
            | BlockKind::Dateline
            | BlockKind::Caption
            | BlockKind::Quote
            | BlockKind::Furniture
            | BlockKind::Repeat
            | BlockKind::Toc => Zone::Body,
        };
        match sentence.filter(|s| zone == Zone::Body && block.span.contains(*s)) {
            None => zones.push((zone, block.span)),
            Some(title) => {
                let before = Span { start: block.span.start, end: title.start };
                let after = Span { start: title.end, end: block.span.end };
                let parts = [(Zone::Body, before), (Zone::Title, title), (Zone::Body, after)];
                zones.extend(parts.into_iter().filter(|(_, span)| !span.is_empty()));
            }
        }
    }
    // What the publisher added stands after the blocks.
    let end = zones.last().map_or(0, |(_, span)| span.end);
    let added = [(Zone::Source, article.source_span()), (Zone::Byline, article.byline_span())];
    let mut added: Vec<(Zone, Span)> =
        added.into_iter().filter_map(|(z, s)| Some((z, s.filter(|s| s.start >= end)?))).collect();
    sort_by(&mut added, |a, b| a.1.cmp(&b.1));
    added.dedup_by_key(|(_, span)| *span);
    zones.extend(added);
    zones
}
