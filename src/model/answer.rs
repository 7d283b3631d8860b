//! The answer to a selection: computed once and shared by every view. The query is parsed here
//! and nowhere else on the page.

use crate::model::shared::Shared;
use dateline_corpus::{
    ArticleId, CountryRow, Hit, Parsed, Question, Results, Selection, Snippet, Wanted,
};
use std::rc::Rc;

/// The articles of a selection, with the sums that stand in the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    corpus: Shared,
    selection: Selection,
    parsed: Rc<Parsed>,
    /// Articles, facets, the reading of the query.
    pub results: Results,
    /// The measures of every country in the selected articles.
    pub countries: Vec<CountryRow>,
    /// Hits in the selected articles; `None` where counting them all would take
    /// longer than a keystroke, so that it is done afterwards (`use_hits`).
    pub hits: Option<usize>,
}

/// The most articles whose hits are counted at once: as many as a list shows at first.
const MAX_COUNTED_AT_ONCE: usize = 40;

impl Answer {
    /// Selects and counts.
    pub fn new(corpus: &Shared, selection: &Selection) -> Answer {
        let question = corpus.ask(selection);
        let parsed = question.parsed();
        let results = question.results(Wanted::default());
        let countries = corpus.countries(&selection.counting, &results.ids);
        let hits = (results.ids.len() <= MAX_COUNTED_AT_ONCE)
            .then(|| results.ids.iter().map(|id| question.hits(*id).len()).sum());
        let (corpus, selection) = (corpus.clone(), selection.clone());
        Answer { corpus, selection, parsed, results, countries, hits }
    }

    /// The selection with its parsed query, for further questions.
    pub fn question(&self) -> Question<'_> {
        self.corpus.ask_parsed(&self.selection, Rc::clone(&self.parsed))
    }

    /// The spans in an article that match the query, in order; also in articles that are not
    /// selected.
    pub fn hits(&self, id: ArticleId) -> Vec<Hit> {
        self.question().hits(id)
    }

    /// The sentences of an article that answer the query best, about `length` bytes.
    pub fn snippet(&self, id: ArticleId, length: usize) -> Option<Snippet> {
        self.question().snippet(id, length)
    }

    /// Whether the query compares series.
    pub fn has_series(&self) -> bool {
        self.results.has_series
    }
}
