//! One country: its measures, every mention in context, the articles, the company
//! it keeps, over time.

mod companions;
mod contexts;
mod over_time;

use super::ambiguous::Ambiguous;
use crate::address::View;
use crate::components::SortedOut;
use crate::components::marked::swatch;
use crate::model::page_props::PageProps;
use crate::model::words;
use crate::pages::articles::results::Results;
use crate::shell::later::Later;
use companions::Companions;
use contexts::Contexts;
use dateline_corpus::{ArticleId, Choice, Counting, Country, CountryRow, Kind};
use dateline_text::compact::sort_by;
use over_time::OverTime;
use std::rc::Rc;
use yew::prelude::*;

/// The parts of the page are computed from these.
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// The country.
    pub country: Country,
}

/// The articles that are listed; the list of articles has all.
const MAX_ARTICLES: usize = 10;

/// One country.
#[component]
pub fn CountryPage(props: &PageProps) -> Html {
    let Some(country) = props.place.address.of else {
        return html! { <SortedOut text="This link names no country. Choose one from the table." href={props.place.address.to(View::Countries).href()} link="Countries" /> };
    };
    let part = Props { page: props.clone(), country };
    let ids = use_memo((props.answer.clone(), country), |(answer, country)| {
        mentioning(props, &answer.results.ids, *country)
    });
    let first =
        use_memo(ids.clone(), |ids| Rc::<[ArticleId]>::from(&ids[..ids.len().min(MAX_ARTICLES)]));
    let first = (*first).clone();
    let articles =
        props.place.address.with_country(country, Choice::Include).to(View::Articles).href();
    html! {
        <div class="page">
            <header>
                <h1>{ country.name().to_owned() }</h1>
                { measures(props, country) }
            </header>
            <Ambiguous page={props.clone()} ids={props.answer.results.ids.clone()} {country} />
            <div class="columns">
                <div>
                    <Later><Contexts ..part.clone() /></Later>
                </div>
                <div>
                    <Later><Companions ..part.clone() /></Later>
                    <Later><OverTime ..part /></Later>
                    <section class="panel" aria-label="Articles">
                        <div class="panel-head">
                            <h2 class="label">{ format!("{} that mention it", words::count(ids.len(), "article")) }</h2>
                        </div>
                        <Later><Results list="country-results" corpus={props.corpus.clone()} answer={props.answer.clone()} ids={first} place={props.place.clone()} /></Later>
                        if ids.len() > MAX_ARTICLES {
                            <p class="more"><a href={articles}>{ format!("All {} that mention it", words::count(ids.len(), "article")) }</a></p>
                        }
                    </section>
                </div>
            </div>
        </div>
    }
}

fn mentioning(props: &PageProps, ids: &[ArticleId], country: Country) -> Rc<[ArticleId]> {
    let counting = &props.place.address.selection.counting;
    let counts = props.corpus.mentions_by_article(counting, ids, Some(country));
    let mut found: Vec<(u64, ArticleId)> =
        counts.into_iter().zip(ids.iter().copied()).filter(|(n, _)| *n > 0).collect();
    sort_by(&mut found, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(_, id)| id).collect()
}

/// One line: how often, where, as what; and what is left out.
fn measures(props: &PageProps, country: Country) -> Html {
    let address = &props.place.address;
    let empty = CountryRow {
        country,
        mentions: 0,
        articles: 0,
        focus: 0.0,
        names: 0,
        demonyms: 0,
        capitals: 0,
        places: 0,
    };
    let row =
        props.answer.countries.iter().find(|r| r.country == country).copied().unwrap_or(empty);
    let counting = address.selection.counting;
    let whole = Counting { repeats: true, furniture: true, ..counting };
    let all = props.corpus.countries(&whole, &props.answer.results.ids);
    let all = all.iter().find(|r| r.country == country).map_or(0, |r| r.mentions);
    let left_out = all.saturating_sub(row.mentions) as usize;
    let kinds = Kind::ALL.into_iter().filter(|k| counting.kinds.contains(*k)).map(|kind| {
        html! { <li>{ swatch(kind) }{ format!(" {}", words::number(row.of_kind(kind) as usize)) }</li> }
    });
    html! {
        <ul class="measures">
            <li><strong>{ words::count(row.mentions as usize, "mention") }</strong></li>
            <li>{ format!("in {} of {}", words::number(row.articles), words::count(props.answer.results.total, "article")) }</li>
            <li>{ format!("focus {}", words::percent(row.focus)) }<span class="soft">{ format!(" ({})", words::FOCUS) }</span></li>
            { for kinds }
            if left_out > 0 {
                <li>{ format!("{} more in repeats and boilerplate, not counted: ", words::number(left_out)) }<a href={address.with_counting(whole).href()}>{ "count them" }</a></li>
            }
        </ul>
    }
}
