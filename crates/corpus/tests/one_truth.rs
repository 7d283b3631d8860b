//! Every number comes from the same spans: highlights, totals, facets, country
//! tables, contexts, co-mentions, series and exports are computed in their own way
//! here, from each article alone, and must agree. For the articles in `seeds/` and
//! for made-up corpora, under every way of counting.

mod common;

use common::{made_up, seeds};
use dateline_corpus::{
    ArticleId, Choice, ContextSort, Corpus, Counting, Country, Kind, KindSet, Node, Selection,
    Span, Standing, Unit, Wanted,
};
use dateline_export::{Cell, Table, csv};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every way of counting that a reader can set.
fn countings() -> Vec<Counting> {
    let kinds =
        [KindSet::EXPLICIT, KindSet::ALL, KindSet::NONE.with(Kind::Place).with(Kind::Capital)];
    let mut all = Vec::new();
    for kinds in kinds {
        for bits in 0..8 {
            let (in_name, repeats, furniture) = (bits & 1 == 0, bits & 2 != 0, bits & 4 != 0);
            all.push(Counting { kinds, in_name, repeats, furniture });
        }
    }
    all
}

/// The highlights of an article in the reader: country and span.
fn highlighted(corpus: &Corpus, counting: &Counting, id: ArticleId) -> Vec<(Country, Span)> {
    let article = corpus.article(id).expect("an article");
    let blocks = article.blocks();
    let shown = |m: &&dateline_corpus::Mention<'_>| {
        let block = blocks.iter().find(|b| b.span.contains(m.span)).expect("a block around it");
        let standing = Standing::of_block(block.kind, block.duplicate);
        counting.kinds.contains(m.kind)
            && (counting.in_name || !m.in_name)
            && match standing {
                Standing::Clean => true,
                Standing::Repeat => counting.repeats,
                Standing::Furniture => counting.furniture,
            }
    };
    article.mentions().iter().filter(shown).map(|m| (m.country, m.span)).collect()
}

fn check_countries(corpus: &Corpus, selection: &Selection) {
    let results = corpus.select(selection);
    let counting = &selection.counting;
    let mut mentions: BTreeMap<Country, u64> = BTreeMap::new();
    let mut articles: BTreeMap<Country, BTreeSet<ArticleId>> = BTreeMap::new();
    let mut together: BTreeSet<(Country, Country, ArticleId)> = BTreeSet::new();
    for &id in &results.ids {
        let marks = highlighted(corpus, counting, id);
        let counted = corpus.counted(counting, id);
        let spans: Vec<_> = counted.iter().map(|m| (m.country, m.span)).collect();
        assert_eq!(spans, marks, "counted are highlighted");
        for (country, _) in &marks {
            *mentions.entry(*country).or_default() += 1;
            articles.entry(*country).or_default().insert(id);
            for (other, _) in marks.iter().filter(|(other, _)| other > country) {
                together.insert((*country, *other, id));
            }
        }
    }
    let rows = corpus.countries(counting, &results.ids);
    assert_eq!(rows.len(), mentions.len());
    for row in &rows {
        assert_eq!(row.mentions, mentions[&row.country], "{} mentions", row.country);
        assert_eq!(row.articles, articles[&row.country].len(), "{} articles", row.country);
        assert_eq!(row.mentions, Kind::ALL.iter().map(|k| row.of_kind(*k)).sum::<u64>());
        let bucket = results.facets.countries.iter().find(|b| b.value == row.country);
        assert_eq!(bucket.map(|b| b.articles), Some(row.articles), "{} in the facet", row.country);
        check_lines(corpus, selection, &results.ids, row.country, row.mentions);
    }
    let focus: f64 = rows.iter().map(|r| r.focus).sum();
    assert!(rows.is_empty() || (focus - 1.0).abs() < 1e-9, "shares add up to one: {focus}");
    let met = corpus.co_mentions(counting, &results.ids, Unit::Article);
    assert_eq!(met.pairs.iter().map(|p| p.count.together).sum::<u64>(), together.len() as u64);
    for pair in &met.pairs {
        let own = together.iter().filter(|t| (t.0, t.1) == (pair.first, pair.second)).count();
        assert_eq!(pair.count.together, own as u64);
        assert_eq!(pair.count.first, articles[&pair.first].len() as u64);
    }
    check_export(&rows, &mentions);
}

/// Contexts, series and parts of one country add up to its mentions.
fn check_lines(
    corpus: &Corpus,
    selection: &Selection,
    ids: &[ArticleId],
    country: Country,
    mentions: u64,
) {
    let sort = [ContextSort::Left(1), ContextSort::Right(1), ContextSort::Node];
    let lines = corpus.contexts(selection, ids, Node::Country(country), 7, &sort, usize::MAX);
    assert_eq!((lines.total as u64, lines.lines.len() as u64), (mentions, mentions));
    for line in &lines.lines {
        let marks = highlighted(corpus, &selection.counting, line.article);
        assert!(marks.contains(&(country, line.node)));
        assert!(line.left_words.len() <= 7 && line.right_words.len() <= 7);
        assert_eq!((line.left.end, line.right.start), (line.node.start, line.node.end));
    }
    let months = corpus.mentions_by_month(&selection.counting, ids, Some(country));
    assert_eq!(months.iter().map(|(_, n)| n).sum::<u64>(), mentions);
    let parts = corpus.parts(&selection.counting, ids, country);
    assert_eq!(parts.iter().map(|p| p.count).sum::<u64>(), mentions);
}

fn check_export(rows: &[dateline_corpus::CountryRow], mentions: &BTreeMap<Country, u64>) {
    let mut table = Table::new("Countries", &["country", "mentions"]);
    for row in rows {
        table = table.row([Cell::Text(row.country.code().to_owned()), Cell::Count(row.mentions)]);
    }
    let file = csv(&table);
    for (country, count) in mentions {
        assert!(file.contains(&format!("{},{count}", country.code())), "{country} in {file}");
    }
}

/// Totals, ids and facets of a query agree with the hits of each article alone.
fn check_query(corpus: &Corpus, selection: &Selection) {
    let results = corpus.select(selection);
    let question = corpus.ask(selection);
    assert_eq!(results.total, results.ids.len());
    let found: BTreeSet<ArticleId> = results.ids.iter().copied().collect();
    assert_eq!(found.len(), results.total, "each article once");
    for article in corpus.articles() {
        let hits = question.hits_in(&article);
        assert_eq!(!hits.is_empty(), found.contains(&article.id()), "{:?}", selection.query);
        for hit in &hits {
            assert!(selection.counting.includes(article.standing(hit.span)));
        }
        let lines = corpus.contexts(selection, &[article.id()], Node::Query, 7, &[], usize::MAX);
        assert_eq!(lines.total, hits.len());
        if let Some(snippet) = corpus.snippet(selection, article.id(), 160) {
            assert!(snippet.hits.iter().all(|h| hits.contains(h) && snippet.span.contains(h.span)));
            assert!(article.text().get(snippet.span.range()).is_some());
        }
    }
    let by_source: usize = results.facets.sources.iter().map(|b| b.articles).sum();
    let by_month: usize = results.facets.months.iter().map(|b| b.articles).sum();
    assert_eq!((by_source, by_month), (results.total, results.total));
}

/// The count that a facet promises for a value is the count that choosing it gives.
fn check_promises(corpus: &Corpus, selection: &Selection) {
    let results = corpus.select(selection);
    for bucket in &results.facets.countries {
        let mut only = selection.clone();
        only.countries.include.clear();
        only.countries.set(bucket.value, Choice::Include);
        assert_eq!(corpus.select(&only).total, bucket.instead, "only {}", bucket.value);
        check_top(corpus, &only);
        let mut also = selection.clone();
        also.countries.set(bucket.value, Choice::Exclude);
        assert_eq!(corpus.select(&also).total, results.total - bucket.articles);
    }
    for bucket in &results.facets.sources {
        let mut only = selection.clone();
        only.sources.include.clear();
        only.sources.set(bucket.value.clone(), Choice::Include);
        assert_eq!(corpus.select(&only).total, bucket.instead, "only {:?}", bucket.value);
        check_top(corpus, &only);
    }
    for bucket in &results.facets.months {
        let mut only = selection.clone();
        only.dates = bucket.value.map(dateline_corpus::DateRange::of).into_iter().collect();
        only.undated = bucket.value.is_none();
        check_top(corpus, &only);
        let total = corpus.select(&only).total;
        assert!(total >= bucket.instead, "{:?} {total} {}", bucket.value, bucket.instead);
    }
}

/// The short answer is the start of the long one.
fn check_top(corpus: &Corpus, selection: &Selection) {
    let long = corpus.select(selection);
    let short = corpus.ask(selection).results(Wanted::top(3));
    assert_eq!((short.total, &short.ids[..]), (long.total, &long.ids[..long.total.min(3)]));
}

#[test]
fn in_the_seeds() {
    let corpus = seeds();
    assert_eq!(corpus.len(), 5);
    for counting in countings() {
        for query in ["", "china OR russia"] {
            let selection = Selection { counting, ..Selection::search(query) };
            check_countries(&corpus, &selection);
            if !query.is_empty() {
                check_query(&corpus, &selection);
            }
        }
    }
    check_promises(&corpus, &Selection::search("china"));
}

#[test]
fn a_query_and_its_facets_are_one() {
    let corpus = seeds();
    for row in corpus.countries(&Counting::default(), &corpus.ids().collect::<Vec<_>>()) {
        let query = Selection::search(format!("country:{}", row.country.code()));
        assert_eq!(corpus.select(&query).total, row.articles, "{}", row.country);
        let mut facet = Selection::default();
        facet.countries.set(row.country, Choice::Include);
        assert_eq!(corpus.select(&facet).ids, corpus.select(&query).ids);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn in_made_up_corpora(corpus in made_up(), at in 0..24_usize, word in common::word()) {
        let counting = countings()[at];
        check_countries(&corpus, &Selection { counting, ..Selection::default() });
        let selection = Selection { counting, ..Selection::search(format!("\"{word}\"")) };
        check_countries(&corpus, &selection);
        check_query(&corpus, &selection);
        check_promises(&corpus, &selection);
    }
}
