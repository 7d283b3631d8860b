//! A query that asks for too much says so and gives nothing; one that only takes as long as
//! reading the articles is answered.

use dateline_search::{Document, Index, IndexBuilder, Options, Zone, hits, parse};
use dateline_text::Span;

const WORDS: [&str; 12] = [
    "the",
    "price",
    "of",
    "oil",
    "rose",
    "and",
    "ministers",
    "said",
    "nothing",
    "about",
    "a",
    "cut",
];

/// The text of an article of 150 words; the order of the words differs from article to article.
fn article(number: usize) -> String {
    let word = |at: usize| WORDS[(at * (1 + number % 7) + at / 5 + number) % WORDS.len()];
    (0..150).map(word).collect::<Vec<_>>().join(" ")
}

fn index() -> Index<Vec<u8>> {
    let mut builder = IndexBuilder::new();
    for number in 0..600 {
        let raw = article(number);
        let zones = [(Zone::Body, Span::new(0, raw.len()))];
        builder.add(&Document { raw: &raw, zones: &zones });
    }
    Index::open(builder.finish()).expect("an index")
}

/// So many parts, each with two letters of its own.
fn each(count: usize, part: impl Fn(char, char) -> String, between: &str) -> String {
    let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
    let parts = (0..count).map(|number| part(letter(number), letter(number / 26)));
    parts.collect::<Vec<_>>().join(between)
}

#[test]
fn what_asks_for_too_much_says_so() {
    let index = index();
    let proximity = format!("\"{}\"~1000", vec!["*"; 40].join(" "));
    let rows = [
        ("/.*/ NEAR/1000 /.+/".to_owned(), true),
        ("/.*/ NEAR/500 (oil OR /.*/)".to_owned(), true),
        ("oil -(/.*/ NEAR/1000 /.*/)".to_owned(), true),
        ("oil, /.*/ NEAR/1000 /.*/".to_owned(), true),
        (proximity, true),
        (each(900, |a, b| format!("wo{a}rd{b}~2"), " OR "), true),
        (WORDS.join(" NEAR "), false),
        ("\"* * *\"".to_owned(), false),
        ("????*".to_owned(), false),
        ("oil NEAR/10 price*".to_owned(), false),
        ("\"of the\" OR \"oil * rose\"".to_owned(), false),
        (each(400, |a, b| format!("{a}{b}*"), " OR "), false),
    ];
    for (query, is_too_much) in rows {
        let shown = &query[..query.len().min(60)];
        let tree = parse(&query).tree;
        let outcome = index.run(&tree, &(), &Options::default());
        let told = outcome.problems.iter().any(|p| p.message.contains("too much"));
        assert_eq!((told, outcome.too_much), (is_too_much, is_too_much), "{shown}");
        if is_too_much {
            let found = (outcome.total, outcome.top.len(), outcome.docs.len());
            assert_eq!(found, (0, 0, 0), "{shown}");
        }
    }
}

#[test]
fn what_passes_has_its_hits() {
    let raw = article(3);
    let zones = [(Zone::Body, Span::new(0, raw.len()))];
    let document = Document { raw: &raw, zones: &zones };
    for (query, count) in [("/.*/", 150), ("/.*/ NEAR/20 /.*/", 150), ("\"the price\"~3", 0)] {
        let found = hits(&parse(query).tree, &document).len();
        if count > 0 {
            assert_eq!(found, count, "{query}");
        } else {
            assert!(found > 0, "{query}");
        }
    }
    // As many pairs as nobody reads: nothing is marked, as nothing is selected.
    let long: String = (0..4_000).map(|at| WORDS[at % WORDS.len()].to_owned() + " ").collect();
    let zones = [(Zone::Body, Span::new(0, long.len()))];
    let document = Document { raw: &long, zones: &zones };
    let found = hits(&parse("/.*/ NEAR/1000 /.*/").tree, &document);
    assert!(found.is_empty(), "{} hits", found.len());
}
