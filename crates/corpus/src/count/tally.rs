//! Mentions by article, country and class: what facets, filters and country tables
//! are summed from. Made in one pass over the mentions.

use crate::mention::Class;
use crate::{Article, ArticleId, Corpus};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// So many mentions of one country and one class in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The country, by its number in the corpus.
    pub(crate) country: u16,
    /// The class.
    pub(crate) class: u8,
    /// How many mentions.
    pub(crate) mentions: u32,
}

impl Cell {
    /// How many of the mentions count under a mask of classes.
    pub(crate) fn counted(&self, mask: u32) -> u32 {
        if mask & Class(self.class).bit() != 0 { self.mentions } else { 0 }
    }
}

/// The cells of every article, sorted by country and class.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    ends: Vec<u32>,
    cells: Vec<Cell>,
}

/// A tally that is made when it is asked for, or a part at a time before.
#[derive(Debug, Default)]
pub(crate) struct Tallied {
    done: OnceLock<Tally>,
    growing: Mutex<Tally>,
}

impl Tallied {
    /// The tally of all articles.
    pub(crate) fn get(&self, corpus: &Corpus) -> &Tally {
        self.done.get_or_init(|| {
            let mut tally = std::mem::take(&mut *self.growing());
            tally.go_on(corpus, corpus.len());
            tally
        })
    }

    fn growing(&self) -> MutexGuard<'_, Tally> {
        self.growing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Corpus {
    /// Counts the mentions of so many more articles; false when there is nothing left to
    /// do. For hosts that have other work between: what is shown first waits for all.
    pub fn count_step(&self, articles: usize) -> bool {
        if self.tallied.done.get().is_some() {
            return false;
        }
        let mut tally = self.tallied.growing();
        tally.go_on(self, articles);
        tally.ends.len() < self.len()
    }
}

impl Tally {
    fn go_on(&mut self, corpus: &Corpus, articles: usize) {
        let mut keys: Vec<(u16, u8)> = Vec::new();
        let from = self.ends.len();
        for article in corpus.ids().skip(from).take(articles).map(|id| Article::open(corpus, id)) {
            keys.clear();
            keys.extend(article.decode_mention_keys());
            keys.sort_unstable();
            for same in keys.chunk_by(|a, b| a == b) {
                let (country, class) = same[0];
                self.cells.push(Cell { country, class, mentions: same.len() as u32 });
            }
            self.ends.push(self.cells.len() as u32);
        }
    }

    /// The cells of an article.
    pub(crate) fn of(&self, id: ArticleId) -> &[Cell] {
        let at = id.0 as usize;
        let start = at.checked_sub(1).and_then(|a| self.ends.get(a)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        &self.cells[start as usize..end as usize]
    }

    /// The countries that an article mentions under a mask, with how often; rising.
    pub(crate) fn countries(&self, id: ArticleId, mask: u32) -> impl Iterator<Item = (u16, u32)> {
        self.of(id).chunk_by(|a, b| a.country == b.country).filter_map(move |cells| {
            let mentions = cells.iter().map(|c| c.counted(mask)).sum();
            (mentions > 0).then_some((cells[0].country, mentions))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{ArticleId, Corpus, CorpusBuilder, Input};

    #[test]
    fn parts_make_the_whole() {
        let mut builder = CorpusBuilder::new();
        for text in ["China and Peru.\n\nChina again.", "Nothing.", "Peruvian tin.", "Lima, Peru."]
        {
            builder.add(Input::dump(text, text)).expect("an article");
        }
        let pack = builder.build().expect("a pack");
        let open = || Corpus::open(pack.clone()).expect("a corpus");
        let whole = open();
        let cells = |corpus: &Corpus| -> Vec<Vec<_>> {
            corpus.ids().map(|id| corpus.tally().of(id).to_vec()).collect()
        };
        assert!(!cells(&whole)[ArticleId(0).0 as usize].is_empty());
        for (part, stop) in [(1, 2), (3, 1), (4, 0), (100, 0)] {
            let corpus = open();
            (0..stop).for_each(|_| assert!(corpus.count_step(part)));
            assert_eq!(cells(&corpus), cells(&whole), "{part}");
            assert!(!corpus.count_step(part));
        }
    }
}
