//! The answer to a selection: computed once for each and shared by every view.

use crate::model::shared::Shared;
use dateline_corpus::{CountryRow, Results, Selection, Wanted};

/// What a selection selects, with the sums that stand in the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Articles, facets, the reading of the query.
    pub results: Results,
    /// The measures of every country in the selected articles.
    pub countries: Vec<CountryRow>,
    /// Hits in the selected articles; `None` where counting them all would take
    /// longer than a keystroke, so that it is done afterwards (`use_hits`).
    pub hits: Option<usize>,
}

/// In how many articles hits are counted while the answer is made: what a list shows at first.
const COUNTED: usize = 40;

impl Answer {
    /// Selects and counts.
    pub fn new(corpus: &Shared, selection: &Selection) -> Answer {
        let question = corpus.ask(selection);
        let results = question.results(Wanted::default());
        let countries = corpus.countries(&selection.counting, &results.ids);
        let hits = (results.ids.len() <= COUNTED)
            .then(|| results.ids.iter().map(|id| question.hits(*id).len()).sum());
        Answer { results, countries, hits }
    }
}
