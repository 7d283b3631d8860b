//! Prepared articles as bytes and back: the same pack comes of them, and other bytes
//! are refused.

use dateline_corpus::{CorpusBuilder, Input, Metadata, Prepared};
use proptest::prelude::*;

fn pack(articles: Vec<Prepared>) -> Vec<u8> {
    let mut builder = CorpusBuilder::new();
    for article in articles {
        builder.push(article).expect("an article");
    }
    builder.build().expect("a pack")
}

fn inputs() -> Vec<Input> {
    let body = "The first lorries left the new mine above Lima on Monday, its Chilean owner said, after a year \
                in which rain had closed the only road to the coast for weeks at a time.";
    let dump = format!(
        "Home | World | Sport\n\nCopper mine opens\n\nBy A. Writer\n15 August 2021\n\n{body}\n\n{body}\n\nSubscribe now"
    );
    let mut said = Input::dump("said.txt", dump.as_str());
    said.metadata = Metadata {
        title: Some("Another title".into()),
        source: Some("The Courier".into()),
        url: Some("https://courier.example".into()),
        language: Some("en".into()),
        ..Metadata::default()
    };
    said.fields = vec![("desk".into(), vec!["asia".into(), "trade".into()])];
    vec![
        Input::dump("dump.txt", dump.as_str()),
        said,
        Input::read(
            "read.txt",
            Some("Rain in Georgia".into()),
            "It rained in Georgia and in Jordan.",
        ),
        Input::dump("three.txt", dump.replace("Monday", "Tuesday")),
        Input::dump(
            "links.txt",
            "News\nSport\nWeather\nJobs\nHomes\nMail\nMusic\nFilm\nBooks\nTravel",
        ),
    ]
}

#[test]
fn the_same_pack_comes_of_them() {
    let prepared: Vec<Prepared> =
        inputs().into_iter().map(|i| Prepared::new(i).expect("an article")).collect();
    let again = |p: &Prepared| Prepared::from_bytes(&p.to_bytes()).expect("the same");
    let kept = prepared.iter().map(again).collect();
    assert_eq!(pack(kept), pack(prepared));
}

#[test]
fn bytes_that_end_early_are_refused() {
    for input in inputs() {
        let bytes = Prepared::new(input).expect("an article").to_bytes();
        for length in 0..bytes.len() {
            assert!(Prepared::from_bytes(&bytes[..length]).is_none(), "{length} bytes");
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_an_article_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Prepared::from_bytes(&bytes);
    }
}
