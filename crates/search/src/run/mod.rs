//! Runs a query on an index: which articles match, how many, the best first.

mod expand;
mod leaf;
mod select;
mod together;
mod top;

pub(crate) use expand::expand;

use crate::docset::DocSet;
use crate::host::Host;
use crate::index::Index;
use crate::matching::plan::Compiled;
use crate::query::{Problem, Query};

/// How to run a query.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many of the best articles to give.
    pub limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { limit: 20 }
    }
}

/// The result of a query.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How many articles match, exactly.
    pub total: u32,
    /// The best of them with their scores, best first; equal scores in the
    /// order of the corpus.
    pub top: Vec<(u32, f32)>,
    /// All that match, for facets and charts.
    pub docs: DocSet,
    /// Fields that the host does not know; that the query asks for too much.
    pub problems: Vec<Problem>,
    /// Whether the query asks for too much: then no article is given.
    pub too_much: bool,
}

impl<B: AsRef<[u8]>> Index<B> {
    /// Runs `query`: an article matches when any of its series does. Conditions
    /// on fields are asked of `host`.
    pub fn run(&self, query: &Query, host: &dyn Host, options: &Options) -> Outcome {
        self.run_narrowed(query, host, options, |docs| docs)
    }

    /// As [`Index::run`], but only the articles that `narrow` leaves of those that
    /// match are counted and ranked: for filters outside of the query.
    pub fn run_narrowed(
        &self,
        query: &Query,
        host: &dyn Host,
        options: &Options,
        narrow: impl FnOnce(DocSet) -> DocSet,
    ) -> Outcome {
        let compiled = Compiled::new(query);
        let mut selecting = select::Selecting::new(self, &compiled, host);
        let mut docs = DocSet::none(self.docs());
        for plan in &compiled.series {
            docs.or(&selecting.select(plan, None, true));
        }
        let (scored, problems) = match selecting.finish() {
            Ok(found) => found,
            Err(problems) => {
                let docs = narrow(DocSet::none(self.docs()));
                return Outcome { docs, problems, too_much: true, ..Outcome::default() };
            }
        };
        let docs = narrow(docs);
        let total = docs.len();
        let top = top::best(self, &docs, total, &scored, options.limit);
        Outcome { total, top, docs, problems, too_much: false }
    }

    /// All articles that match, without ranking: for the series of a chart.
    pub fn docs_of(&self, query: &Query, host: &dyn Host) -> DocSet {
        self.run(query, host, &Options { limit: 0 }).docs
    }
}
