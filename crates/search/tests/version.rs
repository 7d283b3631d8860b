//! The bytes of an index: what opens, and what is refused with which words.

use dateline_search::{Document, Index, IndexBuilder, OpenError, Options, Zone, parse};
use dateline_text::Span;

/// An index as version 2 wrote it, over the articles of [`built`].
const VERSION_2: &[u8] = include_bytes!("index-v2.bin");

fn built() -> Vec<u8> {
    let texts = [
        "Trains to Kabul\nThe first trains reached Kabul on Monday.\nJane Doe\nSubscribe now",
        "Élysée talks\nMinisters met near the Élysée; trains were late in 阿富汗.\nJohn Roe\nSubscribe now",
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
#[ignore = "writes tests/index-v2.bin; only for a new version"]
fn write() {
    std::fs::write("tests/index-v2.bin", built()).expect("the folder is writable");
}

#[test]
fn version_2_opens() {
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
        ("阿富汗", 1),
        ("富汗", 1),
        ("汗富", 0),
    ];
    for bytes in [VERSION_2.to_vec(), built()] {
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
    let with_version = |version| {
        let mut other = whole.clone();
        other[4] = version;
        other
    };
    let error = |bytes: &[u8]| Index::open(bytes.to_vec()).err();
    assert_eq!(error(b""), Some(OpenError::NotAnIndex));
    assert_eq!(error(b"PK\x03\x04 something else"), Some(OpenError::NotAnIndex));
    // Version 1 had sentences without spaces as one word: it is built anew.
    for version in [1, 9] {
        assert_eq!(error(&with_version(version)), Some(OpenError::Version(version.into())));
    }
    for length in 4..whole.len() {
        assert!(error(&whole[..length]).is_some(), "{length} bytes");
    }
}
