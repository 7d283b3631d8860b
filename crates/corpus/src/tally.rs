//! Mentions by article, country and class: what facets, filters and country tables
//! are summed from. Made in one pass over the mentions.

use crate::mention::Class;
use crate::{ArticleId, Corpus};

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
#[derive(Debug)]
pub(crate) struct Tally {
    ends: Vec<u32>,
    cells: Vec<Cell>,
}

impl Tally {
    pub(crate) fn new(corpus: &Corpus) -> Tally {
        let mut tally = Tally { ends: Vec::with_capacity(corpus.len()), cells: Vec::new() };
        let mut keys: Vec<(u16, u8)> = Vec::new();
        for article in corpus.articles() {
            keys.clear();
            keys.extend(article.decode_mention_keys());
            keys.sort_unstable();
            for same in keys.chunk_by(|a, b| a == b) {
                let (country, class) = same[0];
                tally.cells.push(Cell { country, class, mentions: same.len() as u32 });
            }
            tally.ends.push(tally.cells.len() as u32);
        }
        tally
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
