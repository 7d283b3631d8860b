//! Texts whose mentions are marked in place, as the tables of cases hold them.

use dateline_countries::{Gazetteer, annotate};
use std::fmt::Write;
use std::sync::OnceLock;

/// The text without its marks.
pub(crate) fn plain(marked: &str) -> String {
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
pub(crate) fn marked(gazetteer: &Gazetteer, text: &str) -> String {
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
pub(crate) fn with_places() -> &'static Gazetteer {
    static IT: OnceLock<Gazetteer> = OnceLock::new();
    IT.get_or_init(|| {
        let towns = include_str!("../../../../data/gazetteer/generated/towns.tsv");
        Gazetteer::small().with_places(towns)
    })
}
