//! Results: the articles of a selection, ranked, with facets and hits.

use crate::{ArticleId, Corpus, Facets, Selection, Sort, facets};
use dateline_text::{Span, fold, tokens};

/// What a selection selects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many articles are selected.
    pub total: usize,
    /// The selected articles in the order that was asked for.
    pub ids: Vec<ArticleId>,
    /// How many of the selected articles have each value.
    pub facets: Facets,
    /// What was understood of the query, in words; empty without a query.
    pub reading: String,
    /// What was repaired in the query.
    pub problems: Vec<Problem>,
}

/// Something in the query that was repaired or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the query.
    pub span: Span,
    /// What was done, in words.
    pub message: String,
}

/// A span that the query matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where, in bytes of the article's text.
    pub span: Span,
    /// Which term of the query, from 0.
    pub slot: u16,
}

impl Corpus {
    /// The articles of a selection.
    pub fn select(&self, selection: &Selection) -> Results {
        let words = words(&selection.query);
        let matching = self.ids().filter(|id| {
            words.is_empty() || {
                let hits = self.hits(selection, *id);
                (0..words.len()).all(|slot| hits.iter().any(|h| usize::from(h.slot) == slot))
            }
        });
        let (mut ids, facets) = facets::filter(self, selection, matching);
        match selection.sort {
            Sort::Relevance if !words.is_empty() => {
                ids.sort_by_cached_key(|id| std::cmp::Reverse(self.hits(selection, *id).len()));
            }
            Sort::Relevance | Sort::Corpus => {}
            Sort::Newest => ids.sort_by_key(|id| std::cmp::Reverse(self.date(*id))),
            Sort::Oldest => ids.sort_by_key(|id| (self.date(*id).is_none(), self.date(*id))),
            Sort::Title => {
                ids.sort_by_cached_key(|id| self.article(*id).map(|a| fold(a.title()).into_owned()))
            }
            Sort::Mentions => {
                let mask = selection.counting.mask();
                ids.sort_by_cached_key(|id| {
                    let mentions: u32 = self.tally().of(*id).iter().map(|c| c.counted(mask)).sum();
                    std::cmp::Reverse(mentions)
                });
            }
        }
        Results {
            total: ids.len(),
            ids,
            facets,
            reading: words.join(" and "),
            problems: Vec::new(),
        }
    }

    /// The spans that the query matched in an article, in order.
    pub fn hits(&self, selection: &Selection, id: ArticleId) -> Vec<Hit> {
        let words = words(&selection.query);
        let Some(article) = self.article(id) else { return Vec::new() };
        if words.is_empty() {
            return Vec::new();
        }
        let searched = article.blocks().iter().filter(|b| {
            selection.counting.includes(crate::Standing::of_block(b.kind, b.duplicate))
        });
        let mut hits = Vec::new();
        for block in searched {
            for token in tokens(block.span.of(article.text())) {
                let word = fold(token.text);
                if let Some(slot) = words.iter().position(|w| *w == word) {
                    let span = token.span.shifted(block.span.start as usize);
                    hits.push(Hit { span, slot: slot as u16 });
                }
            }
        }
        hits
    }
}

fn words(query: &str) -> Vec<String> {
    tokens(query).map(|t| fold(t.text).into_owned()).collect()
}
