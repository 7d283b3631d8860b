//! The world map of the overview.

use super::Measured;
use crate::charts::canvas::Canvas;
use crate::charts::drawing::Drawing;
use crate::charts::figure::{Figure, Format, legend};
use crate::charts::map::{CountryValue, map, missing, steps};
use crate::exports::save::{Chart, Save};
use crate::model::words;
use dateline_corpus::CountryRow;
use dateline_export::Table;
use dateline_text::english::counted;
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
pub(super) fn Map(props: &Measured) -> Html {
    let shown = use_memo(props.clone(), shown);
    let on_export = {
        let (save, shown) = (props.page.save.clone(), shown.clone());
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
        counted(props.page.answer.countries.len(), "country").replace("countrys", "countries")
    );
    html! {
        <Figure id="map" title={TITLE} table={shown.table.clone()} links={shown.links.clone()}
            legend={legend(&shown.legend)} {on_export}>
            <Canvas id="map" class="map" drawing={shown.drawing.clone()} {name} focus={props.page.focus.clone()} />
            if !shown.missing.is_empty() {
                <p class="chart-note">{ &shown.missing }</p>
            }
        </Figure>
    }
}

fn shown(props: &Measured) -> Shown {
    let rows = &props.page.answer.countries;
    let address = &props.page.place.address;
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
        table: Rc::new(Table { title: TITLE.to_owned(), ..(*props.table).clone() }),
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
