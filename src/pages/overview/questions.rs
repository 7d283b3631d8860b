//! What the page is for, in a line, and questions that these articles can answer.

use crate::address::{Address, View};
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{Corpus, Country, DateRange};
use yew::prelude::*;

/// How many articles are looked at for two countries that are named together.
const MAX_LOOKED_AT: usize = 200;

/// The line and the questions, where nothing is asked yet.
#[component]
pub fn Questions(props: &PageProps) -> Html {
    let asked = use_memo(props.clone(), questions);
    let link = |(text, address): &(String, Address)| {
        html! { <li><a href={address.href()}>{ text.clone() }</a></li> }
    };
    html! {
        <div class="questions">
            <p>{ "Search these articles, see which countries they mention, and open the sentence behind every count." }</p>
            <ul aria-label="Examples">{ for asked.iter().map(link) }</ul>
        </div>
    }
}

/// Questions with the addresses that answer them.
fn questions(props: &PageProps) -> Vec<(String, Address)> {
    let (address, answer) = (&props.place.address, &props.answer);
    let mut out = Vec::new();
    if let Some(first) = answer.countries.first().map(|row| row.country) {
        let text = format!("Where is {} mentioned?", first.name());
        out.push((text, address.contexts(first, None)));
        if let Some(second) = named_beside(props, first) {
            let text = format!("Which articles name both {} and {}?", first.name(), second.name());
            out.push((text, address.naming_both(first, second)));
        }
    }
    let months = answer.results.facets.months.iter().filter_map(|m| Some((m.value?, m.articles)));
    let busiest = months.clone().reduce(|best, next| if next.1 > best.1 { next } else { best });
    if let Some((month, _)) = busiest.filter(|_| months.count() > 1) {
        let text = format!("What was published in {}?", words::date(month));
        let dates = vec![DateRange::of(month)];
        out.push((text, address.to(View::Articles).with_dates(dates, false)));
    }
    if let (true, Some(id)) = (out.len() < 3, answer.results.ids.first())
        && let Some(article) = props.corpus.article(*id)
    {
        let text = format!("Which countries does “{}” mention?", article.title());
        out.push((text, address.article(id.0 + 1)));
    }
    out
}

/// The country that most of the first articles that name `first` name too.
fn named_beside(props: &PageProps, first: Country) -> Option<Country> {
    let corpus: &Corpus = &props.corpus;
    let counting = &props.place.address.selection.counting;
    let mut found: Vec<(Country, usize)> = Vec::new();
    for id in props.answer.results.ids.iter().take(MAX_LOOKED_AT) {
        let mut named: Vec<Country> =
            corpus.counted(counting, *id).iter().map(|mention| mention.country).collect();
        if !named.contains(&first) {
            continue;
        }
        named.sort_unstable();
        named.dedup();
        for country in named.into_iter().filter(|country| *country != first) {
            match found.iter_mut().find(|(known, _)| *known == country) {
                Some((_, articles)) => *articles += 1,
                None => found.push((country, 1)),
            }
        }
    }
    found.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|f| f.0)
}
