//! Which articles a plan matches: sets of articles, the cheapest first.

use super::expand;
use super::leaf::{self, Found};
use crate::docset::DocSet;
use crate::host::Host;
use crate::index::Index;
use crate::index::Ranks;
use crate::matching::plan::{Compiled, Plan};
use crate::query::{Filter, Problem};
use crate::sort;
use crate::work::Work;
use dateline_text::Span;

/// What a reader is told of a query that asks for too much.
const TOO_MUCH: &str = "this asks for too much at once and was not answered; use fewer words, \
                        letters instead of * and ?, or a smaller distance";

/// A run of a query: what is known so far.
pub(crate) struct Selecting<'i, B> {
    pub(crate) index: &'i Index<B>,
    pub(crate) ranks: Vec<Ranks>,
    pub(crate) work: Work,
    host: &'i dyn Host,
    scored: Vec<Found>,
    problems: Vec<Problem>,
}

impl<'i, B: AsRef<[u8]>> Selecting<'i, B> {
    pub(crate) fn new(index: &'i Index<B>, compiled: &Compiled, host: &'i dyn Host) -> Self {
        let dictionary = index.dictionary();
        let work = Work::of_query(index.all_words as usize);
        let ranks = compiled.words.iter().map(|word| expand(word, &dictionary, &work)).collect();
        Self { index, ranks, work, host, scored: Vec::new(), problems: Vec::new() }
    }

    /// The articles that match `plan`, at least those in `among` when given;
    /// what is found is kept for ranking when `ranked`.
    pub(crate) fn select(&mut self, plan: &Plan, among: Option<&DocSet>, ranked: bool) -> DocSet {
        // Each condition takes a set of articles.
        if !self.work.take(u64::from(self.index.docs()) / 8) {
            return DocSet::none(self.index.docs());
        }
        match plan {
            Plan::All => DocSet::all(self.index.docs()),
            Plan::Filter(filter) => self.filter(filter),
            Plan::Leaf(_) | Plan::Near(..) => {
                let found = leaf::find(self, plan, among);
                let docs = found.docs();
                if ranked {
                    self.scored.push(found);
                }
                docs
            }
            Plan::Or(sides) => {
                let mut docs = DocSet::none(self.index.docs());
                for side in sides {
                    docs.or(&self.select(side, among, ranked));
                }
                docs
            }
            Plan::And(sides) => self.all_of(sides, among, ranked),
            Plan::Not(inner) => {
                let mut docs = self.select(inner, among, false);
                docs.invert();
                docs
            }
        }
    }

    fn all_of(&mut self, sides: &[Plan], among: Option<&DocSet>, ranked: bool) -> DocSet {
        let mut order: Vec<u64> = sides
            .iter()
            .enumerate()
            .map(|(at, side)| sort::key(self.cost(side), at as u32))
            .collect();
        sort::keys(&mut order);
        let order = order.into_iter().map(|key| &sides[sort::parts(key).1 as usize]);
        let mut docs: Option<DocSet> = among.cloned();
        for side in order {
            let found = match side {
                Plan::Not(inner) => {
                    let mut kept = docs.unwrap_or_else(|| DocSet::all(self.index.docs()));
                    kept.and_not(&self.select(inner, Some(&kept), false));
                    docs = Some(kept);
                    continue;
                }
                side => self.select(side, docs.as_ref(), ranked),
            };
            match &mut docs {
                Some(docs) => docs.and(&found),
                None => docs = Some(found),
            }
        }
        docs.unwrap_or_else(|| DocSet::all(self.index.docs()))
    }

    /// Cheap and narrow conditions go first, those that read articles last.
    fn cost(&self, plan: &Plan) -> u32 {
        match plan {
            Plan::Filter(_) => 0,
            Plan::Leaf(leaf) => {
                let slow = leaf.words.len() > 1;
                let size = leaf.words.iter().map(|word| leaf::size(self, *word)).min();
                size.unwrap_or(0).min(1 << 28) + u32::from(slow) * (1 << 29)
            }
            Plan::Or(sides) | Plan::And(sides) => {
                sides.iter().fold(0, |sum, side| self.cost(side).saturating_add(sum))
            }
            Plan::Near(..) => 1 << 30,
            Plan::All | Plan::Not(_) => u32::MAX,
        }
    }

    fn filter(&mut self, filter: &Filter) -> DocSet {
        let docs = self.host.filter(filter);
        docs.unwrap_or_else(|| {
            let field = &filter.field;
            self.problems.push(Problem {
                span: Span::default(),
                message: format!(
                    "there is no field {field}: here; put quotes around it to search for the text"
                ),
            });
            DocSet::none(self.index.docs())
        })
    }

    /// What was found, for ranking, and what is wrong with the query. Nothing was found by a
    /// query that asks for too much: some of it would be a wrong count.
    pub(crate) fn finish(mut self) -> Result<(Vec<Found>, Vec<Problem>), Vec<Problem>> {
        self.problems.dedup();
        if self.work.is_used_up() {
            self.problems.push(Problem { span: Span::default(), message: TOO_MUCH.to_owned() });
            return Err(self.problems);
        }
        Ok((self.scored, self.problems))
    }
}
