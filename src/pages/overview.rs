//! Overview: what the selected articles are and which countries they speak of, in
//! sentences and charts. Every mark leads to its evidence.

mod dispersion;
mod measures;
mod questions;
mod ranking;
mod together;
mod when;
mod world;

use crate::model::page_props::PageProps;
use crate::shell::later::Later;
use dateline_corpus::Piece;
use dateline_export::Table;
use std::rc::Rc;
use yew::prelude::*;

/// What the charts of countries are computed from.
#[derive(Clone, PartialEq, Properties)]
struct Measured {
    /// What every page is computed from.
    page: PageProps,
    /// The measures of every country, for the exports.
    table: Rc<Table>,
}

/// The overview.
#[component]
pub fn Overview(props: &PageProps) -> Html {
    // Counting the words opens every article, so it is done once for all.
    let words = use_memo((props.corpus.clone(), props.answer.clone()), |(corpus, answer)| {
        let articles = answer.results.ids.iter().filter_map(|id| corpus.article(*id));
        articles.map(|a| a.words() as u64).sum::<u64>()
    });
    let sentences = use_memo((props.clone(), *words), |(props, words)| {
        let answer = &props.answer;
        props.corpus.summary(&answer.results.ids, &answer.countries, *words)
    });
    let table = use_memo((props.clone(), *words), |(props, words)| measures::table(props, *words));
    let measured = Measured { page: props.clone(), table };
    let pieces = sentences.iter().map(|piece| match piece {
        Piece::Text(text) => html! { { text } },
        Piece::Country(country) => {
            html! { <a href={props.place.address.country(*country).href()}>{ country.name() }</a> }
        }
    });
    let none = props.answer.results.total == 0;
    let clear = props.place.address.cleared().href();
    html! {
        <div class="page overview">
            <h1 class="visually-hidden">{ "Overview" }</h1>
            <p class="summary">{ for pieces }</p>
            if props.place.address.selection.is_everything() {
                <Later><questions::Questions ..props.clone() /></Later>
            }
            if none {
                <p><a href={clear}>{ "Show all articles" }</a></p>
            } else {
                <div class="overview-grid">
                    <div>
                        <Later><world::Map ..measured.clone() /></Later>
                        <Later><dispersion::Dispersion ..props.clone() /></Later>
                    </div>
                    <div>
                        <Later><ranking::Ranking ..measured /></Later>
                        <Later><together::Together ..props.clone() /></Later>
                    </div>
                </div>
                <Later><when::When ..props.clone() /></Later>
            }
        </div>
    }
}
