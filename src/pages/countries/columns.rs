//! The columns of the table of countries: what each is called, says and sorts by.

use crate::address::Order;
use crate::model::words;
use dateline_corpus::{CountryRow, Kind};
use dateline_export::Cell;
use dateline_text::compact::sort_by;

/// A column.
pub(super) struct Column {
    /// Its name in addresses.
    pub(super) key: &'static str,
    /// Its heading.
    pub(super) label: &'static str,
    /// What it counts.
    pub(super) hint: &'static str,
    /// Whether it holds numbers.
    pub(super) number: bool,
    /// Whether it is at first sorted from large to small.
    pub(super) descending: bool,
    /// The kind of mention that it counts alone.
    pub(super) kind: Option<Kind>,
    /// Its cell on the page.
    pub(super) text: fn(&CountryRow) -> String,
    /// Its cell in exports, and what it sorts by.
    pub(super) cell: fn(&CountryRow) -> Cell,
}

const fn count(
    key: &'static str,
    hint: &'static str,
    text: fn(&CountryRow) -> String,
    cell: fn(&CountryRow) -> Cell,
) -> Column {
    Column { key, label: key, hint, number: true, descending: true, kind: None, text, cell }
}

/// The columns in their order.
pub(super) const COLUMNS: [Column; 8] = [
    Column {
        key: "country",
        label: "country",
        hint: "The country or territory of ISO 3166-1.",
        number: false,
        descending: false,
        kind: None,
        text: |r| r.country.name().to_owned(),
        cell: |r| r.country.name().into(),
    },
    count(
        "mentions",
        "How many times the articles mention the country.",
        |r| words::number(r.mentions as usize),
        |r| r.mentions.into(),
    ),
    count(
        "articles",
        "How many articles mention it at least once.",
        |r| words::number(r.articles),
        |r| r.articles.into(),
    ),
    count(
        "focus",
        "Its share of an article's mentions, those in the title worth three and those in the lead two; the mean over the articles that mention any country. All countries together make 100 %.",
        |r| words::percent(r.focus),
        |r| r.focus.into(),
    ),
    Column {
        kind: Some(Kind::Name),
        ..count(
            "names",
            "Mentions by name: China, U.S.",
            |r| words::number(r.names as usize),
            |r| r.names.into(),
        )
    },
    Column {
        kind: Some(Kind::Demonym),
        ..count(
            "demonyms",
            "Mentions by adjective or people: Chinese, Afghans.",
            |r| words::number(r.demonyms as usize),
            |r| r.demonyms.into(),
        )
    },
    Column {
        kind: Some(Kind::Capital),
        ..count(
            "capitals",
            "Mentions by capital: Kabul, “Beijing said”.",
            |r| words::number(r.capitals as usize),
            |r| r.capitals.into(),
        )
    },
    Column {
        kind: Some(Kind::Place),
        ..count(
            "places",
            "Mentions by another town, region or site in it: Xinjiang, the Kremlin.",
            |r| words::number(r.places as usize),
            |r| r.places.into(),
        )
    },
];

/// The order that an address asks for, or that of most mentions.
pub(super) fn current(by: &Order) -> Order {
    match COLUMNS.iter().any(|c| c.key == by.column) {
        true => by.clone(),
        false => Order { column: "mentions".to_owned(), descending: true },
    }
}

/// The rows in an order; ties keep the corpus's own.
pub(super) fn sorted(rows: &[CountryRow], by: &Order) -> Vec<CountryRow> {
    let by = current(by);
    let mut rows = rows.to_vec();
    let Some(column) = COLUMNS.iter().find(|c| c.key == by.column) else { return rows };
    sort_by(&mut rows, |a, b| {
        let order = match ((column.cell)(a), (column.cell)(b)) {
            (Cell::Text(a), Cell::Text(b)) => a.cmp(&b),
            (Cell::Count(a), Cell::Count(b)) => a.cmp(&b),
            (Cell::Measure(a), Cell::Measure(b)) => a.total_cmp(&b),
            _ => std::cmp::Ordering::Equal,
        };
        if by.descending { order.reverse() } else { order }
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::Country;

    fn row(code: &str, mentions: u64, articles: usize) -> CountryRow {
        let country = Country::from_code(code).unwrap();
        let focus = mentions as f64 / 10.0;
        CountryRow {
            country,
            mentions,
            articles,
            focus,
            names: mentions,
            demonyms: 0,
            capitals: 0,
            places: 0,
        }
    }

    #[test]
    fn sorts() {
        let rows = [row("CN", 5, 1), row("AF", 3, 2), row("US", 1, 2)];
        let cases = [
            ("", false, "CN AF US"),
            ("no", false, "CN AF US"),
            ("mentions", false, "US AF CN"),
            ("articles", true, "AF US CN"),
            ("focus", true, "CN AF US"),
            ("country", false, "AF CN US"),
        ];
        for (column, descending, expected) in cases {
            let by = Order { column: column.to_owned(), descending };
            let codes: Vec<String> =
                sorted(&rows, &by).iter().map(|r| r.country.code().to_owned()).collect();
            assert_eq!(codes.join(" "), expected, "{column} {descending}");
        }
    }
}
