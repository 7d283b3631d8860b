//! The exact places in an article that a query matched.

use super::plan::{Compiled, Plan};
use super::positions::View;
use super::scan::{Written, each_word};
use super::word::Matcher;
use crate::document::{Document, Zone};
use crate::host::Host;
use crate::query::Query;
use crate::sort;
use crate::work::Work;
use dateline_text::{Span, fold};
use std::borrow::Cow;

/// A place that a query matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Bytes of the raw text.
    pub span: Span,
    /// Which colour: an index into [`crate::slots`].
    pub slot: u16,
}

/// What `query` matched in `document`, in the order of the text. Words and
/// phrases, wherever they stand in the zones asked for; for nearness only what
/// has its partner close by. What is negated is never a hit. Conditions on
/// fields match no text.
///
/// A phrase is one hit, or one a block when it runs around a hidden one. A query that asks for
/// too much has no hits.
pub fn hits(query: &Query, document: &Document<'_>) -> Vec<Hit> {
    let compiled = Compiled::new(query);
    let article = Article::new(&compiled, document);
    if compiled.series.iter().any(|plan| article.is_too_much(plan)) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for plan in &compiled.series {
        let mut marks = Vec::new();
        article.view.marks(plan, None, &mut marks);
        for (occurrence, slot) in marks {
            article.spans(occurrence.start as usize..occurrence.end as usize, |span| {
                out.push(Hit { span, slot: slot as u16 });
            });
        }
    }
    sort::by_key(&mut out, |hit| hit.span.start, |a, b| a < b);
    out.dedup();
    out
}

/// Whether `query` matches `document`, whose number is `id`, by reading its
/// text: the slow way, without an index, for a first answer and for tests.
pub fn matches(query: &Query, document: &Document<'_>, id: u32, host: &dyn Host) -> bool {
    let compiled = Compiled::new(query);
    let article = Article::new(&compiled, document);
    compiled.series.iter().any(|plan| article.holds(plan, id, host))
}

struct Article {
    view: View,
    /// The span of each position, and which zone span it lies in.
    places: Vec<(Span, u32)>,
}

impl Article {
    fn new(compiled: &Compiled, document: &Document<'_>) -> Self {
        let matchers: Vec<Matcher> = compiled.words.iter().map(Matcher::new).collect();
        let mut article = Article {
            view: View { words: vec![Vec::new(); matchers.len()], stretches: Vec::new() },
            places: Vec::new(),
        };
        for group in stretches(document.zones) {
            let start = article.places.len() as u32;
            for &number in &group.spans {
                article.add(&matchers, document, number);
            }
            article.view.stretches.push((group.zone, start..article.places.len() as u32));
        }
        article
    }

    fn add(&mut self, matchers: &[Matcher], document: &Document<'_>, number: usize) {
        let zone = document.zones[number].1;
        each_word(zone.of(document.raw), |start, written, kind| {
            let is_ascii = kind == Written::Ascii;
            let folded = if is_ascii { Cow::Borrowed(written) } else { fold(written) };
            if folded.is_empty() {
                return;
            }
            let position = self.places.len() as u32;
            for (matcher, positions) in matchers.iter().zip(&mut self.view.words) {
                let found = if is_ascii {
                    matcher.matches_ascii(written)
                } else {
                    matcher.matches(&folded, kind == Written::Joined)
                };
                if found {
                    positions.push(position);
                }
            }
            let start = zone.start as usize + start;
            self.places.push((Span::new(start, start + written.len()), number as u32));
        });
    }

    /// The spans of the positions in `range`: one, or one for each zone span.
    fn spans(&self, range: std::ops::Range<usize>, mut each: impl FnMut(Span)) {
        let places = &self.places[range];
        for run in places.chunk_by(|a, b| a.1 == b.1) {
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                each(Span { start: first.0.start, end: last.0.end });
            }
        }
    }

    /// Whether looking up a condition takes more than selecting lets pass.
    fn is_too_much(&self, plan: &Plan) -> bool {
        match plan {
            Plan::Leaf(leaf) if leaf.words.len() == 1 => false,
            Plan::Leaf(_) | Plan::Near(..) => {
                let work = Work::of_article(self.places.len());
                self.view.occurrences(plan, &work);
                work.is_used_up()
            }
            Plan::And(sides) | Plan::Or(sides) => sides.iter().any(|side| self.is_too_much(side)),
            Plan::All | Plan::Filter(_) | Plan::Not(_) => false,
        }
    }

    fn holds(&self, plan: &Plan, id: u32, host: &dyn Host) -> bool {
        match plan {
            Plan::All => true,
            Plan::Leaf(_) | Plan::Near(..) => {
                !self.view.occurrences(plan, &Work::unbounded()).is_empty()
            }
            Plan::Filter(filter) => host.filter(filter).is_some_and(|docs| docs.contains(id)),
            Plan::And(sides) => sides.iter().all(|side| self.holds(side, id, host)),
            Plan::Or(sides) => sides.iter().any(|side| self.holds(side, id, host)),
            Plan::Not(inner) => !self.holds(inner, id, host),
        }
    }
}

/// Zone spans that a phrase may run through, as indices into the document's zones.
pub(crate) struct Stretch {
    pub(crate) zone: Zone,
    pub(crate) spans: Vec<usize>,
}

/// The stretches of a document in the order in which the index stores them:
/// titles, the body as one, then the rest in the order of the text.
pub(crate) fn stretches(zones: &[(Zone, Span)]) -> Vec<Stretch> {
    let of = |wanted: fn(Zone) -> bool| {
        zones.iter().enumerate().filter(move |(_, (zone, _))| wanted(*zone))
    };
    let alone = |(at, (zone, _)): (usize, &(Zone, Span))| Stretch { zone: *zone, spans: vec![at] };
    let mut out: Vec<Stretch> = of(|zone| zone == Zone::Title).map(alone).collect();
    let body: Vec<usize> = of(|zone| zone == Zone::Body).map(|(at, _)| at).collect();
    if !body.is_empty() {
        out.push(Stretch { zone: Zone::Body, spans: body });
    }
    out.extend(of(|zone| !zone.is_default()).map(alone));
    out
}
