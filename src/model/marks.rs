//! Marks on a text: hits and mentions as nested pieces. Pure. Every hit and every
//! mention gets exactly one first piece, however they cross, so that what is
//! marked can be counted; where one is cut, it goes on in pieces that are not first.

use dateline_corpus::{Country, Hit, Kind, Span};
use dateline_text::compact::sort_by;
use std::cmp::Reverse;

/// What is to be marked in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The hits of the query, in order.
    pub hits: Vec<Span>,
    /// Which series each hit is of, from 0; empty where the query compares none.
    pub series: Vec<u16>,
    /// The counted mentions, in order.
    pub mentions: Vec<MarkedMention>,
    /// Words that may name several countries and are not counted, in order.
    pub ambiguous: Vec<Span>,
}

/// A mention with what its mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedMention {
    /// Where.
    pub span: Span,
    /// The country.
    pub country: Country,
    /// How it is named.
    pub kind: Kind,
}

/// A hit or mention by its number, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A hit.
    Hit(usize),
    /// A mention.
    Mention(usize),
    /// Words that may name several countries.
    Ambiguous(usize),
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Unmarked.
    Text(Span),
    /// Marked.
    Marked {
        /// As what.
        mark: Mark,
        /// Whether the mark begins here.
        first: bool,
        /// What it holds.
        inside: Vec<Piece>,
    },
}

#[derive(Clone, Copy)]
struct Item {
    span: Span,
    mark: Mark,
    first: bool,
}

impl Item {
    fn key(&self) -> (u32, Reverse<u32>, Mark) {
        (self.span.start, Reverse(self.span.end), self.mark)
    }

    fn clipped(self, to: Span) -> Option<Item> {
        let start = self.span.start.max(to.start);
        let end = self.span.end.min(to.end);
        let first = self.first && start == self.span.start;
        (start < end).then_some(Item { span: Span { start, end }, first, ..self })
    }
}

/// How many series are told apart; the next is painted as the first.
const PAINTED: u16 = 4;

impl Marks {
    /// The hits without the mentions.
    pub fn only_hits(&self) -> Marks {
        let (hits, series) = (self.hits.clone(), self.series.clone());
        Marks { hits, series, ..Marks::default() }
    }

    /// The marks of hits alone, by their series where the query compares several.
    pub fn of_hits(hits: &[Hit], has_series: bool) -> Marks {
        let series = hits.iter().filter(|_| has_series).map(|hit| hit.slot).collect();
        Marks { hits: hits.iter().map(|hit| hit.span).collect(), series, ..Marks::default() }
    }

    /// The class that paints the hit of a number as one of its series.
    pub fn paint(&self, hit: usize) -> Option<String> {
        self.series.get(hit).map(|series| series_class(usize::from(*series)))
    }

    /// Where the first of the marks begins that say why they are there.
    pub fn first_explained(&self) -> Option<u32> {
        let mention = self.mentions.first().map(|m| m.span.start);
        let unclear = self.ambiguous.first().map(|a| a.start);
        mention.into_iter().chain(unclear).min()
    }

    /// The pieces of `span`: their texts laid end to end are the text of the span.
    pub fn pieces(&self, span: Span) -> Vec<Piece> {
        let hits = self.hits.iter().enumerate().map(|(n, h)| (*h, Mark::Hit(n)));
        let mentions = self.mentions.iter().enumerate().map(|(n, m)| (m.span, Mark::Mention(n)));
        let unclear = self.ambiguous.iter().enumerate().map(|(n, a)| (*a, Mark::Ambiguous(n)));
        let mut items: Vec<Item> = hits
            .chain(mentions)
            .chain(unclear)
            .filter_map(|(at, mark)| Item { span: at, mark, first: true }.clipped(span))
            .collect();
        sort_by(&mut items, |a, b| a.key().cmp(&b.key()));
        nest(span, items)
    }
}

/// The class that paints what belongs to a series, numbered from 0.
pub fn series_class(number: usize) -> String {
    format!("series-{}", number % usize::from(PAINTED) + 1)
}

/// The class that fills a bar of a series, numbered from 0, in the colour of its hits.
pub fn series_bar(number: usize) -> String {
    format!("bar s-{}", number % usize::from(PAINTED) + 1)
}

/// Nests sorted items within `range`: the one that begins first holds those that
/// begin in it; what sticks out of it is cut off and stands after it.
fn nest(range: Span, mut items: Vec<Item>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = range.start;
    let mut next = 0;
    while let Some(item) = items.get(next).copied() {
        push_text(&mut pieces, at, item.span.start);
        let after = next + 1 + items[next + 1..].partition_point(|i| i.span.start < item.span.end);
        let inside: Vec<Item> =
            items[next + 1..after].iter().filter_map(|i| i.clipped(item.span)).collect();
        let beyond = Span { start: item.span.end, end: range.end };
        let cut: Vec<Item> =
            items[next + 1..after].iter().filter_map(|i| i.clipped(beyond)).collect();
        let Item { mark, first, span } = item;
        pieces.push(Piece::Marked { mark, first, inside: nest(span, inside) });
        at = span.end;
        if cut.is_empty() {
            next = after;
        } else {
            items.splice(next..after, cut);
            let mut rest = items.split_off(next);
            sort_by(&mut rest, |a, b| a.key().cmp(&b.key()));
            items.append(&mut rest);
        }
    }
    push_text(&mut pieces, at, range.end);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, start: u32, end: u32) {
    if start < end {
        pieces.push(Piece::Text(Span { start, end }));
    }
}

// Not in a browser: the generator of cases runs natively only.
#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marks(hits: &[(u32, u32)], mentions: &[(u32, u32)]) -> Marks {
        let span = |(start, end): &(u32, u32)| Span { start: *start, end: *end };
        let country = Country::from_code("CN").unwrap();
        let mention = |m| MarkedMention { span: span(m), country, kind: Kind::Name };
        Marks {
            hits: hits.iter().map(span).collect(),
            mentions: mentions.iter().map(mention).collect(),
            ..Marks::default()
        }
    }

    /// Pieces of `text` with hits in brackets and mentions in braces; a mark that
    /// goes on has a tilde.
    fn draw(text: &str, pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Text(span) => span.of(text).to_owned(),
            Piece::Marked { mark, first, inside } => {
                let (open, close) =
                    if matches!(mark, Mark::Hit(_)) { ("[", "]") } else { ("{", "}") };
                let on = if *first { "" } else { "~" };
                format!("{open}{on}{}{close}", draw(text, inside))
            }
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn nests() {
        type Spans = &'static [(u32, u32)];
        let rows: &[(Spans, Spans, &str)] = &[
            (&[], &[], "abcdefgh"),
            (&[(1, 3)], &[], "a[bc]defgh"),
            (&[], &[(0, 8)], "{abcdefgh}"),
            (&[(1, 3)], &[(4, 6)], "a[bc]d{ef}gh"),
            (&[(1, 4)], &[(1, 4)], "a[{bcd}]efgh"),
            (&[(0, 6)], &[(2, 4)], "[ab{cd}ef]gh"),
            (&[(2, 4)], &[(0, 6)], "{ab[cd]ef}gh"),
            (&[(0, 4)], &[(2, 6)], "[ab{cd}]{~ef}gh"),
            (&[(2, 6)], &[(0, 4)], "{ab[cd]}[~ef]gh"),
            (&[(0, 2), (0, 6), (4, 8)], &[], "[[ab]cd[ef]][~gh]"),
            (&[(2, 4), (4, 6)], &[(0, 5)], "{ab[cd][e]}[~f]gh"),
        ];
        for (hits, mentions, expected) in rows {
            let pieces = marks(hits, mentions).pieces(Span { start: 0, end: 8 });
            assert_eq!(draw("abcdefgh", &pieces), *expected, "{hits:?} {mentions:?}");
        }
    }

    #[test]
    fn a_mark_goes_on_in_the_next_paragraph() {
        let marks = marks(&[(2, 6)], &[]);
        let draw = |start, end| draw("abcdefgh", &marks.pieces(Span { start, end }));
        assert_eq!((draw(0, 4), draw(4, 8)), ("ab[cd]".to_owned(), "[~ef]gh".to_owned()));
    }

    #[test]
    fn hits_are_painted_by_their_series() {
        let hit = |start, slot| Hit { span: Span { start, end: start + 1 }, slot };
        let hits = [hit(0, 0), hit(2, 1), hit(4, 5)];
        let plain = Marks::of_hits(&hits, false);
        assert_eq!((plain.hits.len(), plain.paint(1)), (3, None));
        let painted = Marks::of_hits(&hits, true);
        let classes: Vec<_> = (0..3).filter_map(|n| painted.paint(n)).collect();
        assert_eq!(classes, ["series-1", "series-2", "series-2"]);
    }

    fn spans() -> impl Strategy<Value = Vec<(u32, u32)>> {
        proptest::collection::vec((0u32..40, 1u32..12), 0..9).prop_map(|list| {
            let mut list: Vec<_> = list.into_iter().map(|(s, l)| (s, (s + l).min(40))).collect();
            list.sort_unstable();
            list
        })
    }

    fn count(pieces: &[Piece], text: &mut u32, firsts: &mut usize) {
        for piece in pieces {
            match piece {
                Piece::Text(span) => {
                    assert_eq!(span.start, *text);
                    *text = span.end;
                }
                Piece::Marked { first, inside, .. } => {
                    *firsts += usize::from(*first);
                    assert!(!inside.is_empty());
                    count(inside, text, firsts);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_every_mark_begins_once(hits in spans(), mentions in spans()) {
            let pieces = marks(&hits, &mentions).pieces(Span { start: 0, end: 40 });
            let (mut text, mut firsts) = (0, 0);
            count(&pieces, &mut text, &mut firsts);
            prop_assert_eq!(text, 40);
            prop_assert_eq!(firsts, hits.len() + mentions.len());
        }
    }
}
