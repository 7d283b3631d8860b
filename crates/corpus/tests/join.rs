//! Corpora side by side in one: nothing of an article changes but its name, where that
//! is taken, and the field that says where it is from.

mod common;

use common::seeds;
use dateline_corpus::{
    Article, BuildError, COLLECTION, ContextsOnly, Corpus, CorpusBuilder, Input, Selection,
};

fn joined(corpora: &[(&Corpus, &str)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    for (corpus, collection) in corpora {
        builder.push_all(corpus, Some(collection)).expect("whole articles");
    }
    Corpus::open(builder.build().expect("a pack")).expect("a corpus")
}

fn of_texts(texts: &[(&str, &str)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    for (name, text) in texts {
        builder.add(Input::dump(*name, *text)).expect("an article");
    }
    Corpus::open(builder.build().expect("a pack")).expect("a corpus")
}

/// Everything that is read, annotated or said of an article.
fn everything(article: &Article<'_>) -> String {
    format!(
        "{:?}",
        (
            (article.text(), article.raw(), article.title_span(), article.title_from()),
            (article.kicker(), article.source_span(), article.byline_span(), article.date()),
            (article.printed_date(), article.date_evidence(), article.mentioned_dates()),
            (article.url(), article.words(), article.holds(), article.blocks()),
            (article.mentions(), article.ambiguous()),
        )
    )
}

const LINKS: &str = "Home\nWorld\nSport\nWeather\nMoney\nLetters\nShop\nJobs\nAbout us\nContact";

#[test]
fn articles_stay_what_they_were() {
    let seeds = seeds();
    let own = of_texts(&[("links.txt", LINKS), ("rain.txt", "Rain in Georgia\n\nIt rained.")]);
    let joined = joined(&[(&seeds, "Published"), (&own, "Yours")]);
    let before: Vec<String> =
        seeds.articles().chain(own.articles()).map(|a| everything(&a)).collect();
    let after: Vec<String> = joined.articles().map(|a| everything(&a)).collect();
    assert_eq!(after, before);
}

#[test]
fn a_field_tells_them_apart() {
    let own = of_texts(&[("rain.txt", "Rain\n\nIt rained in Peru for a week.")]);
    let joined = joined(&[(&seeds(), "Published"), (&own, "Yours")]);
    let count = |query: &str| joined.select(&Selection::search(query)).total;
    assert_eq!(count(&format!("{COLLECTION}:yours")), own.len());
    assert_eq!(count(&format!("{COLLECTION}:published")), seeds().len());
    assert_eq!(count("peru rained"), 1);
}

#[test]
fn names_that_are_taken_get_a_number() {
    let (one, two) = (of_texts(&[("a.txt", "It rained.")]), of_texts(&[("a.txt", "It snowed.")]));
    let joined = joined(&[(&one, "Published"), (&two, "Yours")]);
    let names: Vec<&str> = joined.articles().map(|a| a.name()).collect();
    assert_eq!(names, ["a.txt", "a.txt (2)"]);
}

#[test]
fn other_articles_make_another_hash() {
    let (one, two) = (of_texts(&[("a.txt", "It rained.")]), of_texts(&[("a.txt", "It snowed.")]));
    let seeds = seeds();
    let hash = |own| joined(&[(&seeds, "Published"), (own, "Yours")]).hash();
    assert_eq!(hash(&one), hash(&one));
    assert_ne!(hash(&one), hash(&two));
    assert_ne!(hash(&one), seeds.hash());
}

#[test]
fn contexts_do_not_stand_beside_whole_articles() {
    let mut builder = CorpusBuilder::new();
    builder.set_contexts_only(ContextsOnly::new(5));
    builder.add(Input::dump("a.txt", "It rained in Peru.")).expect("an article");
    let contexts = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
    let refused = CorpusBuilder::new().push_all(&contexts, None);
    assert_eq!(refused, Err(BuildError::Withheld));
}
