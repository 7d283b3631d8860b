//! How often every word of the index stands in some articles: what comparing two
//! collections begins with.

use crate::index::Index;
use crate::index::forward::Forward;
use crate::query::{Node, Query, Series, Word};
use dateline_text::{fold, is_character};

/// How often each word stands in the titles and bodies of some articles, and in how
/// many of them: the hits and articles of a search for it there.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    /// By rank of the word.
    hits: Vec<u32>,
    articles: Vec<u32>,
    /// The last article that it was seen in: its number in the order of counting.
    last: Vec<u32>,
    counted: u32,
    words: u64,
}

impl Frequencies {
    /// Hits and articles of the word with this rank.
    pub fn of(&self, rank: u32) -> (u32, u32) {
        let of = |counts: &[u32]| counts.get(rank as usize).copied().unwrap_or(0);
        (of(&self.hits), of(&self.articles))
    }

    /// The words of titles and bodies in all.
    pub fn words(&self) -> u64 {
        self.words
    }

    /// How many articles were counted.
    pub fn articles(&self) -> u32 {
        self.counted
    }

    fn count(&mut self, rank: u32) {
        let rank = rank as usize;
        self.hits[rank] += 1;
        self.words += 1;
        if self.last[rank] != self.counted {
            self.last[rank] = self.counted;
            self.articles[rank] += 1;
        }
    }
}

impl<B: AsRef<[u8]>> Index<B> {
    /// Counts the words of an article, which was not counted before; gives how many it has.
    pub fn count_words(&self, doc: u32, into: &mut Frequencies) -> usize {
        if doc >= self.docs() {
            return 0;
        }
        for counts in [&mut into.hits, &mut into.articles, &mut into.last] {
            counts.resize(self.words() as usize, 0);
        }
        into.counted += 1;
        let before = into.words;
        let forward = self.forward();
        let parts = forward.parts(doc);
        forward.each(parts.titles.start..parts.body.end, |_, entry| {
            if let Some(rank) = Forward::rank(entry).filter(|rank| *rank < self.words()) {
                into.count(rank);
            }
        });
        (into.words - before) as usize
    }

    /// The word with this rank, folded; ranks are the numbers below [`Index::words`].
    /// `None` for characters of scripts without spaces, which are no words.
    pub fn word(&self, rank: u32) -> Option<String> {
        self.dictionary().word(rank).filter(|word| !is_character(word))
    }
}

impl Query {
    /// The query narrowed to the articles that also hold this word; several series become one.
    #[must_use]
    pub fn with_word(&self, word: &str) -> Query {
        let before = Node::or(self.series.iter().map(|series| series.node.clone()).collect());
        let word = Node::Word(Word::Exact(fold(word).into_owned()));
        let node = if self.is_all() { word } else { Node::and(vec![before, word]) };
        Query { series: vec![Series { label: None, node }] }
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;

    #[test]
    fn a_query_with_a_word_is_one_that_can_be_typed() {
        let rows = [
            ("", "rain", "rain"),
            ("*", "rain", "rain"),
            ("peru", "Rain", "peru rain"),
            ("peru OR chile", "rain", "(peru OR chile) rain"),
            ("a, b", "near", "(a OR b) near"),
            ("east# china, peru -oil", "or", "(china OR peru -oil) or"),
            ("-peru", "s", "-peru s"),
        ];
        for (query, word, want) in rows {
            let got = parse(query).tree.with_word(word);
            assert_eq!(got.to_string(), want, "{query}");
            let again = parse(&got.to_string());
            assert_eq!((again.tree, again.problems.len()), (got, 0), "{query}");
        }
    }
}
