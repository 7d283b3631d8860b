//! The line under the search box: how the query was read, what was repaired, how
//! much there is.

use crate::address::Address;
use crate::model::answer::Answer;
use crate::model::marks::series_class;
use crate::model::words;
use std::rc::Rc;
use yew::prelude::*;

/// What the line tells.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub answer: Rc<Answer>,
    /// Its hits, once they are counted.
    pub hits: Option<usize>,
    /// How many articles the corpus has.
    pub articles: usize,
    /// What was asked, and where the links lead from.
    pub address: Rc<Address>,
}

/// The line under the search box.
#[component]
pub fn ReadingLine(props: &Props) -> Html {
    let results = &props.answer.results;
    let problem = |p: &dateline_corpus::Problem| {
        let at = props.address.selection.query.get(p.span.range()).unwrap_or_default();
        let at = if at.is_empty() { String::new() } else { format!(" (“{at}”)") };
        html! { <span class="repair">{ format!("{}{at}", p.message) }</span> }
    };
    let total =
        format!("{} of {}", words::number(results.total), words::count(props.articles, "article"));
    html! {
        <section class="reading" id="reading" aria-label="How the search was read">
            if !results.reading.is_empty() {
                <span class="understood">{ emphasised(&results.reading) }</span>
            }
            if results.has_series {
                <span class="series-key">{ for results.slots.iter().enumerate().map(series) }</span>
            }
            if !props.address.selection.is_everything() {
                <span><strong>{ total }</strong>{ hits(props) }</span>
                <a class="quiet" href={props.address.cleared().href()}>{ "Clear all" }</a>
            }
            { for results.problems.iter().map(problem) }
        </section>
    }
}

/// A series as its hits are marked.
fn series((number, label): (usize, &String)) -> Html {
    html! { <span class={classes!("hit", series_class(number))}>{ label }</span> }
}

fn hits(props: &Props) -> String {
    match props.hits {
        Some(n) if !props.answer.results.reading.is_empty() => {
            format!(", {}", words::count(n, "hit"))
        }
        _ => String::new(),
    }
}

/// The reading of a query, where what stands between asterisks is the reader's own.
fn emphasised(reading: &str) -> Html {
    let part = |(i, part): (usize, &str)| {
        let part = part.to_owned();
        if i % 2 == 1 {
            html! { <em>{ part }</em> }
        } else {
            html! { part }
        }
    };
    reading.split('*').enumerate().map(part).collect()
}
