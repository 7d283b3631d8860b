//! The cases of every rule and alias: texts whose mentions are marked in place.
//! See `cases/names.txt` for the form.

mod common;

use common::{marked, plain, with_places};

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

#[test]
fn a_name_alone_is_the_place_unless_the_article_named_a_person() {
    let text = "Jordan said it would send envoys.";
    let gazetteer = with_places();
    assert_eq!(marked(gazetteer, text), "{Jordan|JO n} said it would send envoys.");
    let person = format!("Jordan Miles scored twice.\n{text}");
    assert_eq!(marked(gazetteer, &person), person);
}

tables!(
    names,
    aliases,
    in_name,
    block_phrase,
    address,
    pronoun,
    language,
    person,
    named_after,
    war,
    ship,
    street,
    combining,
    state_after_its_town,
    container,
    words_in_capitals,
    currency,
    metonym,
    company,
    model
);
