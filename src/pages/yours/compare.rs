//! The reader's articles and the published ones side by side: which countries either
//! mentions in a larger share of its articles, and which words notify them apart.

use super::distinctive::{DistinctiveWords, Props};
use crate::address::Address;
use crate::model::page_props::PageProps;
use crate::model::words;
use crate::shell::later::Later;
use crate::user_files::only;
use dateline_corpus::{ArticleId, Choice, Country, CountryRow, Sort, Wanted};
use dateline_corpus::{PUBLISHED, YOURS};
use dateline_text::compact::sort_by;
use yew::prelude::*;

/// Countries that are listed.
const MAX_COUNTRIES: usize = 15;

/// One country in both collections.
struct Row {
    country: Country,
    /// Articles that mention it: yours, published.
    articles: [usize; 2],
    /// Their shares of all articles of the collection, 0 to 1.
    shares: [f64; 2],
}

/// Countries and words of both.
#[component]
pub(super) fn Compare(props: &PageProps) -> Html {
    let sets = use_memo((props.corpus.clone(), props.place.address.selection.clone()), |_| {
        [YOURS, PUBLISHED].map(|collection| selected(props, collection))
    });
    if let Some(none) = sets.iter().position(Vec::is_empty) {
        let whose = if none == 0 { "article of yours" } else { "published article" };
        return html! {
            <section class="panel" aria-label="Compared">
                <h2>{ "Beside the published articles" }</h2>
                <p class="empty">{ format!("The search and the filters leave no {whose} to compare. ") }<a href={props.place.address.cleared().href()}>{ "Clear all" }</a></p>
            </section>
        };
    }
    html! {
        <>
            <Later><Countries page={props.clone()} sets={sets.clone()} /></Later>
            <Later><DistinctiveWords page={props.clone()} {sets} /></Later>
        </>
    }
}

/// The selected articles of a collection.
fn selected(props: &PageProps, collection: &str) -> Vec<ArticleId> {
    let within = only(&props.place.address, collection).sorted(Sort::Corpus).selection;
    let wanted = Wanted { ranked: 0, rest: true, facets: false };
    props.corpus.ask(&within).results(wanted).ids
}

/// The table of countries.
#[component]
fn Countries(props: &Props) -> Html {
    let Props { page, sets } = props;
    let rows = use_memo(props.clone(), |_| compared(page, sets));
    if rows.is_empty() {
        return Html::default();
    }
    let sizes = [sets[0].len(), sets[1].len()];
    let address = &page.place.address;
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
                <tbody>{ for rows.iter().take(MAX_COUNTRIES).map(|row| one(address, row)) }</tbody>
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

/// The countries of either collection, those that differ most first.
fn compared(page: &PageProps, sets: &[Vec<ArticleId>; 2]) -> Vec<Row> {
    let counting = &page.place.address.selection.counting;
    let [yours, published] = [0, 1].map(|set: usize| page.corpus.countries(counting, &sets[set]));
    let mut countries: Vec<Country> =
        yours.iter().chain(&published).map(|row| row.country).collect();
    sort_by(&mut countries, |a, b| a.code().cmp(b.code()));
    countries.dedup();
    let articles = |rows: &[CountryRow], country| {
        rows.iter().find(|row| row.country == country).map_or(0, |row| row.articles)
    };
    let row = |country| {
        let articles = [articles(&yours, country), articles(&published, country)];
        let share = |at: usize| articles[at] as f64 / sets[at].len().max(1) as f64;
        Row { country, articles, shares: [share(0), share(1)] }
    };
    let mut rows: Vec<Row> = countries.into_iter().map(row).collect();
    let apart = |row: &Row| (row.shares[0] - row.shares[1]).abs();
    sort_by(&mut rows, |a, b| apart(b).total_cmp(&apart(a)));
    rows
}
