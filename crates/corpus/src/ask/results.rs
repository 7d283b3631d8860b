//! Results: the articles of a selection, ranked, with facets.

use crate::ask::facets;
use crate::ask::host::Fields;
use crate::ask::order::order;
use crate::ask::zones::{Scope, zones};
use crate::{Article, ArticleId, Corpus, Facets, Selection, Sort};
use dateline_search::{DocSet, Document, Hit, Options, Parsed, Problem, parse, reading, slots};
use std::rc::Rc;

/// The articles of a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many articles are selected.
    pub total: usize,
    /// The selected articles in the order that was asked for.
    pub ids: Vec<ArticleId>,
    /// The scores (BM25 with weighted titles) of the first articles, when the order
    /// is by relevance to a query; empty otherwise.
    pub scores: Vec<f32>,
    /// How many of the selected articles have each value.
    pub facets: Facets,
    /// The reading of the query, in words; empty without a query. Searched
    /// words stand between asterisks.
    pub reading: String,
    /// Problems of the query: repairs and unknown names.
    pub problems: Vec<Problem>,
    /// Whether the query asks for too much at once, so that it was not answered.
    pub too_much: bool,
    /// The meanings of the slots of hits: the words and phrases of the query, or its
    /// series.
    pub slots: Vec<String>,
    /// Whether the slots are series.
    pub has_series: bool,
}

/// How much of the results is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How many articles are put in order of relevance.
    pub ranked: usize,
    /// Whether the others are listed too, after them in the order of the corpus.
    pub rest: bool,
    /// Whether the facets are counted.
    pub facets: bool,
}

impl Wanted {
    /// The best articles alone, without facets.
    pub fn top(ranked: usize) -> Wanted {
        Wanted { ranked, rest: false, facets: false }
    }
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { ranked: 2_000, rest: true, facets: true }
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
        self.ask_parsed(selection, Rc::new(parse(&selection.query)))
    }

    /// A selection whose query was parsed before ([`Question::parsed`]).
    pub fn ask_parsed<'c>(&'c self, selection: &'c Selection, parsed: Rc<Parsed>) -> Question<'c> {
        Question { corpus: self, selection, parsed, scope: Scope::new(&selection.counting) }
    }
}

/// A selection with its query understood.
pub struct Question<'c> {
    corpus: &'c Corpus,
    selection: &'c Selection,
    parsed: Rc<Parsed>,
    scope: Scope,
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Question").field(&self.parsed.tree).finish()
    }
}

impl Question<'_> {
    pub(crate) fn corpus(&self) -> &Corpus {
        self.corpus
    }

    pub(crate) fn scope(&self) -> Scope {
        self.scope
    }

    pub(crate) fn tree(&self) -> &dateline_search::Query {
        &self.parsed.tree
    }

    pub(crate) fn selection(&self) -> &Selection {
        self.selection
    }

    /// The query as parsed, to ask again without parsing it again.
    pub fn parsed(&self) -> Rc<Parsed> {
        Rc::clone(&self.parsed)
    }

    /// Whether the query asks for nothing, so that every article matches.
    pub fn is_all(&self) -> bool {
        self.parsed.tree.is_all()
    }

    /// The articles.
    pub fn results(&self, wanted: Wanted) -> Results {
        let Question { corpus, selection, .. } = *self;
        let mut facets = Facets::default();
        let mut narrow = |matching: DocSet| {
            if wanted.facets {
                let (selected, counted) = facets::filter(corpus, selection, &matching);
                facets = counted;
                selected
            } else {
                facets::narrow(corpus, selection, matching)
            }
        };
        let by_relevance = selection.sort == Sort::Relevance && !self.is_all();
        let mut too_much = false;
        let mut problems = self.parsed.problems.clone();
        let (selected, top) = if self.is_all() {
            (narrow(DocSet::all(corpus.len() as u32)), Vec::new())
        } else {
            let host = Fields { corpus, counting: &selection.counting };
            problems.extend(host.problems(&self.parsed.tree));
            let options = Options { limit: if by_relevance { wanted.ranked } else { 0 } };
            let index = corpus.index_for(self.scope, &self.parsed.tree);
            let outcome = index.run_narrowed(&self.parsed.tree, &host, &options, narrow);
            too_much = outcome.too_much;
            problems.extend(outcome.problems);
            (outcome.docs, outcome.top)
        };
        let mut ids = match (by_relevance, wanted.rest) {
            (true, true) => with_rest(&top, &selected),
            (true, false) => top.iter().map(|(doc, _)| ArticleId(*doc)).collect(),
            (false, _) => order(corpus, selection, &selected),
        };
        if !wanted.rest {
            ids.truncate(wanted.ranked);
        }
        let total = selected.len() as usize;
        Results {
            total,
            ids,
            scores: top.into_iter().map(|(_, score)| score).collect(),
            facets,
            reading: reading(&self.parsed.tree),
            problems,
            too_much,
            slots: slots(&self.parsed.tree).into_iter().map(|s| s.label).collect(),
            has_series: self.has_series(),
        }
    }

    /// The spans that the query matched in an article, in order.
    pub fn hits(&self, id: ArticleId) -> Vec<Hit> {
        if self.is_all() || id.0 as usize >= self.corpus.len() {
            return Vec::new();
        }
        // Hits are counted over all articles of an answer: their texts are not kept.
        self.corpus.with_article(id, |article| self.hits_in(article))
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

/// The best ones first, then the others in the order of the corpus.
fn with_rest(top: &[(u32, f32)], selected: &DocSet) -> Vec<ArticleId> {
    let mut ids: Vec<ArticleId> = top.iter().map(|(doc, _)| ArticleId(*doc)).collect();
    if ids.len() < selected.len() as usize {
        let mut rest = selected.clone();
        rest.and_not(&DocSet::of(selected.universe(), top.iter().map(|(doc, _)| *doc)));
        ids.extend(rest.iter().map(ArticleId));
    }
    ids
}
