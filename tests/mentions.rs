//! The annotator in a real browser finds what it finds natively: over the packed articles,
//! whose mentions were found while building, and over every table of cases, which the
//! native tests hold too.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

#[path = "../crates/countries/tests/common/mod.rs"]
mod common;

use common::{marked, plain, with_places};
use dateline::model::shared::Shared;
use dateline_countries::{Gazetteer, annotations};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn packed_articles_have_the_same_mentions() {
    let corpus = Shared::embedded().unwrap();
    let mut seen = 0;
    for article in corpus.articles() {
        let spans: Vec<_> = article.blocks().iter().map(|b| b.span).collect();
        let found = annotations(Gazetteer::embedded(), article.text(), &spans);
        let row = |span: dateline_corpus::Span, code: &str, kind: &str, named, rule: &str| {
            format!("{span:?} {code} {kind} {named} {rule}")
        };
        let now = found.mentions.iter();
        let now: Vec<_> =
            now.map(|m| row(m.span, m.country.code(), m.kind.name(), m.in_name, &m.rule)).collect();
        let built = article.mentions().iter();
        let built: Vec<_> = built
            .map(|m| row(m.span, m.country.code(), m.kind.name(), m.in_name, m.rule))
            .collect();
        assert_eq!(now, built, "{}", article.name());
        assert_eq!(found.ambiguous, article.ambiguous(), "{}", article.name());
        seen += now.len();
    }
    assert!(seen > 0, "the packed articles mention no country");
}

/// The tables of cases.
const CASES: [&str; 15] = [
    include_str!("../crates/countries/tests/cases/address.txt"),
    include_str!("../crates/countries/tests/cases/aliases.txt"),
    include_str!("../crates/countries/tests/cases/block_phrase.txt"),
    include_str!("../crates/countries/tests/cases/company.txt"),
    include_str!("../crates/countries/tests/cases/container.txt"),
    include_str!("../crates/countries/tests/cases/currency.txt"),
    include_str!("../crates/countries/tests/cases/in_name.txt"),
    include_str!("../crates/countries/tests/cases/language.txt"),
    include_str!("../crates/countries/tests/cases/metonym.txt"),
    include_str!("../crates/countries/tests/cases/model.txt"),
    include_str!("../crates/countries/tests/cases/names.txt"),
    include_str!("../crates/countries/tests/cases/person.txt"),
    include_str!("../crates/countries/tests/cases/pronoun.txt"),
    include_str!("../crates/countries/tests/cases/state_after_its_town.txt"),
    include_str!("../crates/countries/tests/cases/words_in_capitals.txt"),
];

#[wasm_bindgen_test]
fn cases_have_the_same_mentions() {
    for line in CASES.iter().flat_map(|cases| cases.lines()) {
        if !line.is_empty() && !line.starts_with('#') {
            let line = line.replace('¶', "\n");
            assert_eq!(marked(with_places(), &plain(&line)), line);
        }
    }
}
