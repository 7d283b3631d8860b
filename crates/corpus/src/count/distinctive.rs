//! Distinctive words: what two sets of articles say more than the other does.

use crate::ask::zones::Scope;
use crate::{ArticleId, Corpus, Counting};
use dateline_search::{Frequencies, parse};
use dateline_stats::{Keyness, Significance};
use dateline_text::compact::sort_by;

/// A word has to occur so often in the articles that it is distinctive of.
const LEAST_HITS: u32 = 3;
/// It has to be so many times as frequent there, as a binary logarithm: twice.
const LEAST_RATIO: f64 = 1.0;
/// The level of significance that is asked for: p < 0.0001, since so many words are
/// tested. That of P. Rayson, D. Berridge and B. Francis, "Extending the Cochran rule
/// for the comparison of word frequencies between corpora" (2004).
const LEAST_SIGNIFICANCE: Significance = Significance::P0001;

/// A word with its figures in both sets of articles: the hits and articles of a search
/// for it there.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The word, folded, as it is searched for.
    pub word: String,
    /// How often it occurs in titles and texts of either set.
    pub hits: [u32; 2],
    /// In how many articles of either set.
    pub articles: [u32; 2],
    /// How sure it is that the rates differ: [`Keyness::log_likelihood`].
    pub log_likelihood: f64,
    /// How much they differ: [`Keyness::log_ratio`] of the first set over the second,
    /// so negative for what is more frequent in the second.
    pub log_ratio: f64,
}

/// The words that tell two sets of articles apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Distinctive {
    /// Words in the titles and texts of either set.
    pub words: [u64; 2],
    /// Articles of either set.
    pub articles: [u32; 2],
    /// The words more frequent in the first set, and in the second; the surest first.
    pub more: [Vec<Keyword>; 2],
}

/// Two sets of articles whose words are being counted, some at a time.
#[derive(Debug)]
pub struct Comparing {
    scope: Scope,
    sets: [Vec<ArticleId>; 2],
    counted: [Frequencies; 2],
}

impl Comparing {
    /// Begins to compare; each article once. What `counting` leaves out is not counted.
    pub fn new(counting: &Counting, sets: [Vec<ArticleId>; 2]) -> Comparing {
        Comparing { scope: Scope::new(counting), sets, counted: Default::default() }
    }

    /// Counts at least so many more words of the articles; false when all are counted.
    /// For hosts that have other work between: a million words take some milliseconds.
    pub fn count_step(&mut self, corpus: &Corpus, words: usize) -> bool {
        let index = corpus.index(self.scope);
        let mut left = words;
        for (set, counted) in self.sets.iter().zip(&mut self.counted) {
            for id in set.iter().skip(counted.articles() as usize) {
                if left == 0 {
                    return true;
                }
                left = left.saturating_sub(index.count_words(id.0, counted).max(1));
            }
        }
        false
    }

    /// The words of what was counted that tell the sets apart, at most `most` of either.
    ///
    /// A word is distinctive of a set when it is at least twice as frequent there
    /// (Log Ratio 1), when that is no chance (log-likelihood G2 at p < 0.0001), and when it
    /// occurs there three times, in three articles: of fewer than 21 articles, in one of ten.
    /// There is no list of words to leave out; words of one letter and numbers are, since
    /// they are what is left of "don't" and of tables. The surest come first.
    pub fn distinctive(&self, corpus: &Corpus, most: usize) -> Distinctive {
        let index = corpus.index(self.scope);
        let words = [0, 1].map(|set: usize| self.counted[set].words());
        let articles = [0, 1].map(|set: usize| self.counted[set].articles());
        let mut found: [Vec<(u32, Measured)>; 2] = Default::default();
        for rank in 0..index.words() {
            let [first, second] = [0, 1].map(|set: usize| self.counted[set].of(rank));
            if let Some((set, measured)) = measure([first, second], words, articles) {
                found[set].push((rank, measured));
            }
        }
        let more = found.map(|mut ranks| {
            sort_by(&mut ranks, |a, b| {
                b.1.log_likelihood.total_cmp(&a.1.log_likelihood).then(a.0.cmp(&b.0))
            });
            let word = |(rank, measured): &(u32, Measured)| {
                let word = index.word(*rank).filter(|word| is_telling(word))?;
                let [first, second] = [0, 1].map(|set: usize| self.counted[set].of(*rank));
                Some(Keyword {
                    word,
                    hits: [first.0, second.0],
                    articles: [first.1, second.1],
                    log_likelihood: measured.log_likelihood,
                    log_ratio: measured.log_ratio,
                })
            };
            ranks.iter().filter_map(word).take(most).collect()
        });
        Distinctive { words, articles, more }
    }
}

impl Corpus {
    /// The words that tell two sets of articles apart, at most `most` of either; see
    /// [`Comparing::distinctive`].
    pub fn distinctive(
        &self,
        counting: &Counting,
        sets: [Vec<ArticleId>; 2],
        most: usize,
    ) -> Distinctive {
        let mut comparing = Comparing::new(counting, sets);
        while comparing.count_step(self, usize::MAX) {}
        comparing.distinctive(self, most)
    }

    /// `query` as it is typed for those of its articles that also hold `word`.
    pub fn query_with_word(query: &str, word: &str) -> String {
        parse(query).tree.with_word(word).to_string()
    }
}

struct Measured {
    log_likelihood: f64,
    log_ratio: f64,
}

/// The set that a word is distinctive of and how much so, from its hits and articles in
/// both, and from the words and articles that they have in all.
fn measure(
    counts: [(u32, u32); 2],
    words: [u64; 2],
    articles: [u32; 2],
) -> Option<(usize, Measured)> {
    let keyness = Keyness {
        here: u64::from(counts[0].0),
        words_here: words[0],
        elsewhere: u64::from(counts[1].0),
        words_elsewhere: words[1],
    };
    let log_ratio = keyness.log_ratio().filter(|ratio| ratio.abs() >= LEAST_RATIO)?;
    let set = usize::from(log_ratio < 0.0);
    let (hits, within) = counts[set];
    if hits < LEAST_HITS || within < articles[set].div_ceil(10).min(3) {
        return None;
    }
    let log_likelihood = keyness.log_likelihood()?;
    (keyness.significance()? >= LEAST_SIGNIFICANCE)
        .then_some((set, Measured { log_likelihood, log_ratio }))
}

/// Whether a word says something by itself. A single sign of a script without letters,
/// such as the Chinese one, does.
fn is_telling(word: &str) -> bool {
    const IDEOGRAPHS: char = '\u{2e80}';
    let mut letters = word.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    single.is_none_or(|letter| letter >= IDEOGRAPHS) && !word.chars().all(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CorpusBuilder, Input};

    /// Counts as (hits, articles) of (words, articles) in two sets; `+` when the word is
    /// distinctive of the first, `-` of the second.
    #[test]
    fn what_is_distinctive() {
        type Row = ([(u32, u32); 2], [u64; 2], [u32; 2], char);
        let rows: &[Row] = &[
            ([(0, 0), (0, 0)], [0, 0], [0, 0], ' '),
            ([(20, 5), (0, 0)], [1_000, 0], [9, 0], ' '),
            ([(20, 5), (0, 0)], [1_000, 1_000], [9, 9], '+'),
            ([(0, 0), (20, 5)], [1_000, 1_000], [9, 9], '-'),
            ([(20, 5), (20, 5)], [1_000, 100_000], [9, 900], '+'),
            // Sure, and less than twice as frequent.
            ([(1_900, 90), (1_000, 90)], [100_000, 100_000], [99, 99], ' '),
            // Four times as frequent, and not sure.
            ([(4, 4), (10, 10)], [1_000, 10_000], [9, 90], ' '),
            // Twice in a set of few words.
            ([(2, 2), (0, 0)], [10, 100_000], [2, 900], ' '),
            // In one article of up to ten, two of up to twenty, three of more.
            ([(30, 1), (0, 0)], [1_000, 10_000], [10, 90], '+'),
            ([(30, 1), (0, 0)], [1_000, 10_000], [11, 90], ' '),
            ([(30, 2), (0, 0)], [1_000, 10_000], [20, 90], '+'),
            ([(30, 2), (0, 0)], [1_000, 10_000], [21, 90], ' '),
            ([(30, 3), (0, 0)], [1_000, 10_000], [10_000, 90], '+'),
        ];
        for (counts, words, articles, want) in rows {
            let got = measure(*counts, *words, *articles);
            let got = got.map_or(' ', |(set, _)| if set == 0 { '+' } else { '-' });
            assert_eq!(got, *want, "{counts:?} of {words:?} words, {articles:?} articles");
        }
    }

    #[test]
    fn what_says_something() {
        let rows = [("rain", true), ("s", false), ("1987", false), ("19th", true), ("ü", false)];
        for (word, want) in rows.into_iter().chain([("٣٤", false), ("水", true)]) {
            assert_eq!(is_telling(word), want, "{word}");
        }
    }

    fn corpus(texts: &[(&str, &str)]) -> Corpus {
        let mut builder = CorpusBuilder::new();
        for (at, (title, text)) in texts.iter().enumerate() {
            let input = Input::read(format!("{at}.txt"), Some((*title).to_owned()), *text);
            builder.add(input).expect("an article");
        }
        Corpus::open(builder.build().expect("a pack")).expect("a corpus")
    }

    #[test]
    fn words_in_order_of_surety() {
        let wet = (
            "Rain",
            "Rain and rain and rain falls on the towns. Don't go. Rain! 12 12 12 12 12 12.",
        );
        let dry = ("Sun", "The sun shines on the towns and the sun, the sun burns.");
        let corpus = corpus(&[wet, dry, wet, dry, dry, dry]);
        let ids = |numbers: &[u32]| numbers.iter().copied().map(ArticleId).collect::<Vec<_>>();
        let found = corpus.distinctive(
            &Counting { repeats: true, ..Counting::default() },
            [ids(&[0, 2]), ids(&[1, 3, 4, 5])],
            10,
        );
        let words = |set: usize| -> Vec<(&str, u32, u32)> {
            found.more[set]
                .iter()
                .map(|k| (k.word.as_str(), k.hits[set], k.articles[set]))
                .collect()
        };
        assert_eq!(words(0), [("rain", 10, 2)], "{found:?}");
        assert_eq!(words(1), [("sun", 16, 4)], "{found:?}");
        assert!(found.more[0][0].log_ratio > 0.0 && found.more[1][0].log_ratio < 0.0);
        let none = corpus.distinctive(&Counting::default(), [ids(&[0, 2]), Vec::new()], 10);
        assert_eq!(none.more, [Vec::new(), Vec::new()]);
    }
}
