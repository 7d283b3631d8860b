//! Corpora for the tests: the articles in `seeds/`, and made-up ones.

#![allow(dead_code, reason = "each test takes what it needs")]

use dateline_corpus::{Corpus, CorpusBuilder, Date, Input};
use proptest::prelude::*;

/// The articles of the project's `seeds/`.
pub(crate) fn seeds() -> Corpus {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let entries = std::fs::read_dir(folder).expect("the seeds").flatten();
    let mut paths: Vec<_> = entries.map(|e| e.path()).collect();
    paths.sort();
    let mut builder = CorpusBuilder::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a seed");
        builder.add(Input::dump(name, text)).expect("an article");
    }
    Corpus::open(builder.build().expect("a pack")).expect("a corpus")
}

/// A word, often the name of a country.
pub(crate) fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "China",
        "Chinese",
        "Kabul",
        "Afghan",
        "Peru",
        "U.S.",
        "Lima",
        "copper",
        "road",
        "the",
        "Zürich",
        "mine",
        "Ürümqi",
        "Xinjiang",
        "talks",
        "Bank of China",
    ])
    .prop_map(str::to_owned)
}

fn line() -> impl Strategy<Value = String> {
    let end = prop::sample::select(vec!["", ".", "?", " –", ","]);
    (prop::collection::vec(word(), 1..12), end).prop_map(|(words, end)| words.join(" ") + end)
}

/// A text of a few lines, some of them more than once.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec((line(), 0..4_usize), 1..8);
    lines.prop_map(|lines| {
        let repeat = |(line, times): &(String, usize)| vec![line.clone(); (*times).max(1)];
        lines.iter().flat_map(repeat).collect::<Vec<_>>().join("\n\n")
    })
}

/// An article without a name: dump or read, with or without metadata.
pub(crate) fn input() -> impl Strategy<Value = Input> {
    let optional = |values: Vec<&'static str>| {
        prop::option::of(prop::sample::select(values).prop_map(str::to_owned))
    };
    (
        text(),
        any::<bool>(),
        prop::option::of(line()),
        optional(vec!["Gazette", "The Courier", "Zürich Post"]),
        optional(vec!["2021", "2021-08", "2021-08-15", "2022-01-01T10:30"]),
        prop::collection::vec(prop::sample::select(vec!["asia", "trade", "mines"]), 0..3),
    )
        .prop_map(|(text, is_dump, title, source, date, desks)| {
            let mut input =
                if is_dump { Input::dump("", text) } else { Input::read("", title.clone(), text) };
            if is_dump {
                input.metadata.title = title;
            }
            input.metadata.source = source;
            input.metadata.date = date.as_deref().and_then(Date::parse);
            let desks = desks.into_iter().map(str::to_owned).collect();
            input.fields = vec![("desk".to_owned(), desks)];
            input
        })
}

/// Some articles.
pub(crate) fn inputs() -> impl Strategy<Value = Vec<Input>> {
    prop::collection::vec(input(), 1..8).prop_map(|mut inputs| {
        for (at, input) in inputs.iter_mut().enumerate() {
            input.name = format!("article {at}");
        }
        inputs
    })
}

/// The pack of some articles.
pub(crate) fn pack(inputs: Vec<Input>) -> Vec<u8> {
    let mut builder = CorpusBuilder::new();
    builder.set_title("Made up");
    for input in inputs {
        builder.add(input).expect("an article");
    }
    builder.build().expect("a pack")
}

/// A made-up corpus.
pub(crate) fn made_up() -> impl Strategy<Value = Corpus> {
    inputs().prop_map(|inputs| Corpus::open(pack(inputs)).expect("a corpus"))
}
