//! A chart on the page: drawn, as a table, with its legend, and as files, all from one value.

use crate::charts::canvas::{Canvas, Keys};
use crate::charts::drawing::Drawing;
use crate::charts::figure::{Figure, Format, legend};
use crate::exports::save::{Chart, Save};
use crate::model::page_props::PageProps;
use dateline_export::Table;
use std::rc::Rc;
use yew::prelude::*;

/// A chart, from which the page draws it and files are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charted {
    /// The drawing.
    pub drawing: Rc<Drawing>,
    /// The same numbers as a table.
    pub table: Rc<Table>,
    /// The addresses that the rows of the table lead to.
    pub links: Rc<Vec<String>>,
    /// The classes of the marks, and their meanings.
    pub legend: Vec<(String, String)>,
    /// The chart in words, in files.
    pub description: String,
}

/// A chart and its place on the page.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The page that the chart is part of.
    pub page: PageProps,
    /// The start of the ids in the figure; unique on the page.
    pub id: AttrValue,
    /// The heading.
    pub title: AttrValue,
    /// The chart.
    pub chart: Charted,
    /// The accessible name of the drawing.
    #[prop_or_default]
    pub name: AttrValue,
    /// Further classes of the drawing.
    #[prop_or_default]
    pub class: Classes,
    /// How the arrow keys move between its marks.
    #[prop_or_default]
    pub keys: Keys,
    /// What stands in the place of the drawing, for charts that are lists of drawings.
    #[prop_or_default]
    pub body: Option<Html>,
    /// Controls beside the heading.
    #[prop_or_default]
    pub tools: Html,
    /// Whether the chart is a table already.
    #[prop_or_default]
    pub is_table: bool,
    /// Text below the chart.
    #[prop_or_default]
    pub children: Html,
}

/// A chart that readers can turn into a table and save as a file.
#[component]
pub fn ChartFigure(props: &Props) -> Html {
    let Charted { drawing, table, links, legend: entries, .. } = &props.chart;
    let on_export = {
        let (save, chart) = (props.page.save.clone(), props.chart.clone());
        Callback::from(move |format: Format| {
            let Charted { drawing, table, legend, description, .. } = chart.clone();
            let chart = Chart { drawing, description, legend };
            save.emit(Save { chart: Some(chart), ..Save::table(table, format) });
        })
    };
    let body = props.body.clone().unwrap_or_else(|| {
        let (id, name, class) = (props.id.clone(), props.name.clone(), props.class.clone());
        html! {
            <Canvas {id} {name} {class} keys={props.keys} drawing={drawing.clone()} focus={props.page.focus.clone()} />
        }
    });
    let legend = if entries.is_empty() { Html::default() } else { legend(entries) };
    html! {
        <Figure id={props.id.clone()} title={props.title.clone()} table={table.clone()} links={links.clone()}
            tools={props.tools.clone()} is_table={props.is_table} {legend} {on_export}>
            { body }
            { props.children.clone() }
        </Figure>
    }
}
