//! Lines that recur across a corpus: what stands in several articles of one source
//! is furniture (a plea, a footer, a box of headlines), not text of each of them.

use crate::block::{Block, BlockKind};
use crate::page::Page;
use crate::word::{hash, join};
use std::collections::HashMap;

/// Articles in which a line must stand to be furniture.
const ARTICLES: u32 = 3;
/// Words of the shortest line that is counted: shorter ones recur by chance.
const SHORTEST: u32 = 3;

/// How many articles each line stands in, by source. Counts are merged from parts:
/// articles can be counted one at a time, on any machine, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recurring {
    counts: HashMap<u64, u32>,
}

impl Recurring {
    /// Counts the lines of one article, each once. `source` is the publication, or
    /// empty when it is not known.
    pub fn add(&mut self, source: &str, text: &str) {
        let page = Page::new(text);
        let mut keys: Vec<u64> =
            (0..page.len()).filter_map(|line| key(&page, line, source)).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *self.counts.entry(key).or_default() += 1;
        }
    }

    /// Adds the counts of another part of the corpus.
    pub fn merge(&mut self, other: &Self) {
        for (key, count) in &other.counts {
            *self.counts.entry(*key).or_default() += count;
        }
    }

    /// Drops lines that stand in one article only: what is left of a finished count.
    pub fn shrink(&mut self) {
        self.counts.retain(|_, count| *count > 1);
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
            if let Some(count) = count.filter(|count| *count >= ARTICLES) {
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
    let long = s.words >= SHORTEST || s.chars >= 20;
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
            (Recurring::default(), Recurring::default(), Recurring::default());
        for (at, text) in texts.iter().enumerate() {
            whole.add("Harbour News", text);
            if at < 2 { first.add("Harbour News", text) } else { second.add("Harbour News", text) }
        }
        second.merge(&first);
        assert_eq!(whole, second, "merged from parts");
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
    fn a_line_of_one_article_is_kept_after_shrinking() {
        let mut counts = Recurring::default();
        counts.add("", &article(1));
        counts.shrink();
        assert_eq!(counts, Recurring::default());
    }
}
