//! The query language: the cases of every operator, problems, readings, limits.

use dateline_search::{OPERATORS, parse, reading};
use proptest::prelude::*;

#[test]
fn every_operator_shows_its_cases() {
    for operator in OPERATORS {
        assert!(!operator.cases.is_empty(), "{} has no case", operator.name);
        for (typed, canonical) in operator.cases {
            let parsed = parse(typed);
            assert_eq!(parsed.tree.to_string(), *canonical, "{}: {typed}", operator.name);
            assert_eq!(parse(canonical).tree, parsed.tree, "{}: {canonical}", operator.name);
        }
    }
}

#[test]
fn problems_say_where() {
    let cases = [
        ("(china", "(", "the closing ) is missing"),
        ("china)", ")", "this ) closes nothing; it was ignored"),
        ("\"belt and", "\"", "the closing quote is missing"),
        ("china OR", "OR", "OR needs something on both sides"),
        ("china AND", "AND", "AND needs something on both sides"),
        ("goverment~7", "~7", "2 is the largest distance"),
        ("/[/", "/[/", "this expression was ignored: a ] is missing"),
        ("date:soon", "soon", "soon is no date; write 2021, 2021-08, 2021-08-15 or August 2021"),
        (
            "is it open?",
            "open?",
            "? behind a word was read as punctuation; \
             for one more letter write an expression such as /roads?/",
        ),
        ("title:", "title:", "title: needs a value; it was ignored"),
    ];
    for (typed, place, message) in cases {
        let problems = parse(typed).problems;
        let got: Vec<(&str, &str)> =
            problems.iter().map(|p| (p.span.of(typed), p.message.as_str())).collect();
        assert_eq!(got, [(place, message)], "{typed}");
    }
    for typed in ["", "china", "\"a b\" -c", "a OR b", "…", "what, now", "“x y” NEAR z"] {
        assert_eq!(parse(typed).problems, [], "{typed}");
    }
}

#[test]
fn readings() {
    let cases = [
        ("", ""),
        ("\"belt and road\" -lithium", "phrase *belt and road* and not *lithium*"),
        ("china OR iran oil", "*china* or (*iran* and *oil*)"),
        (
            "afghan* *stan w?rd",
            "words that begin with *afghan* and words that end with *stan* and words like *w_rd*",
        ),
        ("goverment~ ties~s", "*goverment* or one letter off and any form of *ties*"),
        ("\"a b\"~1", "*a*, *b* in any order with at most 1 word between"),
        ("a NEAR/5 b", "*a* near *b* (at most 5 words between)"),
        ("title:china date:>=2021-08", "in the title: *china* and date from 2021-08 on"),
        ("date:[2021-08 TO 2021-12]", "date from 2021-08 to 2021-12"),
        ("east# a, b", "2 series: east: *a*; *b*"),
        ("/.*x/ c", "words that match /.\u{2217}x/ and *c*"),
    ];
    for (typed, want) in cases {
        assert_eq!(reading(&parse(typed).tree), want, "{typed}");
    }
}

#[test]
fn depth_and_length_are_bounded() {
    let texts = [
        "(".repeat(50_000),
        "title:".repeat(50_000),
        "-".repeat(50_000) + "a",
        "a NEAR ".repeat(20_000),
        "\"".repeat(50_001),
        "/\\".repeat(50_000),
        "a OR ".repeat(30_000),
        "(a ".repeat(30) + &")".repeat(40),
    ];
    for text in texts {
        let parsed = parse(&text);
        assert_eq!(parse(&parsed.tree.to_string()).tree, parsed.tree, "{}", &text[..20]);
        assert!(parsed.problems.len() <= 20);
    }
}

/// Texts with many signs of the language.
fn queries() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-dé]{1,3}",
        1 => "[A-Za-z0-9*?~’'.-]{1,6}",
        3 => prop::sample::select(vec![
            " ", " ", "\"", "“", "”", "(", ")", "-", "!", "+", "|", ",", "#", "/", "~1", "~2", "~s",
            "~5", " OR ", " AND ", " NOT ", " NEAR/3 ", " NEAR ", "*", "?", "title:", "body:", "in:hidden ",
            "date:", "source:", "x:", "[", "]", "{", "}", " TO ", ">=", "<", "..", "\\", ":", "«", "»",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..16).prop_map(|parts| parts.concat())
}

#[test]
fn a_mark_without_its_letter_is_no_word() {
    for text in ["\u{fe70}\u{e47}", "\u{fe70}\u{e47}\u{10e80}"] {
        let tree = parse(text).tree;
        assert_eq!(parse(&tree.to_string()).tree, tree);
    }
}

#[test]
fn dates_of_series() {
    for (typed, printed) in [
        ("*, date:1987 a", "date:1987, date:1987 a"),
        ("a, b date:1987", "a date:1987, b date:1987"),
        ("a date:1986, b date:1987, c", "a date:1986, b date:1987, c"),
        // A date alone is a series of its own.
        ("date:1987, a", "date:1987, a"),
        ("date:1987, a date:1988", "date:1987, a date:1988"),
    ] {
        let tree = parse(typed).tree;
        assert_eq!(tree.to_string(), printed, "{typed}");
        assert_eq!(parse(printed).tree, tree, "{typed}");
    }
}

#[test]
fn a_question_mark_behind_what_is_not_seen() {
    let text = "x é\u{feff}?";
    let problems = parse(text).problems;
    let spans: Vec<_> = problems.iter().map(|problem| text.get(problem.span.range())).collect();
    assert_eq!(spans, [Some("é\u{feff}?")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_parses_and_prints_the_same(text in any::<String>()) {
        let tree = parse(&text).tree;
        prop_assert_eq!(parse(&tree.to_string()).tree, tree);
    }

    #[test]
    fn any_query_parses_and_prints_the_same(text in queries()) {
        let tree = parse(&text).tree;
        let printed = tree.to_string();
        let again = parse(&printed);
        prop_assert_eq!(&again.tree, &tree, "{}", printed);
        reading(&tree);
    }

    #[test]
    fn problems_lie_in_the_text(text in queries()) {
        for problem in parse(&text).problems {
            prop_assert!(text.get(problem.span.range()).is_some(), "{:?}", problem);
        }
    }
}
