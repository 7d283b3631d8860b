//! The column of facets: what the selected articles have, and the filters.

use crate::components::{CountingFacet, FacetList, FacetValue, MonthsFacet};
use crate::hooks::use_part::{PartState, use_part};
use crate::model::page_props::PageProps;
use crate::model::words;
use crate::shell::later::Later;
use crate::shell::parts::{Filtering, Rest};
use dateline_corpus::{Bucket, Choice, Country};
use dateline_text::compact::sort_by;
use yew::prelude::*;

/// The column of facets.
#[component]
pub fn Facets(props: &PageProps) -> Html {
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <aside class={classes!("facets", (!*open).then_some("closed"))} aria-label="Filters">
            <button type="button" class="facets-toggle" aria-expanded={open.to_string()} onclick={toggle}>
                <span>{ "Filters and counting" }</span><span>{ if *open { "hide" } else { "show" } }</span>
            </button>
            <div class="facets-body">
                <h2 class="visually-hidden">{ "Filters" }</h2>
                <Later><Fetched ..props.clone() /></Later>
            </div>
        </aside>
    }
}

/// All facets once their part of the program is here, or that it could not be had.
#[component]
fn Fetched(props: &PageProps) -> Html {
    match use_part::<Filtering>() {
        (PartState::Loaded(part), _) => (part.facets)(props.clone()),
        (PartState::Loading, _) => Html::default(),
        (PartState::Failed, again) => {
            let again = again.reform(|_: MouseEvent| ());
            html! {
                <p>{ "The filters could not be loaded. " }<button type="button" class="chip" onclick={again}>{ "Try again" }</button></p>
            }
        }
    }
}

/// All facets.
#[component]
pub(in crate::pages) fn All(props: &PageProps) -> Html {
    let facets = &props.answer.results.facets;
    let address = &props.place.address;
    let on_counting = {
        let place = props.place.clone();
        Callback::from(move |counting| place.push(place.address.with_counting(counting)))
    };
    html! {
        <>
            { countries(props) }
            <CountingFacet counting={address.selection.counting} on_change={on_counting} />
            <MonthsFacet months={facets.months.clone()} address={address.clone()} />
            <Dates ..props.clone() />
            { sources(props) }
            { for facets.fields.iter().filter(|(_, buckets)| tells_apart(buckets)).map(|(name, buckets)| field(props, name, buckets)) }
        </>
    }
}

/// The form of a range of dates, which comes with the rest of the program.
#[component]
fn Dates(props: &PageProps) -> Html {
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <section class="facet" aria-label="Dates">
            <button type="button" class="quiet" aria-expanded={open.to_string()} onclick={toggle}>{ "From … to …" }</button>
            if *open {
                <DateForm ..props.clone() />
            }
        </section>
    }
}

#[component]
fn DateForm(props: &PageProps) -> Html {
    match use_part::<Rest>() {
        (PartState::Loaded(rest), _) => (rest.dates)(props.clone()),
        _ => Html::default(),
    }
}

fn countries(props: &PageProps) -> Html {
    let most = props.answer.countries.iter().map(|c| c.mentions).max().unwrap_or(1).max(1);
    let value = |bucket: &Bucket<Country>| {
        let row = props.answer.countries.iter().find(|r| r.country == bucket.value);
        let mentions = row.map_or(0, |r| r.mentions) as usize;
        let articles = words::count(bucket.articles, "article");
        FacetValue {
            value: bucket.value.code().to_owned().into(),
            label: bucket.value.name().to_owned().into(),
            detail: format!("{} · {}", words::number(bucket.articles), words::number(mentions))
                .into(),
            spoken: format!("{articles}, {}", words::count(mentions, "mention")).into(),
            share: mentions as f64 / most as f64,
            choice: bucket.choice,
        }
    };
    let mut values: Vec<FacetValue> =
        props.answer.results.facets.countries.iter().map(value).collect();
    sort_by(&mut values, |a, b| b.share.total_cmp(&a.share));
    let place = props.place.clone();
    let on_choose = Callback::from(move |(code, choice): (AttrValue, Choice)| {
        if let Some(country) = Country::from_code(&code) {
            place.push(place.address.with_country(country, choice));
        }
    });
    html! { <FacetList title="Countries" unit="articles · mentions" {values} {on_choose} /> }
}

fn sources(props: &PageProps) -> Html {
    let buckets = &props.answer.results.facets.sources;
    if !tells_apart(buckets) {
        return Html::default();
    }
    let place = props.place.clone();
    let on_choose = Callback::from(move |(source, choice): (AttrValue, Choice)| {
        place.push(place.address.with_source(&source, choice));
    });
    html! { <FacetList title="Source" values={values(buckets)} {on_choose} /> }
}

fn field(props: &PageProps, name: &str, buckets: &[Bucket<String>]) -> Html {
    let (place, field) = (props.place.clone(), name.to_owned());
    let on_choose = Callback::from(move |(value, choice): (AttrValue, Choice)| {
        place.push(place.address.with_field(&field, &value, choice));
    });
    html! { <FacetList key={name.to_owned()} title={name.to_owned()} values={values(buckets)} {on_choose} /> }
}

/// Whether any article has a value, or one was chosen: "unknown" alone tells no articles apart.
fn tells_apart(buckets: &[Bucket<String>]) -> bool {
    buckets.iter().any(|bucket| !bucket.value.is_empty() || bucket.choice != Choice::Open)
}

fn values(buckets: &[Bucket<String>]) -> Vec<FacetValue> {
    let most = buckets.iter().map(|b| b.articles).max().unwrap_or(1).max(1);
    let value = |bucket: &Bucket<String>| FacetValue {
        value: bucket.value.clone().into(),
        label: if bucket.value.is_empty() { "unknown".into() } else { bucket.value.clone().into() },
        detail: words::number(bucket.articles).into(),
        spoken: words::count(bucket.articles, "article").into(),
        share: bucket.articles as f64 / most as f64,
        choice: bucket.choice,
    };
    buckets.iter().map(value).collect()
}
