//! Breaking the lines of a text at any width changes nothing that is read in it.

use dateline_reading::{BlockKind, read};
use proptest::prelude::*;

/// Breaks `text` at spaces, at `width` characters; the first line begins with `indent`.
fn wrap(text: &str, width: usize, indent: &str) -> String {
    let mut out = indent.to_owned();
    let mut column = indent.len();
    for (at, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if at > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

/// Blocks; title, byline and dates; what else a text is read as.
type Understood = (Vec<(BlockKind, String)>, [Option<String>; 4], Vec<String>);

/// The reading of a text, with white space folded.
fn understood(text: &str) -> Understood {
    let layout = read(text);
    let fold = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    let of = |span: Option<dateline_text::Span>| span.map(|s| fold(s.of(text)));
    (
        layout.blocks.iter().map(|b| (b.kind, fold(b.span.of(text)))).collect(),
        [
            of(layout.title.map(|t| t.span)),
            of(layout.byline),
            of(layout.source),
            layout.published.map(|p| p.iso),
        ],
        layout.mentioned_dates.iter().map(|d| fold(d.span.of(text))).collect(),
    )
}

fn sentence() -> impl Strategy<Value = String> {
    let start = prop_oneof![
        Just("The harbour master said on 3 May 2021 that"),
        Just("According to the clerk of the council,"),
        Just("Nobody in the old town of New Zealand knew whether"),
        Just("Its bonds, which were sold in January 2019, show that"),
    ];
    let middle = prop_oneof![
        Just("the northern pier of the port would be closed until the spring"),
        Just("the ships of South Sudan had left with tea and timber for the islands"),
        Just("all of the divers and their wives were to be paid by the United Arab Emirates"),
        Just("two of the cranes had been sold to men of Guinea-Bissau whom nobody knew"),
    ];
    let end = prop_oneof![
        Just("as it does every year."),
        Just("and that the council will vote on it in June."),
        Just("because of the storms of last winter."),
        Just("although the mayor does not think so."),
    ];
    (start, middle, end).prop_map(|(a, b, c)| format!("{a} {b} {c}"))
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 2..5).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    #[test]
    fn wrapping_changes_nothing(
        mut paragraphs in prop::collection::vec(paragraph(), 2..6),
        width in 50usize..=120,
        indent in prop_oneof![Just(""), Just("   ")],
    ) {
        // Paragraphs that stand again are repeats, whatever the width.
        paragraphs.sort();
        paragraphs.dedup();
        let head = "Ships in May for the harbour of Elin\n\nBy Tove Larn\n5 March 2024\n\n";
        let between = if indent.is_empty() { "\n\n" } else { "\n" };
        let whole: Vec<String> = paragraphs.iter().map(|p| format!("{indent}{p}")).collect();
        let whole = format!("{head}{}\n", whole.join(between));
        let wrapped: Vec<String> = paragraphs.iter().map(|p| wrap(p, width, indent)).collect();
        let wrapped = format!("{head}{}\n", wrapped.join(between));
        prop_assert_eq!(understood(&wrapped), understood(&whole), "{}", wrapped);
    }
}
