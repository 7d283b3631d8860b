//! Making a correction: every view recounts, the browser keeps it, and the reader is
//! told what changed.

use super::keep::{Kept, keep};
use crate::model::answer::Answer;
use crate::model::page_props::PageProps;
use crate::model::shared::Shared;
use crate::model::words;
use dateline_corpus::{Corrections, Country, CountryRow, Selection};
use dateline_text::compact::sort_by;

/// What is said where the browser keeps nothing.
pub const UNKEPT: &str = "This browser does not let the page store corrections and edits (as in a private \
     window). They last until this tab is closed; save them as a file to keep them.";

/// Shows the articles with these corrections and no others.
pub fn set(page: &PageProps, corrections: Corrections) {
    if *page.corpus.corrections() == corrections {
        page.notify.emit("Already corrected.".to_owned());
    } else {
        show(page, page.corpus.corrected(corrections));
    }
}

/// Takes the last step of correcting back.
pub fn undo(page: &PageProps) {
    if let Some(before) = page.corpus.uncorrected() {
        show(page, before);
    }
}

fn show(page: &PageProps, corpus: Shared) {
    let says = match keep(&corpus) {
        Kept::Refused => UNKEPT.to_owned(),
        Kept::InBrowser | Kept::InTab => {
            changed(&page.answer.countries, &Answer::new(&corpus, selection(page)).countries)
        }
    };
    page.show.emit(corpus);
    page.notify.emit(says);
}

fn selection(page: &PageProps) -> &Selection {
    &page.place.address.selection
}

/// The countries that are named at most.
const MAX_COUNTRIES: usize = 3;

/// The differences that the page shows, as it counts now: "Corrected: Georgia 3 more mentions,
/// United States 3 fewer."
fn changed(before: &[CountryRow], after: &[CountryRow]) -> String {
    let of = |rows: &[CountryRow], country| {
        rows.iter().find(|row| row.country == country).map_or(0, |row| row.mentions)
    };
    let mut countries: Vec<Country> = after.iter().chain(before).map(|row| row.country).collect();
    sort_by(&mut countries, |a, b| a.code().cmp(b.code()));
    countries.dedup();
    let change = |country| {
        let (before, after) = (of(before, country), of(after, country));
        (country, before < after, after.abs_diff(before) as usize)
    };
    let mut changes: Vec<_> = countries.into_iter().map(change).filter(|c| c.2 > 0).collect();
    // Most first, gains before losses.
    sort_by(&mut changes, |a, b| b.2.cmp(&a.2).then(b.1.cmp(&a.1)));
    let says = |(country, more, by): &(Country, bool, usize)| {
        let than = if *more { "more" } else { "fewer" };
        let noun = if *by == 1 { "mention" } else { "mentions" };
        format!("{} {} {than} {noun}", country.name(), words::number(*by))
    };
    let named: Vec<String> = changes.iter().take(MAX_COUNTRIES).map(says).collect();
    match (named.as_slice(), changes.len().saturating_sub(MAX_COUNTRIES)) {
        ([], _) => "Corrected. No count changes here.".to_owned(),
        (named, 0) => format!("Corrected: {}.", named.join(", ")),
        (named, more) => {
            let others = if more == 1 { "country" } else { "countries" };
            format!("Corrected: {}, and {more} more {others}.", named.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(counts: &[(&str, u64)]) -> Vec<CountryRow> {
        let row = |(code, mentions): &(&str, u64)| CountryRow {
            country: Country::from_code(code).unwrap(),
            mentions: *mentions,
            articles: 1,
            focus: 0.0,
            names: *mentions,
            demonyms: 0,
            capitals: 0,
            places: 0,
        };
        counts.iter().map(row).collect()
    }

    #[test]
    fn names_the_countries_whose_counts_change() {
        let rows_of = [
            (&[("GE", 3)][..], &[("GE", 3)][..], "Corrected. No count changes here."),
            (
                &[("US", 3)],
                &[("GE", 3)],
                "Corrected: Georgia 3 more mentions, United States 3 fewer mentions.",
            ),
            (&[], &[("GE", 1)], "Corrected: Georgia 1 more mention."),
            (&[("CL", 1200)], &[], "Corrected: Chile 1,200 fewer mentions."),
            (
                &[],
                &[("CL", 4), ("GE", 3), ("PE", 2), ("US", 1)],
                "Corrected: Chile 4 more mentions, Georgia 3 more mentions, Peru 2 more mentions, and 1 more country.",
            ),
        ];
        for (before, after, want) in rows_of {
            assert_eq!(changed(&rows(before), &rows(after)), want);
        }
    }
}
