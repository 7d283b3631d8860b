//! Where the words of a query stand in an article, and what follows for its
//! phrases and nearness. Positions count words; the first of the article is 0.

use super::plan::{Leaf, Plan, Shape};
use crate::document::Zone;
use crate::operators::{near, phrase, proximity};
use crate::sort;
use crate::work::Work;
use std::ops::Range;

/// A half-open range of word positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Sorted positions.
pub(crate) trait Positions {
    /// Whether `position` is among them.
    fn has(&self, position: u32) -> bool;
    /// Those in `range`.
    fn within(&self, range: &Range<u32>) -> &[u32];
}

impl Positions for [u32] {
    fn has(&self, position: u32) -> bool {
        self.binary_search(&position).is_ok()
    }

    fn within(&self, range: &Range<u32>) -> &[u32] {
        let start = self.partition_point(|&p| p < range.start);
        let end = self.partition_point(|&p| p < range.end);
        &self[start..end]
    }
}

/// An article as positions: for each word of the plan where it stands, and
/// which stretches of positions belong to which zone. A stretch is what a
/// phrase may not leave.
#[derive(Default)]
pub(crate) struct View {
    pub(crate) words: Vec<Vec<u32>>,
    pub(crate) stretches: Vec<(Zone, Range<u32>)>,
}

impl View {
    /// Occurrences of a leaf or of nearness in all its zones, sorted. Other
    /// plans stand nowhere. Not all of them when `work` is used up.
    pub(crate) fn occurrences(&self, plan: &Plan, work: &Work) -> Vec<Occurrence> {
        let mut out = Vec::new();
        for (zone, stretch) in &self.stretches {
            self.in_stretch(plan, *zone, stretch, work, &mut out);
        }
        out
    }

    fn in_stretch(
        &self,
        plan: &Plan,
        zone: Zone,
        range: &Range<u32>,
        work: &Work,
        out: &mut Vec<Occurrence>,
    ) {
        let from = out.len();
        match plan {
            Plan::Leaf(leaf) if leaf.zones.holds(zone) => self.leaf(leaf, range, work, out),
            Plan::Near(sides, gap) => {
                let (mut left, mut right) = (Vec::new(), Vec::new());
                self.in_stretch(&sides.0, zone, range, work, &mut left);
                self.in_stretch(&sides.1, zone, range, work, &mut right);
                near::pairs(&left, &right, *gap, work, |l, r| {
                    out.push(Occurrence { start: l.start.min(r.start), end: l.end.max(r.end) });
                });
            }
            Plan::Or(sides) => {
                for side in sides {
                    self.in_stretch(side, zone, range, work, out);
                }
            }
            _ => {}
        }
        sort_tail(out, from);
    }

    fn leaf(&self, leaf: &Leaf, range: &Range<u32>, work: &Work, out: &mut Vec<Occurrence>) {
        let words: Vec<&[u32]> =
            leaf.words.iter().map(|&word| self.words[word].within(range)).collect();
        if words.iter().any(|positions| positions.is_empty()) {
            return;
        }
        match leaf.shape {
            Shape::Phrase => phrase::occurrences(&words, work, out),
            Shape::Within(gap) => proximity::occurrences(&words, gap, work, out),
        }
    }

    /// The occurrences to highlight, each with the leaf it belongs to. What is
    /// negated is left out. `keep`, in order, narrows to some occurrences of `plan`.
    /// Takes a few times the work of [`View::occurrences`], which is bounded.
    pub(crate) fn marks(
        &self,
        plan: &Plan,
        keep: Option<&[Occurrence]>,
        out: &mut Vec<(Occurrence, usize)>,
    ) {
        match plan {
            Plan::Leaf(leaf) => {
                let found = self.occurrences(plan, &Work::unbounded());
                let kept =
                    found.into_iter().filter(|o| keep.is_none_or(|k| k.binary_search(o).is_ok()));
                out.extend(kept.map(|o| (o, leaf.slot)));
            }
            Plan::Near(sides, gap) => {
                let work = Work::unbounded();
                let (mut left, mut right) = (Vec::new(), Vec::new());
                for (zone, stretch) in &self.stretches {
                    let (mut ls, mut rs) = (Vec::new(), Vec::new());
                    self.in_stretch(&sides.0, *zone, stretch, &work, &mut ls);
                    self.in_stretch(&sides.1, *zone, stretch, &work, &mut rs);
                    near::pairs(&ls, &rs, *gap, &work, |l, r| {
                        let joint =
                            Occurrence { start: l.start.min(r.start), end: l.end.max(r.end) };
                        if keep.is_none_or(|k| k.binary_search(&joint).is_ok()) {
                            left.push(l);
                            right.push(r);
                        }
                    });
                }
                sort_tail(&mut left, 0);
                sort_tail(&mut right, 0);
                self.marks(&sides.0, Some(&left), out);
                self.marks(&sides.1, Some(&right), out);
            }
            Plan::And(sides) | Plan::Or(sides) => {
                for side in sides {
                    self.marks(side, keep, out);
                }
            }
            Plan::All | Plan::Filter(_) | Plan::Not(_) => {}
        }
    }
}

/// Sorts the occurrences from `from` on and leaves each once.
pub(crate) fn sort_tail(out: &mut Vec<Occurrence>, from: usize) {
    if out[from..].windows(2).all(|pair| pair[0] < pair[1]) {
        return;
    }
    let mut keys: Vec<u64> = out.drain(from..).map(|o| sort::key(o.start, o.end)).collect();
    sort::keys(&mut keys);
    keys.dedup();
    out.extend(keys.into_iter().map(|key| {
        let (start, end) = sort::parts(key);
        Occurrence { start, end }
    }));
}
