//! The world map of the overview.

use super::Measured;
use crate::charts::map::{CountryValue, map, missing, steps};
use crate::components::{ChartFigure, Charted};
use crate::model::words;
use dateline_corpus::CountryRow;
use dateline_export::Table;
use dateline_text::english::counted;
use std::rc::Rc;
use yew::prelude::*;

const TITLE: &str = "Countries mentioned";

/// The world map, tinted by mentions; each country leads to its page.
#[component]
pub(super) fn Map(props: &Measured) -> Html {
    let shown = use_memo(props.clone(), charted);
    let (chart, missing) = (*shown).clone();
    let name = format!(
        "World map of {} mentioned; arrow keys move between them",
        counted(props.page.answer.countries.len(), "country").replace("countrys", "countries")
    );
    html! {
        <ChartFigure page={props.page.clone()} id="map" class="map" title={TITLE} {name} {chart}>
            if !missing.is_empty() {
                <p class="chart-note">{ missing }</p>
            }
        </ChartFigure>
    }
}

/// The map, and which countries it cannot show.
fn charted(props: &Measured) -> (Charted, String) {
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
    let missing = match missing.as_slice() {
        [] => String::new(),
        names => format!("Not on the map: {}.", names.join(", ")),
    };
    let chart = Charted {
        drawing: Rc::new(map(&values)),
        legend: legend
            .map(|(class, label)| {
                let noun = if label == "1" { "mention" } else { "mentions" };
                (class, format!("{label} {noun}"))
            })
            .collect(),
        table: Rc::new(Table { title: TITLE.to_owned(), ..(*props.table).clone() }),
        links: Rc::new(values.iter().map(|v| v.href.clone()).collect()),
        description: "World map; the darker a country, the more mentions.".to_owned(),
    };
    (chart, missing)
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
