//! Lines that recur across a corpus: a line that stands in several articles of one source
//! is boilerplate (a plea, a footer, a box of headlines), not text of each of them.

use crate::layout::{Block, BlockKind};
use crate::page::Page;
use crate::word::{hash, join};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Articles in which a line must stand to be furniture.
const MIN_ARTICLES: usize = 3;
/// Words of the shortest line that is counted: shorter ones recur by chance.
const MIN_WORDS: u32 = 3;

/// The lines of one article that may recur: a key each, in rising order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineKeys(Vec<u64>);

impl LineKeys {
    /// The keys of the lines of one article. `source` is the publication, or empty when
    /// it is not known.
    pub fn new(source: &str, text: &str) -> LineKeys {
        let page = Page::new(text);
        (0..page.len()).filter_map(|line| key(&page, line, source)).collect()
    }
}

impl FromIterator<u64> for LineKeys {
    fn from_iter<I: IntoIterator<Item = u64>>(keys: I) -> LineKeys {
        let mut keys: Vec<u64> = keys.into_iter().collect();
        keys.sort_unstable();
        keys.dedup();
        LineKeys(keys)
    }
}

/// The lines of a corpus while they are counted, eight bytes each. Articles can be
/// counted one at a time, on any machine, in any order, and the parts be merged.
#[derive(Clone, Debug, Default)]
pub struct LineCounts {
    /// The keys of every article, by their highest byte.
    shards: Vec<Vec<u64>>,
}

impl LineCounts {
    /// Counts the lines of one article, each once.
    pub fn add(&mut self, lines: &LineKeys) {
        self.shards.resize_with(1 << 8, Vec::new);
        for key in &lines.0 {
            self.shards[(key >> 56) as usize].push(*key);
        }
    }

    /// Adds another part of the corpus.
    pub fn merge(&mut self, other: &LineCounts) {
        self.shards.resize_with(1 << 8, Vec::new);
        for (own, others) in self.shards.iter_mut().zip(&other.shards) {
            own.extend_from_slice(others);
        }
    }

    /// The lines that stand in enough articles to be furniture.
    pub fn finish(self) -> Recurring {
        let mut counts = HashMap::new();
        for mut keys in self.shards {
            keys.sort_unstable();
            let often = keys.chunk_by(|a, b| a == b).filter(|run| run.len() >= MIN_ARTICLES);
            counts.extend(often.map(|run| (run[0], run.len() as u32)));
        }
        Recurring { counts }
    }
}

/// The lines that recur in a corpus, with how many articles of one source each stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recurring {
    counts: HashMap<u64, u32>,
}

impl Recurring {
    /// Whether any of the lines recurs; without one, [`Recurring::mark`] does nothing.
    pub fn any(&self, lines: &LineKeys) -> bool {
        lines.0.iter().any(|key| self.counts.contains_key(key))
    }

    /// Marks as furniture the blocks of an article that stand in several articles of
    /// its source. Titles, datelines, bylines and names of sources are kept: an author
    /// writes many articles. So is an article most of which recurs: it was printed
    /// several times. `text` is the raw text that the blocks were made for.
    pub fn mark(&self, source: &str, text: &str, blocks: &mut [Block]) {
        let page = Page::new(text);
        let mut found = Vec::new();
        let (mut line, mut words, mut recurring) = (0, 0, 0);
        for (at, block) in blocks.iter().enumerate() {
            while line < page.len() && page.lines[line].span.start < block.span.start {
                line += 1;
            }
            if line == page.len() || page.lines[line].span != block.span || !may_recur(block.kind) {
                continue;
            }
            let weight = if block.is_clean() { page.shapes[line].words } else { 0 };
            words += weight;
            let count = key(&page, line, source).and_then(|key| self.counts.get(&key)).copied();
            if let Some(count) = count {
                recurring += weight;
                found.push((at, count));
            }
        }
        // An article that was printed several times is still an article.
        if recurring * 2 > words {
            return;
        }
        for (at, count) in found {
            blocks[at].kind = BlockKind::Furniture;
            blocks[at].reason = format!("repeats in {count} articles");
        }
    }
}

/// Roles that a recurring line may lose.
fn may_recur(kind: BlockKind) -> bool {
    use BlockKind::{Body, Caption, Furniture, Heading, Kicker, Lead, Quote};
    matches!(kind, Body | Caption | Furniture | Heading | Kicker | Lead | Quote)
}

/// The key of a line within its source; `None` for lines too short to tell.
fn key(page: &Page<'_>, line: usize, source: &str) -> Option<u64> {
    let s = &page.shapes[line];
    let long = s.words >= MIN_WORDS || s.chars >= 20;
    long.then(|| join(hash(source), s.hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const PLEA: &str =
        "Our reporting on the harbour is free to read because readers like you pay for it.";

    fn article(n: usize) -> String {
        format!(
            "Number {n} of the harbour reports\n\nThe {n} boats of the northern pier were counted on Tuesday, said the \
             harbour master, who counts them every week of the year.\n\n{PLEA}\n\nThe boats will be counted again when \
             the number {n} crane has been mended, he told the council at its meeting."
        )
    }

    #[test]
    fn lines_of_several_articles_become_furniture() {
        let texts: Vec<String> = (1..=4).map(article).collect();
        let (mut whole, mut first, mut second) =
            (LineCounts::default(), LineCounts::default(), LineCounts::default());
        for (at, text) in texts.iter().enumerate() {
            let lines = LineKeys::new("Harbour News", text);
            whole.add(&lines);
            if at < 2 { first.add(&lines) } else { second.add(&lines) }
        }
        second.merge(&first);
        let whole = whole.finish();
        assert_eq!(whole, second.finish(), "merged from parts");
        assert!(whole.any(&LineKeys::new("Harbour News", &texts[0])));
        assert!(!whole.any(&LineKeys::new("Another", &texts[0])));
        let rows = [("Harbour News", true), ("Another", false)];
        for (source, want) in rows {
            let mut blocks = read(&texts[0]).blocks;
            whole.mark(source, &texts[0], &mut blocks);
            let plea = blocks
                .iter()
                .find(|b| b.span.of(&texts[0]) == PLEA)
                .map(|b| (b.kind == BlockKind::Furniture, b.reason.clone()));
            assert_eq!(plea.as_ref().map(|p| p.0), Some(want), "{source}: {plea:?}");
            let others = blocks.iter().filter(|b| b.reason.starts_with("repeats in")).count();
            assert_eq!(others, usize::from(want), "{source}: nothing else recurs");
        }
    }

    #[test]
    fn a_line_of_few_articles_does_not_recur() {
        let mut counts = LineCounts::default();
        for n in 1..=2 {
            counts.add(&LineKeys::new("", &article(n)));
        }
        assert_eq!(counts.finish(), Recurring::default());
    }
}
