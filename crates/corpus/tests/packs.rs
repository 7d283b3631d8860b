//! Packs: what goes in comes out, the same inputs give the same bytes, and no
//! damage makes a reader panic.

mod common;

use common::{inputs, pack};
use dateline_corpus::Span;
use dateline_corpus::{
    Body, Corpus, CorpusBuilder, Counting, Input, Node, OpenError, Prepared, Selection, Unit,
};
use dateline_countries::{Gazetteer, annotate};
use proptest::prelude::*;

/// Looks at everything that a page looks at.
fn read_all(corpus: &Corpus) {
    let ids: Vec<_> = corpus.ids().collect();
    for article in corpus.articles() {
        let _ = (article.name(), article.raw(), article.title(), article.kicker());
        let _ = (article.source(), article.byline(), article.printed_date(), article.url());
        let _ = (article.date_evidence(), article.language(), article.mentioned_dates());
        for block in article.blocks() {
            assert!(article.text().get(block.span.range()).is_some());
        }
        for mention in article.mentions() {
            assert!(article.text().get(mention.span.range()).is_some());
        }
    }
    let counting = Counting::everything();
    for query in ["", "china", "\"the road\" OR country:CN"] {
        let selection = Selection { counting, ..Selection::search(query) };
        let results = corpus.select(&selection);
        corpus.countries(&counting, &results.ids);
        corpus.co_mentions(&counting, &results.ids, Unit::Paragraph);
        corpus.contexts(&selection, &ids, Node::Query, 7, &[], 100);
        ids.iter().for_each(|id| drop(corpus.snippet(&selection, *id, 120)));
    }
}

/// A pack that holds its texts as numbers of their words, however small they are.
fn coded(inputs: Vec<Input>) -> Vec<u8> {
    let mut builder = CorpusBuilder::new();
    builder.set_title("Made up");
    builder.set_coded(true);
    for input in inputs {
        builder.add(input).expect("an article");
    }
    builder.build().expect("a pack")
}

/// Makes the checksum right again, so that damage gets past it.
fn sign(bytes: &mut [u8]) {
    if bytes.len() >= 24 {
        let sum = xxhash_rust::xxh64::xxh64(&bytes[24..], 0);
        bytes[16..24].copy_from_slice(&sum.to_le_bytes());
    }
}

#[test]
fn wrong_files_are_told_apart() {
    let good = pack(vec![dateline_corpus::Input::dump("a", "China and Peru.")]);
    let mut later = good.clone();
    later[8] = 9;
    let mut flipped = good.clone();
    let middle = good.len() / 2;
    flipped[middle] ^= 1;
    let cases = [
        (b"".to_vec(), OpenError::NotAPack),
        (b"<!doctype html><title>Not found</title>".to_vec(), OpenError::NotAPack),
        (later, OpenError::Version { found: 9, known: 2 }),
        (flipped, OpenError::Damaged { part: "checksum" }),
        (good[..good.len() - 1].to_vec(), OpenError::Damaged { part: "checksum" }),
    ];
    for (bytes, want) in cases {
        assert_eq!(Corpus::open(bytes).err(), Some(want));
    }
}

/// What `packs/version-1.pack` was made of.
fn first_inputs() -> Vec<Input> {
    let dump = "The Valley Courier\n\nA road opens above Lima\n\n15 August 2021\n\nThe first lorries \
        left the new mine in Peru on Sunday, its Chilean owner said, after a year of rain.\n\n\
        The Bank of China had paid for the road, and nobody in Ürümqi knew of it.";
    let mut read = Input::read("read", Some("Rain".into()), "It rained in Zürich.\nAnd in Oslo.");
    read.metadata.source = Some("Gazette".into());
    read.metadata.date = dateline_corpus::Date::parse("2022-01-02T10:30");
    read.fields = vec![("desk".into(), vec!["weather".into(), "europe".into()])];
    vec![Input::dump("dump", dump), read]
}

/// A pack that was written once stays readable: `UPDATE_PACK=1` writes it again, which
/// only a new version of the format may need.
#[test]
fn the_pack_of_version_1_still_opens() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs/version-1.pack");
    if std::env::var_os("UPDATE_PACK").is_some() {
        let mut builder = CorpusBuilder::new();
        builder.set_title("Made up");
        builder.set_language("en");
        builder.set_index(true);
        for input in first_inputs() {
            builder.add(input).expect("an article");
        }
        std::fs::write(path, builder.build().expect("a pack")).expect("a file");
    }
    let corpus = Corpus::open(std::fs::read(path).expect("the pack")).expect("a corpus");
    assert_eq!((corpus.len(), corpus.title(), corpus.language()), (2, "Made up", "en"));
    assert_eq!(corpus.short_hash(), "bc61b1e4");
    let articles: Vec<_> = corpus.articles().collect();
    for (article, input) in articles.iter().zip(first_inputs()) {
        assert_eq!(article.name(), input.name);
    }
    assert_eq!((articles[1].title(), articles[1].source()), ("Rain", Some("Gazette")));
    assert_eq!(articles[1].date().map(|d| d.to_string()).as_deref(), Some("2022-01-02T10:30"));
    assert_eq!(articles[1].field("desk").collect::<Vec<_>>(), ["europe", "weather"]);
    let found = |article: &dateline_corpus::Article<'_>| -> Vec<String> {
        article.mentions().iter().map(|m| m.country.code().to_owned()).collect()
    };
    assert_eq!(
        (found(&articles[0]).len(), found(&articles[1])),
        (6, vec!["CH".into(), "NO".into()])
    );
    assert_eq!(corpus.select(&Selection::search("rain* zurich")).total, 1);
    read_all(&corpus);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_goes_in_comes_out(inputs in inputs()) {
        let bytes = pack(inputs.clone());
        prop_assert_eq!(&bytes, &pack(inputs.clone()), "the same bytes each time");
        let corpus = Corpus::open(bytes).expect("a corpus");
        prop_assert_eq!(corpus.len(), inputs.len());
        prop_assert_eq!(corpus.title(), "Made up");
        for (article, input) in corpus.articles().zip(&inputs) {
            prop_assert_eq!(article.name(), &input.name);
            if let Body::Dump(text) = &input.body {
                prop_assert_eq!(article.raw(), text);
            }
            let given = &input.metadata;
            if let Some(title) = &given.title {
                prop_assert_eq!(article.title(), title);
            }
            if let Some(source) = &given.source {
                prop_assert_eq!(article.source(), Some(source.as_str()));
            }
            if let Some(date) = given.date {
                prop_assert_eq!(article.date(), Some(date));
            }
            let mut desks = input.fields[0].1.clone();
            desks.sort();
            desks.dedup();
            prop_assert_eq!(article.field("desk").collect::<Vec<_>>(), desks);
        }
        read_all(&corpus);
    }

    #[test]
    fn coded_texts_are_the_same_texts(inputs in inputs(), word in common::word()) {
        let plain = Corpus::open(pack(inputs.clone())).expect("a corpus");
        let bytes = coded(inputs);
        prop_assert_eq!(bytes[8], 2, "the first readers could not read it");
        let corpus = Corpus::open(bytes).expect("a corpus");
        prop_assert_eq!(corpus.text_bytes(), plain.text_bytes());
        prop_assert_eq!(corpus.hash(), plain.hash());
        let selection = Selection::search(word);
        for counting in [Counting::everything(), Counting::default()] {
            let selection = Selection { counting, ..selection.clone() };
            prop_assert_eq!(corpus.select(&selection), plain.select(&selection));
        }
        for (coded, plain) in corpus.articles().zip(plain.articles()) {
            prop_assert_eq!(corpus.hits(&selection, coded.id()), corpus.ask(&selection).hits_in(&plain));
            prop_assert_eq!(coded.text(), plain.text());
            prop_assert_eq!(coded.title_span(), plain.title_span());
            prop_assert_eq!((coded.title(), coded.byline()), (plain.title(), plain.byline()));
            prop_assert_eq!(coded.blocks(), plain.blocks());
            prop_assert_eq!(coded.mentions(), plain.mentions());
        }
        read_all(&corpus);
    }

    #[test]
    fn an_index_in_the_pack_answers_as_one_built_on_opening(inputs in inputs(), word in common::word()) {
        let mut builder = CorpusBuilder::new();
        builder.set_index(true);
        for input in inputs.clone() {
            builder.add(input).expect("an article");
        }
        let with = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
        let without = Corpus::open(pack(inputs)).expect("a corpus");
        prop_assert!(with.bytes() > without.bytes());
        let selection = Selection::search(word);
        prop_assert_eq!(with.select(&selection), without.select(&selection));
    }

    #[test]
    fn an_article_is_annotated_the_same_alone(inputs in inputs()) {
        let corpus = Corpus::open(pack(inputs.clone())).expect("a corpus");
        for (article, input) in corpus.articles().zip(inputs) {
            let spans: Vec<Span> = article.blocks().iter().map(|b| b.span).collect();
            let alone = annotate(Gazetteer::embedded(), article.text(), &spans);
            prop_assert_eq!(alone.len(), article.mentions().len());
            for (a, b) in alone.iter().zip(article.mentions()) {
                prop_assert_eq!((a.span, a.country, a.kind, a.in_name), (b.span, b.country, b.kind, b.in_name));
            }
            let mut builder = CorpusBuilder::new();
            builder.push(Prepared::new(input).expect("an article")).expect("a first article");
            let single = Corpus::open(builder.build().expect("a pack")).expect("a corpus");
            let single = single.article(dateline_corpus::ArticleId(0)).expect("its article");
            // Only lines that recur in the corpus may have another role in it.
            let recurs = |at: usize| article.blocks()[at].reason.starts_with("repeats in");
            prop_assert_eq!(single.blocks().len(), article.blocks().len());
            for (at, block) in single.blocks().iter().enumerate() {
                prop_assert!(recurs(at) || *block == article.blocks()[at]);
            }
        }
    }

    #[test]
    fn damage_never_panics(
        inputs in inputs(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
        signed in any::<bool>(),
        is_coded in any::<bool>(),
    ) {
        let mut bytes = if is_coded { coded(inputs) } else { pack(inputs) };
        for (at, value) in damage {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if signed {
            sign(&mut bytes);
        }
        if let Ok(corpus) = Corpus::open(bytes) {
            read_all(&corpus);
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = bytes;
        if bytes.len() > 12 {
            bytes[..8].copy_from_slice(b"DATELINE");
            bytes[8..10].copy_from_slice(&1_u16.to_le_bytes());
        }
        sign(&mut bytes);
        if let Ok(corpus) = Corpus::open(bytes) {
            read_all(&corpus);
        }
    }
}
