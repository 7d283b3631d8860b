//! A small made-up corpus, from inputs to results.

use dateline_corpus::{
    Choice, Context, ContextSort, Corpus, CorpusBuilder, Corrections, Counting, Country, Date,
    Holds, Input, Metadata, Node, OpenError, Selection, Sketch, Sort, Span, Unit, Wanted,
    near_duplicates,
};

use dateline_countries::Reassign;

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

#[test]
fn snippets() {
    let first = "The lorries left the mine above the town on Monday, its owner said.";
    let second = "Nobody had expected rain. The road to the coast was open, and copper was dear.";
    let long = format!(
        "{} gold {} silver and gold {}",
        "word ".repeat(60),
        "word ".repeat(60),
        "word ".repeat(60)
    );
    let body = format!("{first}\n{second}\n{long}");
    let mut builder = CorpusBuilder::new();
    builder.add(Input::read("a", Some("Copper road".into()), body)).expect("an article");
    let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
    let id = corpus.ids().next().expect("an article");
    let cases = [
        ("", first),
        ("nothing", first),
        ("rain", "Nobody had expected rain."),
        ("copper road", "The road to the coast was open, and copper was dear."),
        ("title:copper", first),
    ];
    for (query, want) in cases {
        let snippet = corpus.snippet(&Selection::search(query), id, 70).expect("a snippet");
        let text = corpus.article(id).expect("an article").text();
        assert_eq!(snippet.span.of(text), want, "{query}");
        assert!(!snippet.cut_start && !snippet.cut_end);
    }
    let snippet = corpus.snippet(&Selection::search("silver gold"), id, 70).expect("a snippet");
    let text = corpus.article(id).expect("an article").text();
    let shown = snippet.span.of(text);
    assert!(snippet.cut_start && snippet.cut_end && shown.len() <= 70, "{shown:?}");
    assert!(shown.contains("silver and gold") && snippet.hits.len() == 2, "{shown:?}");
    assert!(shown.starts_with("word ") && shown.ends_with(" word"), "whole words: {shown:?}");
}

#[test]
fn contexts_are_sorted_by_the_nearest_word_first() {
    let body = "The red mine closed.\nA big mine opened.\nThe old mine, Ärmel said.\nmine";
    let mut builder = CorpusBuilder::new();
    builder.add(Input::read("a", None, body)).expect("an article");
    let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
    let ids: Vec<_> = corpus.ids().collect();
    let text = corpus.article(ids[0]).expect("an article").text();
    let cases: &[(&[ContextSort], &[&str])] = &[
        (&[], &["The red|closed", "A big|opened", "The old|Ärmel said", "|"]),
        (&[ContextSort::Left(1)], &["A big|opened", "The old|Ärmel said", "The red|closed", "|"]),
        (&[ContextSort::Right(1)], &["The old|Ärmel said", "The red|closed", "A big|opened", "|"]),
        (
            &[ContextSort::Left(2), ContextSort::Right(1)],
            &["A big|opened", "The old|Ärmel said", "The red|closed", "|"],
        ),
    ];
    for (sort, want) in cases {
        let selection = Selection::search("mine");
        let lines = corpus.contexts(&selection, &ids, Node::Query, 7, sort, 10).lines;
        let words = |spans: &[Span]| -> String {
            spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" ")
        };
        let line = |c: &Context| {
            let mut left = c.left_words.clone();
            left.reverse();
            format!("{}|{}", words(&left), words(&c.right_words))
        };
        assert_eq!(lines.iter().map(line).collect::<Vec<_>>(), *want, "{sort:?}");
        for name in sort.iter().map(|s| s.name()) {
            assert!(ContextSort::from_name(&name).is_some_and(|s| sort.contains(&s)));
        }
    }
}

#[test]
fn a_filter_on_a_field_that_is_not_here_is_not_passed_over() {
    let corpus = corpus();
    let rows = [
        ("desk", "b", Choice::Include, 1),
        ("desk", "b", Choice::Exclude, 2),
        ("section", "b", Choice::Include, 0),
        ("section", "b", Choice::Exclude, 3),
        ("section", "", Choice::Include, 3),
        ("section", "", Choice::Exclude, 0),
    ];
    for (field, value, choice, want) in rows {
        let mut selection = Selection::default();
        selection.fields.entry(field.to_owned()).or_default().set(value.to_owned(), choice);
        let case = format!("{field}:{value:?} {choice:?}");
        assert_eq!(corpus.select(&selection).total, want, "{case}");
        let narrowed = Wanted { facets: false, ..Wanted::default() };
        assert_eq!(corpus.ask(&selection).results(narrowed).total, want, "{case}, narrowed");
    }
}

#[test]
fn queries_know_the_fields() {
    let corpus = corpus();
    let cases: &[(&str, &[u32], &str)] = &[
        ("country:China", &[0], ""),
        ("country:cn", &[0], ""),
        ("country:\"Afghanistan\" -country:CN", &[1], ""),
        ("country:Atlantis", &[], "Atlantis is no country that is known here"),
        ("date:2021", &[0, 1], ""),
        ("date:[2021-09 TO *]", &[1], ""),
        ("date:<2021-09", &[0], ""),
        ("date:>2021-08-15", &[1], ""),
        ("date:soon", &[], "soon is no date"),
        ("source:gazette", &[0], ""),
        ("desk:asia", &[0, 1, 2], ""),
        ("desk:b", &[1], ""),
        ("desk:as", &[], ""),
        ("nothing:b", &[], "there is no field nothing: here"),
    ];
    for (query, want, problem) in cases {
        let results = corpus.select(&Selection::search(*query));
        let mut ids: Vec<u32> = results.ids.iter().map(|id| id.0).collect();
        ids.sort_unstable();
        assert_eq!(ids, *want, "{query}");
        let told = results.problems.iter().map(|p| p.message.as_str()).collect::<String>();
        assert!(told.starts_with(problem) && told.is_empty() == problem.is_empty(), "{told}");
    }
}

#[test]
fn co_mentions_have_units() {
    let corpus = corpus();
    let ids: Vec<_> = corpus.ids().collect();
    let counting = Counting::default();
    for (unit, units, together) in [(Unit::Paragraph, 8, 1), (Unit::Article, 3, 1)] {
        let met = corpus.co_mentions(&counting, &ids, unit);
        assert_eq!(met.units, units);
        let pair = met.pairs.first().expect("a pair");
        assert_eq!(
            (pair.first.code(), pair.second.code(), pair.count.together),
            ("AF", "CN", together)
        );
        assert_eq!(met.pair(pair.second, pair.first).together, together);
        assert_eq!(met.companions(pair.first).count(), 1);
    }
}

#[test]
fn suggestions() {
    let corpus = corpus();
    let cases: &[(&str, &[&str])] = &[
        ("cop", &["copper"]),
        ("country:c", &["China"]),
        ("source:", &["Courier", "Gazette"]),
        ("date:2021-", &["2021-09", "2021-08"]),
        ("desk:a", &["a", "asia"]),
        ("sour", &["source:"]),
        ("zzz", &[]),
    ];
    for (query, want) in cases {
        let found = corpus.suggest(&Selection::search(*query), query.len(), 5);
        assert_eq!(found.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), *want, "{query}");
    }
    let misspelt = Selection::search("coper");
    let repairs = corpus.ask(&misspelt).repairs().repairs;
    let first = repairs.first().map(|repair| (&repair.change, repair.query.as_str()));
    assert_eq!(first, Some((&dateline_corpus::Change::Spelling, "copper")));
}

#[test]
fn series_are_answered_alone() {
    let corpus = corpus();
    let mut selection = Selection::search("metal# copper, rained|sign, nowhere");
    let rows = |selection: &Selection| -> Vec<(String, Vec<u32>)> {
        let series = corpus.ask(selection).series();
        series.into_iter().map(|s| (s.label, s.ids.iter().map(|id| id.0).collect())).collect()
    };
    let want = [("metal", vec![0, 1]), ("rained OR sign", vec![0, 1]), ("nowhere", vec![])];
    assert_eq!(rows(&selection), want.map(|(l, ids)| (l.to_owned(), ids)));
    selection.sources.set("Courier".into(), Choice::Include);
    assert_eq!(rows(&selection)[0].1, [1]);
    assert_eq!(corpus.select(&selection).total, 1);
}

#[test]
fn corrections_change_the_mentions_alone() {
    let corpus = corpus();
    let corrections: Corrections = Corrections {
        mute: vec!["Kabul".into()],
        alias: vec![],
        reassign: vec![Reassign { surface: "Chinese".into(), country: country("TW") }],
    };
    let corrected = corpus.corrected(&corrections).expect("a corpus");
    let ids: Vec<_> = corpus.ids().collect();
    let rows = |c: &Corpus| -> Vec<(String, u64)> {
        let rows = c.countries(&Counting::default(), &ids);
        rows.iter().map(|r| (r.country.code().to_owned(), r.mentions)).collect()
    };
    assert_eq!(rows(&corpus), [("CN".into(), 3), ("AF".into(), 2)]);
    assert_eq!(rows(&corrected), [("CN".into(), 2), ("TW".into(), 1)]);
    assert_eq!(corrected.hash(), corpus.hash());
    for (a, b) in corpus.articles().zip(corrected.articles()) {
        assert_eq!((a.text(), a.blocks(), a.date()), (b.text(), b.blocks(), b.date()));
    }
    let same = corpus.corrected(&Corrections::default()).expect("a corpus");
    assert_eq!(rows(&same), rows(&corpus));
    let query = Selection::search("country:TW chinese");
    assert_eq!((corpus.select(&query).total, corrected.select(&query).total), (0, 1));
}

fn country(code: &str) -> Country {
    Country::from_code(code).expect("a country")
}

#[test]
fn articles_that_are_nearly_the_same() {
    let story = |day: &str| -> String {
        let words = (0..120).map(|n| format!("word{n}")).collect::<Vec<_>>();
        format!("{day} {}", words.join(" "))
    };
    let other = (0..120).map(|n| format!("else{n}")).collect::<Vec<_>>().join(" ");
    let mut builder = CorpusBuilder::new();
    for (name, body) in
        [("a", story("Monday")), ("b", other), ("c", story("Tuesday")), ("d", story("Monday"))]
    {
        builder.add(Input::read(name, None, body)).expect("an article");
    }
    let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
    let sketches: Vec<Sketch> = corpus.articles().map(|a| Sketch::of(&a)).collect();
    let found = near_duplicates(&sketches, 0.8);
    let pairs: Vec<_> = found.iter().map(|p| (p.first.0, p.second.0)).collect();
    assert_eq!(pairs, [(0, 3), (0, 2), (2, 3)]);
    assert_eq!(found[0].resemblance, 1.0);
    assert!(found[1].resemblance > 0.9 && found[1].resemblance < 1.0);
}

#[test]
fn lines_that_recur_are_no_text_of_each_article() {
    let plea = "Our reporting on the harbour of Peru is free because readers like you pay for it.";
    let mut builder = CorpusBuilder::new();
    for n in 1..=4 {
        let text = format!(
            "Number {n} of the harbour reports\n\nThe {n} boats of the northern pier were counted on \
             Tuesday, said the harbour master of Lima, who counts them every week of the year.\n\n{plea}\n\n\
             The boats will be counted again when the number {n} crane has been mended, he told the council."
        );
        let mut input = Input::dump(format!("{n}"), text);
        input.metadata.source = Some("Harbour News".into());
        builder.add(input).expect("an article");
    }
    let corpus = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
    for article in corpus.articles() {
        let block = article.blocks().iter().find(|b| b.span.of(article.text()) == plea);
        let block = block.expect("the plea is kept");
        assert_eq!((block.is_clean(), block.reason.as_str()), (false, "repeats in 4 articles"));
        let counted = corpus.counted(&Counting::default(), article.id());
        let words: Vec<&str> = counted.iter().map(|m| m.span.of(article.text())).collect();
        assert_eq!(words, ["Lima"]);
        assert!(matches!(article.holds(), Holds::OneArticle));
    }
    assert_eq!(corpus.select(&Selection::search("readers")).total, 0);
    let counting = Counting { furniture: true, ..Counting::default() };
    assert_eq!(corpus.select(&Selection { counting, ..Selection::search("readers") }).total, 4);
}
