//! A small made-up corpus, from inputs to results.

use dateline_corpus::{
    Choice, Corpus, CorpusBuilder, Date, Input, Metadata, OpenError, Selection, Sort,
};

fn corpus() -> Corpus {
    let mut builder = CorpusBuilder::new();
    builder.set_title("Made up");
    let rows = [
        (
            "a",
            "China digs",
            "China and Kabul sign.\nThe Chinese dig copper.",
            "2021-08-15",
            "Gazette",
        ),
        ("b", "Rain", "It rained in Kabul.\nCopper fell.", "2021-09", "Courier"),
        ("c", "Nothing", "No country is named here.", "", ""),
    ];
    for (name, title, body, date, source) in rows {
        let mut input = Input::read(name, Some(title.into()), body);
        let given = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        input.metadata =
            Metadata { date: Date::parse(date), source: given(source), ..Metadata::default() };
        input.fields = vec![("desk".into(), vec!["asia".into(), name.into()])];
        builder.add(input).expect("an article");
    }
    Corpus::open(builder.build().expect("a pack")).expect("a corpus")
}

#[test]
fn articles_come_back() {
    let corpus = corpus();
    let a = corpus.articles().next().unwrap();
    assert_eq!((a.name(), a.title(), a.source()), ("a", "China digs", Some("Gazette")));
    assert_eq!(a.date().map(|d| d.to_string()).as_deref(), Some("2021-08-15"));
    assert_eq!(a.field("desk").collect::<Vec<_>>(), ["a", "asia"]);
    assert_eq!(a.mentions().len(), 4);
    for mention in a.mentions() {
        assert!(["China", "Kabul", "Chinese"].contains(&mention.span.of(a.text())));
    }
}

#[test]
fn facets_follow_the_selection() {
    let corpus = corpus();
    let mut selection = Selection::search("copper");
    let results = corpus.select(&selection);
    assert_eq!(results.total, 2);
    let rows: Vec<_> =
        results.facets.countries.iter().map(|b| (b.value.code(), b.articles, b.instead)).collect();
    assert_eq!(rows, [("AF", 2, 2), ("CN", 1, 1)]);
    let china = results.facets.countries[1].value;
    selection.countries.set(china, Choice::Exclude);
    let results = corpus.select(&selection);
    assert_eq!(results.total, 1);
    let rows: Vec<_> =
        results.facets.countries.iter().map(|b| (b.value.code(), b.articles, b.instead)).collect();
    assert_eq!(rows, [("AF", 1, 1), ("CN", 0, 1)]);
    selection.undated = true;
    assert_eq!(corpus.select(&selection).total, 0);
}

#[test]
fn orders() {
    let corpus = corpus();
    let cases = [
        (Sort::Newest, [1, 0, 2]),
        (Sort::Oldest, [0, 1, 2]),
        (Sort::Title, [0, 2, 1]),
        (Sort::Mentions, [0, 1, 2]),
        (Sort::Relevance, [0, 1, 2]),
    ];
    for (sort, want) in cases {
        let results = corpus.select(&Selection { sort, ..Selection::default() });
        let ids: Vec<u32> = results.ids.iter().map(|id| id.0).collect();
        assert_eq!(ids, want, "{sort:?}");
    }
}

#[test]
fn what_is_no_pack_is_refused() {
    assert_eq!(Corpus::open(&b"PK"[..]).err(), Some(OpenError::NotAPack));
}
