//! What holds for any text.

use dateline_countries::{Gazetteer, annotate};
use dateline_text::Span;
use proptest::prelude::*;

/// Texts in which names, marks and odd letters meet.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("China"),
        Just("U.S."),
        Just("US"),
        Just("Georgia"),
        Just("Lebanon, Pa."),
        Just("Côte d’Ivoire"),
        Just("São"),
        Just("中国"),
        Just("Paris Hilton"),
        Just("St. "),
        Just("-"),
        Just("’s"),
        Just(" "),
        Just(", "),
        Just("\n"),
        Just("e\u{301}"),
        Just("South "),
        Just("of "),
    ];
    let odd = proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat());
    prop_oneof![odd, "\\PC{0,80}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mentions_are_in_order_apart_and_on_boundaries(text in text()) {
        let mentions = annotate(Gazetteer::embedded(), &text, &[]);
        let mut end = 0;
        for mention in &mentions {
            prop_assert!(mention.span.start >= end && !mention.span.is_empty());
            prop_assert!(text.is_char_boundary(mention.span.start as usize));
            prop_assert!(text.is_char_boundary(mention.span.end as usize));
            prop_assert!(text.get(mention.span.range()).is_some());
            end = mention.span.end;
        }
    }

    #[test]
    fn what_stands_around_an_article_does_not_matter(before in text(), text in text(), after in text()) {
        let alone = annotate(Gazetteer::embedded(), &text, &[Span::new(0, text.len())]);
        let whole = format!("{before}{text}{after}");
        let block = Span::new(before.len(), before.len() + text.len());
        let mut inside = annotate(Gazetteer::embedded(), &whole, &[block]);
        for mention in &mut inside {
            mention.span = Span::new(
                mention.span.start as usize - before.len(),
                mention.span.end as usize - before.len(),
            );
        }
        prop_assert_eq!(alone, inside);
    }
}
