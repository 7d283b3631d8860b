//! The orders of results beside relevance. All are stable: equals keep the order
//! of the corpus.

use crate::{ArticleId, Corpus, Selection, Sort};
use dateline_search::DocSet;
use dateline_text::compact::sort_by;
use dateline_text::fold;

/// The selected articles in the order that was asked for.
pub(crate) fn order(corpus: &Corpus, selection: &Selection, selected: &DocSet) -> Vec<ArticleId> {
    let mut ids: Vec<ArticleId> = selected.iter().map(ArticleId).collect();
    match selection.sort {
        Sort::Relevance | Sort::Corpus => {}
        Sort::Newest => sort_by(&mut ids, |a, b| corpus.date(*b).cmp(&corpus.date(*a))),
        Sort::Oldest => {
            let key = |id: ArticleId| (corpus.date(id).is_none(), corpus.date(id));
            sort_by(&mut ids, |a, b| key(*a).cmp(&key(*b)));
        }
        Sort::Title => {
            let title = |id| corpus.with_article(id, |a| fold(a.title()).into_owned());
            let mut keyed: Vec<_> = ids.iter().map(|id| (title(*id), *id)).collect();
            sort_by(&mut keyed, |a, b| a.0.cmp(&b.0));
            ids = keyed.into_iter().map(|(_, id)| id).collect();
        }
        Sort::Mentions => {
            let mask = selection.counting.mask();
            let mentions = |id: ArticleId| -> u32 {
                corpus.tally().of(id).iter().map(|c| c.counted(mask)).sum()
            };
            let mut keyed: Vec<_> = ids.iter().map(|id| (mentions(*id), *id)).collect();
            sort_by(&mut keyed, |a, b| b.0.cmp(&a.0));
            ids = keyed.into_iter().map(|(_, id)| id).collect();
        }
    }
    ids
}
