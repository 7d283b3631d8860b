//! The reader's articles and the published ones side by side: which countries either
//! mentions in a larger share of its articles.

use crate::address::Address;
use crate::own::{PUBLISHED, YOURS, only};
use crate::pages::PageProps;
use crate::words;
use dateline_corpus::{COLLECTION, Choice, Country, CountryRow, Selection};
use dateline_stats::sort_by;
use yew::prelude::*;

/// Countries that are listed.
const LISTED: usize = 15;

/// One country in both collections.
struct Row {
    country: Country,
    /// Articles that mention it: yours, published.
    articles: [usize; 2],
    /// Their shares of all articles of the collection, 0 to 1.
    shares: [f64; 2],
}

/// The table.
#[component]
pub(super) fn Compare(props: &PageProps) -> Html {
    let rows = use_memo((props.corpus.clone(), props.place.address.selection.clone()), |_| {
        compared(props)
    });
    let (sizes, rows) = &*rows;
    if sizes.contains(&0) || rows.is_empty() {
        return Html::default();
    }
    let address = &props.place.address;
    let head = |collection, says: &str, n: usize| {
        let href = only(address, collection).href();
        html! { <th scope="col" class="num"><a {href}>{ format!("{says} ({})", words::number(n)) }</a></th> }
    };
    html! {
        <section class="panel" aria-label="Compared">
            <h2>{ "Beside the published articles" }</h2>
            <div class="scroll-x"><table class="data compare">
                <caption>{ "Articles of each collection that mention a country, those that differ most first; the filters of the other views count here too." }</caption>
                <thead><tr>
                    <th scope="col">{ "Country" }</th>
                    { head(YOURS, "Yours", sizes[0]) }
                    { head(PUBLISHED, "Published", sizes[1]) }
                </tr></thead>
                <tbody>{ for rows.iter().take(LISTED).map(|row| one(address, row)) }</tbody>
            </table></div>
        </section>
    }
}

fn one(address: &Address, row: &Row) -> Html {
    let cell = |at: usize, collection| {
        let says =
            format!("{} · {}", words::number(row.articles[at]), words::percent(row.shares[at]));
        let href = only(address, collection).with_country(row.country, Choice::Include).href();
        html! { <td class="num">if row.articles[at] > 0 { <a {href}>{ says }</a> } else { { says } }</td> }
    };
    html! {
        <tr key={row.country.code()}>
            <th scope="row"><a href={address.country(row.country).href()}>{ row.country.name().to_owned() }</a></th>
            { cell(0, YOURS) }
            { cell(1, PUBLISHED) }
        </tr>
    }
}

/// How many articles either collection has in the selection, and its countries.
fn compared(props: &PageProps) -> ([usize; 2], Vec<Row>) {
    let selection = &props.place.address.selection;
    let of = |collection| -> (usize, Vec<CountryRow>) {
        let address = props.place.address.with_field(COLLECTION, YOURS, Choice::Open);
        let address = address.with_field(COLLECTION, PUBLISHED, Choice::Open);
        let within: Selection =
            address.with_field(COLLECTION, collection, Choice::Include).selection;
        let ids = props.corpus.select(&within).ids;
        (ids.len(), props.corpus.countries(&selection.counting, &ids))
    };
    let (yours, published) = (of(YOURS), of(PUBLISHED));
    let sizes = [yours.0, published.0];
    let mut countries: Vec<Country> =
        yours.1.iter().chain(&published.1).map(|row| row.country).collect();
    sort_by(&mut countries, |a, b| a.code().cmp(b.code()));
    countries.dedup();
    let articles = |rows: &[CountryRow], country| {
        rows.iter().find(|row| row.country == country).map_or(0, |row| row.articles)
    };
    let row = |country| {
        let articles = [articles(&yours.1, country), articles(&published.1, country)];
        let share = |at: usize| articles[at] as f64 / sizes[at].max(1) as f64;
        Row { country, articles, shares: [share(0), share(1)] }
    };
    let mut rows: Vec<Row> = countries.into_iter().map(row).collect();
    let apart = |row: &Row| (row.shares[0] - row.shares[1]).abs();
    sort_by(&mut rows, |a, b| apart(b).total_cmp(&apart(a)));
    (sizes, rows)
}
