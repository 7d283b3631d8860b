//! The active filters of an address in words, each with the address without it.

use super::words;
use crate::address::Address;
use dateline_corpus::{COLLECTION, Choice, Choices, Counting};

/// An active filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Its name: `names Kuwait`, `not Iraq`, `March 1987`.
    pub label: String,
    /// The address without it.
    pub without: Address,
}

/// The filters of an address, the query aside, in the order of the facets; counting otherwise
/// than by default is the last of them.
pub fn filters(address: &Address) -> Vec<Filter> {
    let selection = &address.selection;
    let mut out = Vec::new();
    let mut put = |label: String, without: Address| out.push(Filter { label, without });
    for (country, sign) in signed(&selection.countries) {
        let label = if sign { "names " } else { "does not name " };
        let label = format!("{label}{}", country.name());
        put(label, address.with_country(*country, Choice::Open));
    }
    for range in &selection.dates {
        let rest = selection.dates.iter().filter(|other| *other != range).copied().collect();
        put(words::dates(range), address.with_dates(rest, selection.undated));
    }
    if selection.undated {
        put("undated".to_owned(), address.with_dates(selection.dates.clone(), false));
    }
    for (source, sign) in signed(&selection.sources) {
        let without = address.with_source(source, Choice::Open);
        put(value("source", source, sign), without);
    }
    for (field, choices) in &selection.fields {
        for (chosen, sign) in signed(choices) {
            let without = address.with_field(field, chosen, Choice::Open);
            put(value(field, chosen, sign), without);
        }
    }
    if selection.counting != Counting::default() {
        let counting = words::counting(&selection.counting);
        put(format!("counted: {counting}"), address.with_counting(Counting::default()));
    }
    out
}

/// The values with whether they are included.
fn signed<T>(choices: &Choices<T>) -> impl Iterator<Item = (&T, bool)> {
    let include = choices.include.iter().map(|value| (value, true));
    include.chain(choices.exclude.iter().map(|value| (value, false)))
}

fn value(field: &str, value: &str, included: bool) -> String {
    match (field, value, included) {
        (COLLECTION, value, true) => format!("only {value}"),
        (COLLECTION, value, false) => format!("not {value}"),
        (field, "", true) => format!("no {field}"),
        (field, "", false) => format!("any {field}"),
        (field, value, true) => format!("{field} {value}"),
        (field, value, false) => format!("{field} not {value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_filter_has_a_name_and_a_way_out() {
        let rows: [(&str, &[(&str, &str)]); 8] = [
            ("#q=oil", &[]),
            ("#country=KW", &[("names Kuwait", "#view=overview")]),
            (
                "#view=articles&q=iran&country=KW,-IQ",
                &[
                    ("names Kuwait", "#view=articles&q=iran&country=-IQ"),
                    ("does not name Iraq", "#view=articles&q=iran&country=KW"),
                ],
            ),
            (
                "#date=1987-03,1990..1991-02,undated",
                &[
                    ("March 1987", "#view=overview&date=1990..1991-02,undated"),
                    ("1990 to February 1991", "#view=overview&date=1987-03,undated"),
                    ("undated", "#view=overview&date=1987-03,1990..1991-02"),
                ],
            ),
            (
                "#date=1987..&source=Reuters&source=-",
                &[
                    ("since 1987", "#view=overview&source=Reuters&source=-"),
                    ("source Reuters", "#view=overview&date=1987..&source=-"),
                    ("any source", "#view=overview&date=1987..&source=Reuters"),
                ],
            ),
            (
                "#f.collection=yours&f.section=-Sport",
                &[
                    ("only yours", "#view=overview&f.section=-Sport"),
                    ("section not Sport", "#view=overview&f.collection=yours"),
                ],
            ),
            ("#count=names,repeats", &[("counted: names; with repeats", "#view=overview")]),
            ("#view=contexts&of=IR&order=1L", &[]),
        ];
        for (fragment, want) in rows {
            let (address, problems) = Address::parse(fragment);
            assert_eq!(problems, [], "{fragment}");
            let found = filters(&address);
            let found: Vec<(&str, String)> =
                found.iter().map(|f| (f.label.as_str(), f.without.href())).collect();
            let want: Vec<(&str, String)> =
                want.iter().map(|(label, href)| (*label, (*href).to_owned())).collect();
            assert_eq!(found, want, "{fragment}");
        }
    }
}
