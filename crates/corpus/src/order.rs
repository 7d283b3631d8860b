//! The orders of results beside relevance. All are stable: equals keep the order
//! of the corpus.

use crate::{ArticleId, Corpus, Selection, Sort};
use dateline_search::DocSet;
use dateline_text::fold;
use std::cmp::Reverse;

/// The selected articles in the order that was asked for.
pub(crate) fn order(corpus: &Corpus, selection: &Selection, selected: &DocSet) -> Vec<ArticleId> {
    let mut ids: Vec<ArticleId> = selected.iter().map(ArticleId).collect();
    match selection.sort {
        Sort::Relevance | Sort::Corpus => {}
        Sort::Newest => ids.sort_by_key(|id| Reverse(corpus.date(*id))),
        Sort::Oldest => ids.sort_by_key(|id| {
            let date = corpus.date(*id);
            (date.is_none(), date)
        }),
        Sort::Title => {
            ids.sort_by_cached_key(|id| corpus.article(*id).map(|a| fold(a.title()).into_owned()));
        }
        Sort::Mentions => {
            let mask = selection.counting.mask();
            let mentions = |id: ArticleId| -> u32 {
                corpus.tally().of(id).iter().map(|c| c.counted(mask)).sum()
            };
            ids.sort_by_cached_key(|id| Reverse(mentions(*id)));
        }
    }
    ids
}
