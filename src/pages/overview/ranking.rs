//! The ranking of the overview: the most mentioned countries with their kinds as
//! stacked bars.

use super::Measured;
use crate::address::{Address, Order, View};
use crate::charts::canvas::Canvas;
use crate::charts::ranking::{Part, Row, bar, ranking};
use crate::components::{ChartFigure, Charted};
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{Counting, CountryRow, Kind};
use dateline_text::compact::{fixed, sort_by};
use std::rc::Rc;
use yew::prelude::*;

const TITLE: &str = "Ranking";
/// How many countries are shown; the page of countries has all.
const MAX_ROWS: usize = 10;
/// The width of the chart in a file, in pixels.
const FILE_WIDTH: f64 = 640.0;

/// What a country is ordered by.
type Measure = fn(&CountryRow) -> f64;

/// The orders of the ranking: the name in the address and a value to sort by.
const ORDERS: [(&str, Measure); 3] = [
    ("mentions", |row| row.mentions as f64),
    ("articles", |row| row.articles as f64),
    ("focus", |row| row.focus),
];

/// The most mentioned countries.
#[component]
pub(super) fn Ranking(measured: &Measured) -> Html {
    let props = &measured.page;
    let order = order(&props.place.address);
    let rows = ranked(&props.answer.countries, order);
    let counting = props.place.address.selection.counting;
    let bars: Vec<Row> = rows.iter().map(|row| stacked(&props.place.address, row)).collect();
    let max = bars.iter().map(Row::total).max().unwrap_or(0);
    let chart = Charted {
        drawing: Rc::new(ranking(&bars, FILE_WIDTH)),
        description: "Bars of mentions by country, stacked by kind.".to_owned(),
        legend: kinds(&counting),
        table: measured.table.clone(),
        links: Rc::default(),
    };
    let more = props.answer.countries.len().saturating_sub(MAX_ROWS);
    let tools = orders(&props.place.address, order);
    let body = html! {
        <div class="scroll-x">
            <table class="data ranking">
                <caption class="visually-hidden">{ "Countries by " }{ ORDERS[order].0 }</caption>
                <thead><tr>
                    <th scope="col" class="label">{ "Country" }</th>
                    <th scope="col" class="label num">{ "Mentions" }</th>
                    <th scope="col" class="label num">{ if order == 2 { "Focus" } else { "Articles" } }</th>
                    <th scope="col" class="label bars">{ "By kind" }</th>
                </tr></thead>
                <tbody>
                    { for rows.iter().zip(&bars).map(|(row, bars)| line(props, row, bars, max, order)) }
                </tbody>
            </table>
        </div>
    };
    html! {
        <ChartFigure page={props.clone()} id="ranking" title={TITLE} {chart} {tools} {body} is_table=true>
            if order == 2 {
                <p class="chart-note">{ format!("Focus: {}.", words::FOCUS) }</p>
            }
            if more > 0 {
                <p class="chart-note"><a href={props.place.address.to(View::Countries).href()}>
                    { format!("All {} countries", props.answer.countries.len()) }
                </a></p>
            }
        </ChartFigure>
    }
}

/// The number of the order that the address names; by mentions without one.
fn order(address: &Address) -> usize {
    ORDERS.iter().position(|(name, _)| *name == address.by.column).unwrap_or(0)
}

fn ranked(rows: &[CountryRow], order: usize) -> Vec<CountryRow> {
    let mut rows = rows.to_vec();
    // Stable: among equals, the order of the corpus's own table.
    sort_by(&mut rows, |a, b| ORDERS[order].1(b).total_cmp(&ORDERS[order].1(a)));
    rows.truncate(MAX_ROWS);
    rows
}

fn orders(address: &Address, order: usize) -> Html {
    let link = |(i, (name, _)): (usize, &(&'static str, _))| {
        let by = Order { column: (*name).to_owned(), descending: true };
        let href = Address { by, ..address.clone() }.href();
        html! { <a {href} aria-current={(i == order).then_some("true")}>{ *name }</a> }
    };
    html! { <><span>{ "by" }</span>{ for ORDERS.iter().enumerate().map(link) }</> }
}

fn line(props: &PageProps, row: &CountryRow, bars: &Row, max: u64, order: usize) -> Html {
    let address = &props.place.address;
    let code = row.country.code();
    let drawing = Rc::new(bar(bars, max));
    let second = match order {
        2 => format!("{} %", fixed(row.focus * 100.0, 0)),
        _ => words::number(row.articles),
    };
    html! {
        <tr key={code.to_owned()}>
            <th scope="row"><a href={address.country(row.country).href()}>{ row.country.name() }</a></th>
            <td class="num">{ words::number(row.mentions as usize) }</td>
            <td class="num">{ second }</td>
            <td class="bars">
                <Canvas id={format!("bar-{code}")} name={format!("{} by kind", row.country.name())} {drawing}
                    focus={props.focus.clone()} />
            </td>
        </tr>
    }
}

/// The bar of a country; each part leads to the contexts of its kind.
fn stacked(address: &Address, row: &CountryRow) -> Row {
    let part = |kind: Kind| {
        let count = row.of_kind(kind);
        let contexts = address.contexts(row.country, Some(kind));
        let noun = words::kinds(kind);
        let noun = if count == 1 { noun.trim_end_matches('s') } else { noun };
        Part {
            class: class(kind),
            count,
            href: contexts.href(),
            label: format!("{}: {} {noun}", row.country.name(), words::number(count as usize)),
        }
    };
    Row { name: row.country.name().to_owned(), parts: Kind::ALL.into_iter().map(part).collect() }
}

fn kinds(counting: &Counting) -> Vec<(String, String)> {
    counting
        .kinds
        .iter()
        .map(|kind| (class(kind).to_owned(), words::kinds(kind).to_owned()))
        .collect()
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "k-name",
        Kind::Demonym => "k-demonym",
        Kind::Capital => "k-capital",
        Kind::Place => "k-place",
    }
}
