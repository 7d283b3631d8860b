//! The figures of distinctive words are those of the search: every word of the corpus is
//! searched for in both sets of articles here, and what the hits say must be what is listed.

mod common;

use common::{made_up, seeds};
use dateline_corpus::{ArticleId, Corpus, Counting, Selection};
use dateline_stats::Keyness;
use dateline_text::fold;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Hits and articles of a word in either set.
type Counts = [(u32, u32); 2];

/// Every word of the texts, as it is searched for, with what the search finds in the sets.
fn searched(
    corpus: &Corpus,
    counting: Counting,
    sets: &[Vec<ArticleId>; 2],
) -> BTreeMap<String, Counts> {
    let words: BTreeSet<String> = corpus
        .articles()
        .flat_map(|article| {
            let runs = article.text().split(|c: char| !c.is_alphanumeric());
            runs.filter(|w| !w.is_empty()).map(|w| fold(w).into_owned()).collect::<Vec<_>>()
        })
        .collect();
    let count = |word: &str| {
        let selection = Selection { counting, ..Selection::search(word) };
        let question = corpus.ask(&selection);
        let found = corpus.select(&selection).ids;
        [0, 1].map(|set: usize| {
            let within = found.iter().filter(|id| sets[set].contains(id));
            let hits: Vec<usize> = within.map(|id| question.hits(*id).len()).collect();
            (hits.iter().sum::<usize>() as u32, hits.len() as u32)
        })
    };
    words
        .into_iter()
        .map(|word| (count(&word), word))
        .map(|(counts, word)| (word, counts))
        .collect()
}

/// The list of either set, made of searches alone.
fn listed(searched: &BTreeMap<String, Counts>, articles: [u32; 2]) -> [Vec<String>; 2] {
    let words = [0, 1].map(|set: usize| searched.values().map(|c| u64::from(c[set].0)).sum());
    [0, 1].map(|set: usize| {
        let other = 1 - set;
        let mut list: Vec<(f64, &String)> = searched
            .iter()
            .filter_map(|(word, counts)| {
                let keyness = Keyness {
                    here: u64::from(counts[set].0),
                    words_here: words[set],
                    elsewhere: u64::from(counts[other].0),
                    words_elsewhere: words[other],
                };
                let (hits, within) = counts[set];
                let listed = keyness.log_ratio()? >= 1.0
                    && keyness.log_likelihood()? >= 15.13
                    && hits >= 3
                    && (within >= 3 || within * 10 >= articles[set])
                    && word.chars().count() > 1
                    && word.chars().any(|c| !c.is_numeric());
                listed.then_some((keyness.log_likelihood()?, word))
            })
            .collect();
        list.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        list.into_iter().map(|(_, word)| word.clone()).collect()
    })
}

/// Compares the articles whose numbers are in `first` with the others; gives how many words
/// are distinctive.
fn check(corpus: &Corpus, counting: Counting, first: &[u32]) -> usize {
    let (first, second): (Vec<ArticleId>, Vec<ArticleId>) =
        corpus.ids().partition(|id| first.contains(&id.0));
    let sets = [first, second];
    let articles = [0, 1].map(|set: usize| sets[set].len() as u32);
    let searched = searched(corpus, counting, &sets);
    let found = corpus.distinctive(&counting, sets, usize::MAX);
    let words = [0, 1].map(|set: usize| searched.values().map(|c| u64::from(c[set].0)).sum());
    assert_eq!((found.articles, found.words), (articles, words), "sizes");
    let names = |set: usize| found.more[set].iter().map(|k| k.word.clone()).collect::<Vec<_>>();
    assert_eq!([names(0), names(1)], listed(&searched, articles));
    for keyword in found.more.iter().flatten() {
        let counts = searched[&keyword.word];
        assert_eq!(keyword.hits, counts.map(|c| c.0), "hits of {}", keyword.word);
        assert_eq!(keyword.articles, counts.map(|c| c.1), "articles of {}", keyword.word);
    }
    found.more.iter().map(Vec::len).sum()
}

#[test]
fn in_the_seeds() {
    let corpus = seeds();
    for (repeats, furniture) in [(false, false), (true, false), (true, true)] {
        let counting = Counting { repeats, furniture, ..Counting::default() };
        let listed = check(&corpus, counting, &[0, 3]);
        assert!(listed > 2, "{listed} words: something to check");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn in_made_up_corpora(corpus in made_up(), first in prop::collection::vec(0..8_u32, 0..5)) {
        check(&corpus, Counting::default(), &first);
    }
}
