//! Results: the articles of a selection, ranked, with facets.

use crate::documents::{Scope, zones};
use crate::host::Fields;
use crate::order::order;
use crate::{Article, ArticleId, Corpus, Facets, Selection, Sort, facets};
use dateline_search::{DocSet, Document, Hit, Options, Parsed, Problem, parse, reading, slots};

/// What a selection selects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many articles are selected.
    pub total: usize,
    /// The selected articles in the order that was asked for.
    pub ids: Vec<ArticleId>,
    /// How many of the selected articles have each value.
    pub facets: Facets,
    /// What was understood of the query, in words; empty without a query. Searched
    /// words stand between asterisks.
    pub reading: String,
    /// What was repaired in the query, or is not known.
    pub problems: Vec<Problem>,
    /// What the slots of hits stand for: the words and phrases of the query, or its
    /// series.
    pub slots: Vec<String>,
}

/// How much of the results is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How many articles are put in order of relevance; those after them follow in
    /// the order of the corpus.
    pub ranked: usize,
    /// Whether the facets are counted.
    pub facets: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { ranked: 2_000, facets: true }
    }
}

impl Corpus {
    /// The articles of a selection, with facets; the first 2,000 by relevance, where
    /// that is the order.
    pub fn select(&self, selection: &Selection) -> Results {
        self.ask(selection).results(Wanted::default())
    }

    /// The spans that the query matched in an article, in order. For many articles,
    /// [`Corpus::ask`] once.
    pub fn hits(&self, selection: &Selection, id: ArticleId) -> Vec<Hit> {
        self.ask(selection).hits(id)
    }

    /// A selection with its query understood, to be answered in several ways.
    pub fn ask<'c>(&'c self, selection: &'c Selection) -> Question<'c> {
        let parsed = parse(&selection.query);
        Question { corpus: self, selection, parsed, scope: Scope::new(&selection.counting) }
    }
}

/// A selection with its query understood.
pub struct Question<'c> {
    corpus: &'c Corpus,
    selection: &'c Selection,
    parsed: Parsed,
    scope: Scope,
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Question").field(&self.parsed.tree).finish()
    }
}

impl Question<'_> {
    /// Whether the query asks for nothing, so that every article matches.
    pub fn is_all(&self) -> bool {
        self.parsed.tree.is_all()
    }

    /// The articles.
    pub fn results(&self, wanted: Wanted) -> Results {
        let Question { corpus, selection, .. } = *self;
        let mut problems = self.parsed.problems.clone();
        let by_relevance = selection.sort == Sort::Relevance && !self.is_all();
        let all = corpus.len() as u32;
        let (matching, top) = if self.is_all() {
            (DocSet::all(all), Vec::new())
        } else {
            // Filters come after the ranking, so with them everything is ranked.
            let limit = match (by_relevance, selection.has_filters()) {
                (false, _) => 0,
                (true, false) => wanted.ranked,
                (true, true) => corpus.len(),
            };
            let host = Fields { corpus, counting: &selection.counting };
            let outcome =
                corpus.index(self.scope).run(&self.parsed.tree, &host, &Options { limit });
            problems.extend(outcome.problems);
            problems.extend(host.problems(&self.parsed.tree));
            (outcome.docs, outcome.top)
        };
        let (selected, facets) = if wanted.facets || selection.has_filters() {
            facets::filter(corpus, selection, &matching)
        } else {
            (matching, Facets::default())
        };
        let ids = if by_relevance {
            ranked(&selected, &top, wanted.ranked)
        } else {
            order(corpus, selection, &selected)
        };
        Results {
            total: ids.len(),
            ids,
            facets,
            reading: reading(&self.parsed.tree),
            problems,
            slots: slots(&self.parsed.tree).into_iter().map(|s| s.label).collect(),
        }
    }

    /// The spans that the query matched in an article, in order.
    pub fn hits(&self, id: ArticleId) -> Vec<Hit> {
        self.corpus.article(id).map_or_else(Vec::new, |article| self.hits_in(&article))
    }

    /// The spans that the query matched in an article, in order.
    pub fn hits_in(&self, article: &Article<'_>) -> Vec<Hit> {
        if self.is_all() {
            return Vec::new();
        }
        let zones = zones(article, self.scope);
        dateline_search::hits(&self.parsed.tree, &Document { raw: article.text(), zones: &zones })
    }
}

/// The selected articles: the best ones first, then the others in order.
fn ranked(selected: &DocSet, top: &[(u32, f32)], limit: usize) -> Vec<ArticleId> {
    let best = top.iter().map(|(doc, _)| *doc).filter(|doc| selected.contains(*doc));
    let mut ids: Vec<ArticleId> = best.take(limit).map(ArticleId).collect();
    if ids.len() < selected.len() as usize {
        let mut rest = selected.clone();
        rest.and_not(&DocSet::of(selected.universe(), ids.iter().map(|id| id.0)));
        ids.extend(rest.iter().map(ArticleId));
    }
    ids
}
