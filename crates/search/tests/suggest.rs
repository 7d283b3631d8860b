//! Suggestions while typing, corrections, and the order of results.

use dateline_search::{
    DocSet, Document, Filter, Host, Index, IndexBuilder, Options, SuggestionKind, Zone, parse,
};
use dateline_text::Span;

struct Papers;

impl Host for Papers {
    fn filter(&self, _: &Filter) -> Option<DocSet> {
        None
    }

    fn fields(&self) -> Vec<String> {
        vec!["source".to_owned(), "topics".to_owned()]
    }

    fn values(&self, field: &str, typed: &str, limit: usize) -> Vec<String> {
        let values = ["Gazette", "Globe", "Herald"].iter().filter(|v| v.starts_with(typed));
        if field == "source" {
            values.take(limit).map(|v| (*v).to_owned()).collect()
        } else {
            Vec::new()
        }
    }
}

/// An index over articles of a title, a line end and a body.
fn index(texts: &[&str]) -> Index<Vec<u8>> {
    let mut builder = IndexBuilder::new();
    for raw in texts {
        let end = raw.find('\n').unwrap_or(0);
        let zones = [(Zone::Title, Span::new(0, end)), (Zone::Body, Span::new(end, raw.len()))];
        builder.add(&Document { raw, zones: &zones });
    }
    Index::open(builder.finish()).expect("a fresh index opens")
}

#[test]
fn suggestions() {
    let index = index(&["\ntrade trade tariff", "\ntrains trade", "\ntariff trade topic émigré"]);
    let cases: &[(&str, usize, &[&str])] = &[
        ("tr", 2, &["trade", "trains"]),
        ("TR", 2, &["trade", "trains"]),
        ("t", 1, &["title:", "topics:", "trade", "tariff"]),
        ("oil -ta", 7, &["tariff"]),
        ("oil (tar", 8, &["tariff"]),
        ("tr oil", 2, &["trade", "trains"]),
        ("trade", 5, &[]),
        ("em", 2, &["emigre"]),
        ("so", 2, &["source:"]),
        ("source:G", 8, &["Gazette", "Globe"]),
        ("oil ", 4, &[]),
        ("", 0, &[]),
        ("w?r", 3, &[]),
        ("é", 1, &[]),
    ];
    for (typed, caret, want) in cases {
        let got = index.suggest(typed, *caret, &Papers, 4);
        let texts: Vec<&str> = got.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(&texts, want, "{typed}");
    }
    let value = &index.suggest("-source:He", 10, &Papers, 4)[0];
    assert_eq!((value.span, value.kind), (Span::new(8, 10), SuggestionKind::Value));
    assert_eq!(index.suggest("x tr", 4, &Papers, 4)[0].articles, 3);
}

#[test]
fn corrections() {
    let index = index(&["\ngovernment government inflation", "\ngovernor trade in formation"]);
    let cases = [
        ("goverment", Some("government")),
        ("\"goverment trade\" -xyzzy", Some("\"government trade\" -xyzzy")),
        ("title:infaltion", Some("title:inflation")),
        ("government", None),
        ("xyzzyx", None),
        ("trad", Some("trade")),
        ("tra", None),
        ("goverment*", None),
    ];
    for (typed, want) in cases {
        let better = index.did_you_mean(&parse(typed).tree).map(|query| query.to_string());
        assert_eq!(better.as_deref(), want, "{typed}");
    }
}

#[test]
fn order() {
    let filler = "word ".repeat(30);
    let cases: &[(&str, [String; 3], [u32; 3])] = &[
        // In the title, then often, then once.
        (
            "oil",
            [format!("\noil {filler}"), format!("oil\n{filler}"), format!("\noil oil {filler}")],
            [1, 2, 0],
        ),
        // Side by side, then apart; equal ones in the order of the corpus.
        (
            "oil price",
            [
                format!("\noil {filler} price"),
                format!("\nprice {filler} oil"),
                format!("\n{filler} oil price"),
            ],
            [2, 0, 1],
        ),
        // The rarer word counts more.
        (
            "oil OR price",
            [format!("\noil {filler}"), format!("\nprice {filler}"), format!("\noil {filler}")],
            [1, 0, 2],
        ),
    ];
    for (typed, texts, want) in cases {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let outcome = index(&texts).run(&parse(typed).tree, &(), &Options::default());
        let got: Vec<u32> = outcome.top.iter().map(|(doc, _)| *doc).collect();
        assert_eq!(got, want, "{typed}");
    }
}
