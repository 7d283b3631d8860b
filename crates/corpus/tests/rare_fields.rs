//! Fields that few articles have: the facets, filters and values that any field gives, in a pack that
//! grows with the values.

use dateline_corpus::{Choice, Corpus, CorpusBuilder, Input, Selection};
use std::collections::BTreeMap;

/// So many that a row for each article is dearer than naming those with values.
const ARTICLES: usize = 6000;

/// The fields of an article: one that all have, one that few have, and a key of its own for some.
fn fields(number: usize) -> Vec<(String, Vec<String>)> {
    let mut fields = vec![("desk".to_owned(), vec![format!("desk {}", number % 3)])];
    if number % 150 == 7 {
        let values = (0..1 + number % 2).map(|n| format!("prize {}", (number + n) % 5)).collect();
        fields.push(("award".to_owned(), values));
    }
    if number.is_multiple_of(4) {
        fields.push((format!("key {number}"), vec!["yes".to_owned()]));
    }
    fields
}

fn pack() -> Vec<u8> {
    let mut builder = CorpusBuilder::new();
    for number in 0..ARTICLES {
        let mut input = Input::read(format!("{number}"), None, "It rained.");
        input.fields = fields(number);
        builder.add(input).expect("an article");
    }
    builder.build().expect("a pack")
}

/// How many of these articles have each value of a field; the empty one stands for none.
fn counted<'a>(field: &str, articles: impl Iterator<Item = &'a usize>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for number in articles {
        let values = fields(*number).into_iter().find(|(name, _)| name == field);
        for value in values.map_or(vec![String::new()], |(_, values)| values) {
            *counts.entry(value).or_default() += 1;
        }
    }
    counts
}

#[test]
fn fields_of_few_articles_count_and_filter_as_any() {
    let pack = pack();
    // One row of one byte for each article and key would be nine million.
    assert!(pack.len() < ARTICLES * 150, "{} bytes", pack.len());
    let corpus = Corpus::open(pack).expect("a corpus");
    let names: Vec<_> = corpus.field_names().collect();
    assert_eq!(names[..2], ["award", "desk"]);
    assert!(names.is_sorted() && names.len() == 2 + ARTICLES / 4, "{}", names.len());

    for article in corpus.articles().step_by(7) {
        for (name, mut values) in fields(article.name().parse().expect("a number")) {
            values.sort();
            assert_eq!(article.field(&name).collect::<Vec<_>>(), values);
        }
        assert_eq!(article.field("key 3").count(), 0);
    }

    let has = |number: &usize, field: &str, value: &str| {
        counted(field, std::iter::once(number)).contains_key(value)
    };
    // Choices in the two fields; the articles that they let in.
    let cases: [&[(&str, &str, Choice)]; 6] = [
        &[],
        &[("desk", "desk 1", Choice::Include)],
        &[("award", "prize 2", Choice::Include)],
        &[("award", "prize 2", Choice::Exclude), ("desk", "desk 0", Choice::Exclude)],
        &[("award", "", Choice::Include), ("desk", "desk 2", Choice::Include)],
        &[("key 8", "yes", Choice::Include)],
    ];
    for choices in cases {
        let mut selection = Selection::default();
        for (field, value, choice) in choices {
            let field = selection.fields.entry((*field).to_owned()).or_default();
            field.set((*value).to_owned(), *choice);
        }
        let is_in = |number: &usize| {
            choices.iter().all(|(f, v, choice)| has(number, f, v) == (*choice == Choice::Include))
        };
        let wanted: Vec<usize> = (0..ARTICLES).filter(is_in).collect();
        let results = corpus.select(&selection);
        assert_eq!(results.total, wanted.len(), "{choices:?}");
        for field in ["award", "desk", "key 8"] {
            let facet = results.facets.fields.iter().find(|(name, _)| name == field);
            let buckets = facet.expect("a facet").1.iter().filter(|b| b.articles > 0);
            let counts: BTreeMap<_, _> = buckets.map(|b| (b.value.clone(), b.articles)).collect();
            assert_eq!(counts, counted(field, wanted.iter()), "{field} of {choices:?}");
        }
    }
}
