//! The characters of scripts without spaces are the extended grapheme clusters of Unicode
//! Standard Annex #29, as another implementation cuts them.

use dateline_text::{is_character, terms};
use std::ops::RangeInclusive;
use unicode_segmentation::UnicodeSegmentation;

/// A letter of each script, and the blocks with its signs.
const SCRIPTS: [(char, RangeInclusive<char>); 9] = [
    ('ท', '\u{e00}'..='\u{e7f}'),
    ('ກ', '\u{e80}'..='\u{eff}'),
    ('ཀ', '\u{f00}'..='\u{fff}'),
    ('က', '\u{1000}'..='\u{109f}'),
    ('က', '\u{a9e0}'..='\u{aa7f}'),
    ('ខ', '\u{1780}'..='\u{17ff}'),
    ('中', '\u{2e80}'..='\u{a000}'),
    ('か', '\u{3000}'..='\u{31ff}'),
    ('ｶ', '\u{ff60}'..='\u{ff9f}'),
];

#[test]
fn characters_are_grapheme_clusters() {
    let mut tried = 0;
    for (letter, block) in SCRIPTS {
        for sign in block.filter(|sign| is_character(&sign.to_string())) {
            let text = format!("{letter}{sign}{letter}");
            let clusters: Vec<&str> = text.graphemes(true).collect();
            if clusters.iter().any(|cluster| !cluster.contains(char::is_alphanumeric)) {
                // Punctuation of these blocks is in no term.
                continue;
            }
            let got: Vec<&str> = terms(&text).map(|term| term.text).collect();
            assert_eq!(got, clusters, "U+{:X}", sign as u32);
            tried += 1;
        }
    }
    assert!(tried > 20_000, "{tried}");
}
