//! Contexts only: what is withheld is not in the pack, and cannot be put together
//! again beyond the window, not even from several articles that share their text.

use dateline_corpus::{ContextsOnly, Corpus, CorpusBuilder, Input};
use dateline_text::tokens;
use proptest::prelude::*;
use std::collections::HashSet;

const NAMES: [&str; 5] = ["Peru", "Chilean", "Norway", "Kabul", "Bolivia"];

/// Paragraphs of words that are each written once, with countries between them.
fn paragraph(from: usize, words: usize, named: &[usize]) -> String {
    let word = |at: usize| match named.iter().position(|n| *n == at) {
        Some(which) => NAMES[which % NAMES.len()].to_owned(),
        None => format!("w{}x", from + at),
    };
    let mut text: Vec<String> = (0..words).map(word).collect();
    text[0] = format!("Word{from}");
    text.join(" ") + "."
}

fn pack(texts: &[String], words: Option<usize>) -> Vec<u8> {
    let mut builder = CorpusBuilder::new();
    if let Some(words) = words {
        builder.set_contexts_only(ContextsOnly::new(words));
    }
    for (number, text) in texts.iter().enumerate() {
        let body =
            Input::read(format!("{number}.txt"), Some(format!("Title {number}")), text.as_str());
        builder.add(body).expect("an article");
    }
    builder.build().expect("a pack")
}

/// All runs of `length` words in the texts as they are shown.
fn runs(corpus: &Corpus, length: usize) -> HashSet<Vec<String>> {
    let texts = corpus.articles().flat_map(|a| {
        let lines: Vec<String> = a.text().split(['\n', '[', ']']).map(str::to_owned).collect();
        lines
    });
    let mut runs = HashSet::new();
    for text in texts {
        let words: Vec<String> = tokens(&text).map(|t| t.text.to_owned()).collect();
        runs.extend(words.windows(length).map(<[String]>::to_vec));
    }
    runs
}

fn is_named(word: &str) -> bool {
    NAMES.contains(&word)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_shown_beyond_the_window(
        window in 3_usize..=15,
        named in proptest::collection::vec(proptest::collection::btree_set(1_usize..120, 0..14), 1..4),
    ) {
        let named: Vec<Vec<usize>> = named.into_iter().map(|n| n.into_iter().collect()).collect();
        let mut texts: Vec<String> = named
            .iter()
            .enumerate()
            .map(|(at, named)| paragraph(at * 1000, 120, named))
            .collect();
        // The same paragraphs again, in one article, so that copies could be compared.
        texts.push(texts.join("\n\n"));
        let contexts = ContextsOnly::new(window);
        let bytes = pack(&texts, Some(window));
        let corpus = Corpus::open(bytes.clone()).expect("a corpus");
        prop_assert_eq!(corpus.contexts_only(), Some(contexts));

        // Joining everything that is shown wherever two pieces overlap gives no more
        // words in a row than the window has: a pair of neighbours is shown always or
        // never, so that pairs are all that pieces could be joined by.
        let pairs = runs(&corpus, 2);
        for text in &texts[..named.len()] {
            let words: Vec<&str> = tokens(text).map(|t| t.text).collect();
            let mut run = 1;
            for pair in words.windows(2) {
                let joined = pairs.contains(&vec![pair[0].to_owned(), pair[1].to_owned()]);
                run = if joined { run + 1 } else { 1 };
                prop_assert!(run <= contexts.longest() || is_named(pair[1]), "{} words", run);
            }
        }
        // Nor is what is withheld anywhere else in the pack.
        let shown: HashSet<String> = runs(&corpus, 1).into_iter().flatten().collect();
        for word in texts.iter().flat_map(|t| tokens(t)).map(|t| t.text) {
            if !shown.contains(word) {
                let found = bytes.windows(word.len()).any(|w| w == word.as_bytes());
                prop_assert!(!found, "{} is withheld but in the pack", word);
            }
        }
    }
}

#[test]
fn counts_stay_those_of_the_whole_texts() {
    let texts = [paragraph(0, 120, &[7, 8, 60, 100]), paragraph(1000, 90, &[5, 50])];
    let whole = Corpus::open(pack(&texts, None)).expect("a corpus");
    let held = Corpus::open(pack(&texts, Some(5))).expect("a corpus");
    assert_eq!(whole.contexts_only(), None);
    assert_eq!(whole.hash(), held.hash());
    for (whole, held) in whole.articles().zip(held.articles()) {
        assert_eq!(whole.title(), held.title());
        assert_eq!(whole.words(), held.words());
        assert_eq!(whole.text().len(), held.text().len());
        let surfaces = |a: &dateline_corpus::Article<'_>| -> Vec<String> {
            a.mentions().iter().map(|m| m.span.of(a.text()).to_owned()).collect()
        };
        assert_eq!(surfaces(&whole), surfaces(&held));
    }
    assert!(held.articles().next().expect("an article").text().contains("[…]"));
}
