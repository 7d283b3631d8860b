//! The bytes of an index: what opens, and what is refused with which words.

use dateline_search::{Document, Index, IndexBuilder, OpenError, Options, Zone, parse};
use dateline_text::Span;

/// An index as version 1 wrote it, over the articles of [`built`].
const VERSION_1: &[u8] = include_bytes!("index-v1.bin");

fn built() -> Vec<u8> {
    let texts = [
        "Trains to Kabul\nThe first trains reached Kabul on Monday.\nJane Doe\nSubscribe now",
        "Élysée talks\nMinisters met near the Élysée; trains were late.\nJohn Roe\nSubscribe now",
    ];
    let zones = [Zone::Title, Zone::Body, Zone::Byline, Zone::Hidden];
    let mut builder = IndexBuilder::new();
    for raw in texts {
        let mut at = 0;
        let spans: Vec<(Zone, Span)> = raw
            .split('\n')
            .zip(zones)
            .map(|(line, zone)| {
                let span = Span::new(at, at + line.len());
                at += line.len() + 1;
                (zone, span)
            })
            .collect();
        builder.add(&Document { raw, zones: &spans });
    }
    builder.finish()
}

#[test]
#[ignore = "writes tests/index-v1.bin; only for a new version"]
fn write() {
    std::fs::write("tests/index-v1.bin", built()).expect("the folder is writable");
}

#[test]
fn version_1_opens() {
    let cases = [
        ("trains", 2),
        ("title:trains", 1),
        ("\"reached kabul\"", 1),
        ("elys*", 1),
        ("tarins~1", 2),
        ("in:hidden subscribe", 2),
        ("in:byline jane", 1),
        ("subscribe", 0),
        ("trains NEAR/3 late", 1),
    ];
    for bytes in [VERSION_1.to_vec(), built()] {
        let index = Index::open(bytes).expect("it opens");
        for (typed, want) in cases {
            let total = index.run(&parse(typed).tree, &(), &Options::default()).total;
            assert_eq!(total, want, "{typed}");
        }
    }
}

#[test]
fn what_is_no_index_is_refused() {
    let whole = built();
    let mut other = whole.clone();
    other[4] = 9;
    let error = |bytes: &[u8]| Index::open(bytes.to_vec()).err();
    assert_eq!(error(b""), Some(OpenError::NotAnIndex));
    assert_eq!(error(b"PK\x03\x04 something else"), Some(OpenError::NotAnIndex));
    assert_eq!(error(&other), Some(OpenError::Version(9)));
    for length in 4..whole.len() {
        assert!(error(&whole[..length]).is_some(), "{length} bytes");
    }
}
