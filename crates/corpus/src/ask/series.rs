//! The series that a query compares: `china, iran`, each with articles of its own.

use crate::ask::facets;
use crate::ask::host::Fields;
use crate::{ArticleId, Corpus, Question};
use dateline_search::{DocSet, parse};

/// One of the series that a query compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The name that was given it (`label# query`), or its query.
    pub label: String,
    /// Its query alone, as it is typed.
    pub query: String,
    /// The articles that it selects, in the order of the corpus.
    pub ids: Vec<ArticleId>,
}

impl Corpus {
    /// Whether `query` compares several series, so that the slots of its hits are
    /// those of the series.
    pub fn has_series(query: &str) -> bool {
        parse(query).tree.series.len() > 1
    }

    /// The series of `query` that have labels, as they are typed: `east# china OR japan`.
    pub fn named_series(query: &str) -> Vec<String> {
        let tree = parse(query).tree;
        let alone = |at| tree.alone(at).filter(|query| query.series[0].label.is_some());
        (0..tree.series.len()).filter_map(|at| Some(alone(at)?.to_string())).collect()
    }
}

impl Question<'_> {
    /// Whether the query compares several series.
    pub fn has_series(&self) -> bool {
        self.tree().series.len() > 1
    }

    /// The series of the query, separated by commas, each with the articles that it
    /// selects alone: for charts that compare. A query without commas is one series.
    pub fn series(&self) -> Vec<Series> {
        let (corpus, selection) = (self.corpus(), self.selection());
        let host = Fields { corpus, counting: &selection.counting };
        let tree = self.tree();
        let alone = (0..tree.series.len()).filter_map(|at| tree.alone(at));
        alone
            .map(|query| {
                let matching = if query.is_all() {
                    DocSet::all(corpus.len() as u32)
                } else {
                    corpus.index(self.scope()).docs_of(&query, &host)
                };
                let selected = facets::narrow(corpus, selection, matching);
                let label = query.series[0].label.clone();
                let query = query.to_string();
                Series {
                    label: label.unwrap_or_else(|| query.clone()),
                    query,
                    ids: selected.iter().map(ArticleId).collect(),
                }
            })
            .collect()
    }
}
