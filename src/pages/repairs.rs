//! A selection without articles: which part of the query no article matches, and what is found
//! without it, by other forms, or without the filters.

use crate::address::Address;
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{Change, Repair};
use yew::prelude::*;

/// Why there is nothing, and links to what there is instead.
#[component]
pub fn Repairs(props: &PageProps) -> Html {
    let found = use_memo(props.answer.clone(), |answer| match answer.results.too_much {
        // What is above the list says so; parts of such a query may ask for too much as well.
        true => dateline_corpus::Repairs::default(),
        false => answer.question().repairs(),
    });
    let address = &props.place.address;
    html! {
        <section class="repairs" aria-label="Nothing found">
            if !found.unmatched.is_empty() {
                <p>{ format!("{} matches {}.", none(address), quoted(&found.unmatched, " or ")) }</p>
            }
            <ul>{ for found.repairs.iter().map(|repair| one(repair, address)) }</ul>
        </section>
    }
}

/// Parts of a query in quotation marks of the page's, where they have none of their own.
fn quoted(parts: &[String], between: &str) -> String {
    let one = |part: &String| format!("“{}”", part.trim_matches('"'));
    parts.iter().map(one).collect::<Vec<_>>().join(between)
}

/// Of which articles there is none.
fn none(address: &Address) -> &'static str {
    if address.selection.has_filters() { "No article within the filters" } else { "No article" }
}

fn one(repair: &Repair, address: &Address) -> Html {
    let (before, after) = match &repair.change {
        Change::Spelling => ("Did you mean ".to_owned(), "?"),
        Change::QuestionWords => ("Without the words that only ask: ".to_owned(), ""),
        Change::Forms => ("In any form: ".to_owned(), ""),
        Change::Without(parts) => (format!("Without {}: ", quoted(parts, " and ")), ""),
        Change::Any => ("Any of these: ".to_owned(), ""),
        Change::Filters => ("Without the filters: ".to_owned(), ""),
    };
    let (before, next) = match (repair.keeps_filters, &repair.change) {
        (true, _) => (before, address.with_query(&repair.query)),
        (false, Change::Filters) => (before, address.without_filters()),
        (false, _) => {
            let lower = before[..1].to_lowercase();
            let before = format!("Without the filters, {lower}{}", &before[1..]);
            (before, address.without_filters().with_query(&repair.query))
        }
    };
    let name = if repair.query.is_empty() { "all articles" } else { &repair.query };
    html! {
        <li>
            { before }<a href={next.href()}>{ name.to_owned() }</a>{ after }
            <span class="soft">{ format!(" {}", words::count(repair.articles, "article")) }</span>
        </li>
    }
}
