//! Making a correction: every view recounts, the browser keeps it, and the reader is
//! told what changed.

use super::keep::keep;
use crate::model::page_props::PageProps;
use crate::model::shared::Shared;
use crate::model::words;
use dateline_corpus::{Corrections, Counting};
use yew::Callback;

/// What is said where the browser keeps nothing.
pub const UNKEPT: &str = "This browser does not let the page keep corrections (as in a private \
     window): they last as long as this tab. Save them as a file to keep them.";

/// Shows the articles with these corrections and no others.
pub fn set(page: &PageProps, corrections: Corrections, tell: &Callback<String>) {
    if *page.corpus.corrections() == corrections {
        tell.emit("It is corrected so already.".to_owned());
    } else {
        show(page, page.corpus.corrected(corrections), tell);
    }
}

/// Takes the last step of correcting back.
pub fn undo(page: &PageProps, tell: &Callback<String>) {
    if let Some(before) = page.corpus.uncorrected() {
        show(page, before, tell);
    }
}

fn show(page: &PageProps, corpus: Shared, tell: &Callback<String>) {
    let says = match keep(&corpus) {
        true => changed(mentions(&page.corpus), mentions(&corpus)),
        false => UNKEPT.to_owned(),
    };
    page.show.emit(corpus);
    tell.emit(says);
}

/// How many mentions there are, wherever they stand.
fn mentions(corpus: &Shared) -> u64 {
    let ids: Vec<_> = corpus.ids().collect();
    corpus.countries(&Counting::everything(), &ids).iter().map(|row| row.mentions).sum()
}

fn changed(before: u64, after: u64) -> String {
    let more = after.abs_diff(before) as usize;
    match (before < after, more) {
        (_, 0) => "Corrected; as many mentions as before.".to_owned(),
        (true, _) => format!("Corrected: {} more.", words::count(more, "mention")),
        (false, _) => format!("Corrected: {} fewer.", words::count(more, "mention")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_difference() {
        let rows = [
            ((3, 3), "Corrected; as many mentions as before."),
            ((3, 5), "Corrected: 2 mentions more."),
            ((3, 2), "Corrected: 1 mention fewer."),
        ];
        rows.iter().for_each(|((a, b), says)| assert_eq!(changed(*a, *b), *says));
    }
}
