//! The measures of every country, as the exports name them.

use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_export::{Cell, Table};

/// The measures of every country over the selected articles, which have so many
/// `words`.
pub(super) fn table(props: &PageProps, words: u64) -> Table {
    let columns = [
        "country",
        "iso2",
        "mentions",
        "articles",
        "focus",
        "names",
        "demonyms",
        "capitals",
        "places",
        "per 1,000 words",
    ];
    let mut table = Table::new("Countries", &columns);
    table.note = format!(
        "Counted: {}. Focus: mean share of an article's mentions, in the title three times, in the lead twice.",
        words::counting(&props.place.address.selection.counting)
    );
    for row in &props.answer.countries {
        table = table.row([
            row.country.name().into(),
            row.country.code().into(),
            row.mentions.into(),
            row.articles.into(),
            Cell::Measure((row.focus * 1e4).round() / 1e4),
            row.names.into(),
            row.demonyms.into(),
            row.capitals.into(),
            row.places.into(),
            dateline_stats::per_thousand(row.mentions, words)
                .map(|rate| (rate * 1e3).round() / 1e3)
                .into(),
        ]);
    }
    table
}
