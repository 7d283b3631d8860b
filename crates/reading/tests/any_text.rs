//! Any text at all is read without a panic, into blocks that lie in order within it.

use dateline_reading::{Finding, Layout, LineCounts, LineKeys, read};
use proptest::prelude::*;

/// What must hold of every layout.
fn check(text: &str, layout: &Layout) {
    let mut end = 0;
    for block in &layout.blocks {
        assert!(
            block.span.start >= end && !block.span.is_empty(),
            "blocks in order: {:?}",
            block.span
        );
        assert!(!block.span.of(text).trim().is_empty(), "a block holds something to see");
        assert!(!block.reason.is_empty(), "a block has a reason: {}", block.span.of(text));
        end = block.span.end;
    }
    let spans = [
        layout.title.map(|t| t.span),
        layout.kicker,
        layout.source,
        layout.byline,
        layout.published.as_ref().map(|p| p.span),
    ];
    for span in spans.into_iter().flatten().chain(layout.mentioned_dates.iter().map(|d| d.span)) {
        assert!(
            layout.blocks.iter().any(|b| b.span.contains(span)),
            "within a block: {}",
            span.of(text)
        );
    }
    if text.chars().any(char::is_alphanumeric) {
        assert!(layout.title.is_some(), "a text with a word has a title");
    }
}

/// Pieces of dumps that meet the rules of the reader.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("By Ana Lopez\n".to_owned()),
        Just("Harbour closed for the winter | Harbour News\n\n".to_owned()),
        Just("Harbour closed for the winter\n\n".to_owned()),
        Just("Published: 3 May 2021 at 9.05 a.m.\r\n".to_owned()),
        Just("The harbour master said on Tuesday that the northern pier is closed until the spring.\n\n".to_owned()),
        Just("  • Contents\r".to_owned()),
        Just("Photo: Ana Lopez/Getty\u{2028}".to_owned()),
        Just("\u{feff}\u{0}\u{200f}שלום עולם\u{fffd}\n".to_owned()),
        Just("昨日、港は閉鎖された。関連記事\n".to_owned()),
        Just("Комментарии (3)\n".to_owned()),
        Just("1/2/21 ۱۴۰۰/۵/۲۴ 2023年5月 31 Feb 2020 99:99\n".to_owned()),
        "\\PC{0,40}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn any_string_is_read(text in any::<String>()) {
        check(&text, &read(&text));
    }

    #[test]
    fn any_dump_is_read(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let layout = read(&text);
        check(&text, &layout);
        prop_assert_eq!(&layout, &read(&text), "the same twice");
        let mut counts = LineCounts::default();
        (0..3).for_each(|_| counts.add(&LineKeys::new("Harbour News", &text)));
        let counts = counts.finish();
        let mut blocks = layout.blocks.clone();
        counts.mark("Harbour News", &text, &mut blocks);
        prop_assert_eq!(blocks.len(), layout.blocks.len());
    }
}

#[test]
fn line_ends_do_not_matter() {
    let text = "Harbour closed for the winter\n\nBy Ana Lopez\n3 May 2021\n\nThe harbour master said on Tuesday that the \
                northern pier is closed until the spring, since divers found cracks in three pillars.\n\nThe boats of the \
                islands will land at the southern pier, where a second crane was set up last week, he added.\n";
    let words = |text: &str| {
        let layout = read(text);
        layout.blocks.iter().map(|b| (b.kind, b.span.of(text).to_owned())).collect::<Vec<_>>()
    };
    let want = words(text);
    for (name, other) in [
        ("CR LF", text.replace('\n', "\r\n")),
        ("CR", text.replace('\n', "\r")),
        ("byte-order mark", format!("\u{feff}{text}")),
        ("separators", text.replace('\n', "\u{2028}")),
        ("trailing spaces", text.replace('\n', " \t\n")),
    ] {
        assert_eq!(words(&other), want, "{name}");
    }
}

#[test]
fn a_very_long_line_is_read() {
    let sentence =
        "The harbour master said on 3 May 2021 that the northern pier is closed (photo: Lopez). ";
    for text in [
        sentence.repeat(1_000),
        "x".repeat(100_000),
        "1/".repeat(20_000),
        "\n".repeat(50_000),
        "a\n".repeat(10_000),
    ] {
        check(&text, &read(&text));
    }
}

#[test]
fn dumps_without_an_article() {
    let links = "Home\nNews\nSport\nHarbour\nWeather\nTides\nShips\nContact\nAbout\nJobs\nArchive\nSearch\n";
    let cases = [
        ("", Finding::None("a text without a word")),
        ("* * *\n---\n", Finding::None("a text without a word")),
        (links, Finding::None("a list of links")),
        (
            "404\n\nPage not found\n\nThe page you are looking for is not here.\n\nHome\nSearch\n",
            Finding::None("an error page"),
        ),
        (
            "Harbour News\n\nSign in\n\nEmail address\n\nPassword\n\nForgot password?\n\nSubscribe to read on\n\nCreate an account\n",
            Finding::None("a login or subscription wall"),
        ),
        (
            "Harbour closed\n\nThe harbour master said on Tuesday that the northern pier is closed until the spring.\n",
            Finding::Article,
        ),
    ];
    for (text, want) in cases {
        let layout = read(text);
        assert_eq!(layout.finding, want, "{text}");
        let clean = layout.blocks.iter().any(|b| b.is_clean());
        assert_eq!(clean, want == Finding::Article, "{text}");
    }
}

#[test]
fn several_articles_in_one_dump() {
    let articles = [
        (
            "Northern pier closed for the winter\n\nBy Ana Lopez\n3 May 2021\n\n",
            "The harbour master said on Tuesday that the northern pier is closed until the spring, since the divers of \
             the port found cracks in three of its pillars and the insurers asked for repairs.\n\nThe boats of the \
             islands will land at the southern pier, where a second crane was set up last week, he added, and the \
             ferries will leave an hour later than they did in the summer.\n\n",
        ),
        (
            "Fishing boats sold to the islands\n\nBy Jo Brandt\n4 May 2021\n\n",
            "Eleven fishing boats were sold at an auction in the old town hall, most of them to families from the \
             islands who have worked on them for years, the auctioneer told the council on Monday.\n\nThe mayor \
             called the sale a sad day for the town, because none of the younger fishermen could find a bank that \
             was ready to lend them the money for a boat of their own.\n\n",
        ),
    ];
    let text = articles.map(|(head, body)| format!("{head}{body}")).concat();
    let Finding::Several(titles) = read(&text).finding else { panic!("{:?}", read(&text).finding) };
    let titles: Vec<&str> = titles.iter().map(|t| t.of(&text)).collect();
    assert_eq!(
        titles,
        ["Northern pier closed for the winter", "Fishing boats sold to the islands"]
    );
}
