//! The world map of the overview.

use crate::charts::canvas::Canvas;
use crate::charts::drawing::Drawing;
use crate::charts::figure::{Figure, Format, legend};
use crate::charts::map::{CountryValue, map, missing, steps};
use crate::pages::PageProps;
use crate::pages::english::counted;
use crate::save::{Chart, Save, counted as counting};
use crate::words;
use dateline_corpus::CountryRow;
use dateline_export::{Cell, Table};
use std::rc::Rc;
use yew::prelude::*;

const TITLE: &str = "Countries mentioned";

/// What the figure shows: the same values as a drawing, a legend and a table.
#[derive(Clone, PartialEq)]
struct Shown {
    drawing: Rc<Drawing>,
    legend: Vec<(String, String)>,
    table: Rc<Table>,
    links: Rc<Vec<String>>,
    missing: String,
}

/// The world map, tinted by mentions; each country leads to its page.
#[component]
pub fn Map(props: &PageProps) -> Html {
    let shown = use_memo(props.clone(), shown);
    let on_export = {
        let (save, shown) = (props.save.clone(), shown.clone());
        Callback::from(move |format: Format| {
            let chart = Chart {
                drawing: shown.drawing.clone(),
                description: "World map; the darker a country, the more mentions.".to_owned(),
                legend: shown.legend.clone(),
            };
            save.emit(Save { chart: Some(chart), ..Save::table(shown.table.clone(), format) });
        })
    };
    let name = format!(
        "World map of {} mentioned; arrow keys move between them",
        counted(props.answer.countries.len(), "country").replace("countrys", "countries")
    );
    html! {
        <Figure id="map" title={TITLE} table={shown.table.clone()} links={shown.links.clone()}
            legend={legend(&shown.legend)} {on_export}>
            <Canvas id="map" class="map" drawing={shown.drawing.clone()} {name} focus={props.focus.clone()} />
            if !shown.missing.is_empty() {
                <p class="chart-note">{ &shown.missing }</p>
            }
        </Figure>
    }
}

fn shown(props: &PageProps) -> Shown {
    let rows = &props.answer.countries;
    let address = &props.place.address;
    let values: Vec<CountryValue> = rows
        .iter()
        .map(|row| CountryValue {
            code: row.country.code().to_owned(),
            count: row.mentions,
            label: label(row),
            href: address.country(row.country).href(),
        })
        .collect();
    let classes = steps(&values).legend();
    let legend = classes.iter().map(|(tint, label)| (format!("cell tint-{tint}"), label.clone()));
    let missing: Vec<&str> = missing(&values)
        .into_iter()
        .filter_map(|code| rows.iter().find(|r| r.country.code() == code))
        .map(|row| row.country.name())
        .collect();
    Shown {
        drawing: Rc::new(map(&values)),
        legend: legend.map(|(class, label)| (class, format!("{label} mentions"))).collect(),
        table: Rc::new(country_table(TITLE, props)),
        links: Rc::new(values.iter().map(|v| v.href.clone()).collect()),
        missing: match missing.as_slice() {
            [] => String::new(),
            names => format!("Not on the map: {}.", names.join(", ")),
        },
    }
}

fn label(row: &CountryRow) -> String {
    let mention = if row.mentions == 1 { "mention" } else { "mentions" };
    let articles = counted(row.articles, "article");
    format!(
        "{}: {} {mention} in {articles}",
        row.country.name(),
        words::number(row.mentions as usize)
    )
}

/// The measures of every country, as the exports name them.
pub(super) fn country_table(title: &str, props: &PageProps) -> Table {
    let columns = [
        "country",
        "iso2",
        "mentions",
        "articles",
        "focus",
        "names",
        "demonyms",
        "capitals",
        "places",
        "per 1,000 words",
    ];
    let ids = &props.answer.results.ids;
    let words = ids.iter().filter_map(|id| props.corpus.article(*id)).map(|a| a.words() as u64);
    let words: u64 = words.sum();
    let mut table = Table::new(title, &columns);
    table.note = format!(
        "Counted: {}. Focus: mean share of an article's mentions, in the title three times, in the lead twice.",
        counting(&props.place.address.selection)
    );
    for row in &props.answer.countries {
        table = table.row([
            row.country.name().into(),
            row.country.code().into(),
            row.mentions.into(),
            row.articles.into(),
            Cell::Measure((row.focus * 1e4).round() / 1e4),
            row.names.into(),
            row.demonyms.into(),
            row.capitals.into(),
            row.places.into(),
            dateline_stats::per_thousand(row.mentions, words)
                .map(|rate| (rate * 1e3).round() / 1e3)
                .into(),
        ]);
    }
    table
}
