//! The cases of every rule and alias: texts whose mentions are marked in place.
//! See `cases/names.txt` for the form.

use dateline_countries::{Gazetteer, annotate};
use std::fmt::Write;
use std::sync::OnceLock;

/// The text without its marks.
fn plain(marked: &str) -> String {
    let mut out = String::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, tail) = after.split_once('}').expect("a closing bracket");
        let (surface, _) = inside.split_once('|').expect("a bar between words and country");
        out.push_str(before);
        out.push_str(surface);
        rest = tail;
    }
    out + rest
}

/// The text with the mentions that the annotator finds, marked in the same form.
fn marked(gazetteer: &Gazetteer, text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mention in annotate(gazetteer, text, &[]) {
        let range = mention.span.range();
        let kind = &mention.kind.name()[..1];
        let in_name = if mention.in_name { " in_name" } else { "" };
        let _ = write!(
            out,
            "{}{{{}|{} {kind}{in_name}}}",
            &text[at..range.start],
            mention.span.of(text),
            mention.country
        );
        at = range.end;
    }
    out + &text[at..]
}

/// The gazetteer with its towns, whether or not they are linked into this build.
fn with_places() -> &'static Gazetteer {
    static IT: OnceLock<Gazetteer> = OnceLock::new();
    IT.get_or_init(|| {
        let towns = include_str!("../../../data/gazetteer/generated/towns.tsv");
        Gazetteer::small().with_places(towns)
    })
}

fn check(file: &str, cases: &str) {
    let gazetteer = with_places();
    let mut wrong = Vec::new();
    for line in cases.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        // "¶" stands for the end of a paragraph.
        let line = line.replace('¶', "\n");
        let got = marked(gazetteer, &plain(&line));
        if got != line {
            wrong.push(format!("want {line}\n got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{file}: {} cases\n{}", wrong.len(), wrong.join("\n"));
}

macro_rules! tables {
    ($($name:ident),*) => {
        $(#[test]
        fn $name() {
            let file = concat!("cases/", stringify!($name), ".txt");
            check(file, include_str!(concat!("cases/", stringify!($name), ".txt")));
        })*
    };
}

tables!(
    names,
    in_name,
    block_phrase,
    address,
    pronoun,
    language,
    person,
    state_after_its_town,
    container,
    words_in_capitals,
    currency,
    metonym,
    company,
    model
);
