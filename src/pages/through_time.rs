//! Counts over time as a chart with its table: of everything selected, or of each of the
//! series that the query compares.

use crate::address::Address;
use crate::charts::drawing::Drawing;
use crate::charts::figure::Format;
use crate::charts::months::{Bars, bars, multiples, span};
use crate::exports::save::{Chart, Save};
use crate::model::marks::series_bar;
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{ArticleId, DateRange};
use dateline_export::{Cell, Table};
use dateline_stats::{Month, Series, Step};
use std::rc::Rc;
use yew::prelude::*;

/// Counts something in some articles, by month.
type Count<'a> = dyn Fn(&[ArticleId]) -> Vec<(Option<Month>, u64)> + 'a;

/// What is shown.
pub(super) struct Wanted<'a> {
    /// What every page is computed from.
    pub page: &'a PageProps,
    /// The name of the table.
    pub title: &'a str,
    /// What is counted, in the plural.
    pub unit: &'static str,
    /// The month and the count of some articles.
    pub count: &'a Count<'a>,
    /// Where a bar leads, but for its dates and its series.
    pub address: &'a Address,
    /// The most bars; more months than that become quarters, years or decades.
    pub most: usize,
    /// The height of the bars of one series alone, in pixels.
    pub height: f64,
}

/// A chart with what belongs to it.
#[derive(Clone, PartialEq)]
pub(super) struct ThroughTime {
    /// The bars.
    pub drawing: Rc<Drawing>,
    /// The same counts.
    pub table: Rc<Table>,
    /// Where the rows of the table lead.
    pub links: Rc<Vec<String>>,
    /// The class of the bars of each series, and its name with what it counts in all; empty
    /// where nothing is compared.
    pub legend: Vec<(String, String)>,
    /// How many steps there are.
    pub steps: usize,
}

/// Counts of a part of the articles, and where they lead.
struct Row {
    name: String,
    address: Address,
    class: String,
    series: Series,
}

impl Wanted<'_> {
    /// The chart of the articles selected, or one for each series of the query.
    pub(super) fn chart(&self) -> ThroughTime {
        let results = &self.page.answer.results;
        let selection = &self.page.place.address.selection;
        let series =
            if results.has_series { self.page.corpus.ask(selection).series() } else { Vec::new() };
        let mut counts = vec![(self.count)(&results.ids)];
        counts.extend(series.iter().map(|one| (self.count)(&one.ids)));
        let mut counted = Series::aligned(&counts, self.most);
        let rest = counted.split_off(1);
        let rows = series.into_iter().zip(rest).enumerate();
        let rows: Vec<Row> = rows
            .map(|(number, (one, series))| Row {
                name: one.label,
                address: self.address.with_query(&one.query),
                class: series_bar(number),
                series,
            })
            .collect();
        // `aligned` gives a series for each list of counts, and there is one at least.
        let all = counted.remove(0);
        let (table, links) = self.table(&all, &rows);
        let noun = self.unit.trim_end_matches('s');
        let said = |row: &Row| {
            format!("{}: {}", row.name, words::count(row.series.total() as usize, noun))
        };
        ThroughTime {
            drawing: Rc::new(self.drawing(&all, &rows)),
            table: Rc::new(table),
            links: Rc::new(links),
            legend: rows.iter().map(|row| (row.class.clone(), said(row))).collect(),
            steps: all.steps.len(),
        }
    }

    fn drawing(&self, all: &Series, rows: &[Row]) -> Drawing {
        let (unit, height) = (self.unit, self.height);
        if rows.is_empty() {
            let href = |step: Option<&Step>| dated(self.address, step);
            let class = "bar";
            return bars(&Bars {
                series: all,
                name: "",
                class,
                most: 0,
                unit,
                href: &href,
                height,
            });
        }
        let hrefs: Vec<_> =
            rows.iter().map(|row| |step: Option<&Step>| dated(&row.address, step)).collect();
        let rows = rows.iter().zip(&hrefs).map(|(row, href)| Bars {
            series: &row.series,
            name: &row.name,
            class: &row.class,
            most: 0,
            unit,
            href,
            height: height * 0.6,
        });
        multiples(&rows.collect::<Vec<_>>())
    }

    /// A row a step, with what each series counts beside what is counted in all.
    fn table(&self, all: &Series, rows: &[Row]) -> (Table, Vec<String>) {
        let mut columns = vec!["when", "from", "to", self.unit];
        columns.extend(rows.iter().map(|row| row.name.as_str()));
        let mut table = Table::new(self.title, &columns);
        let mut links = Vec::new();
        for (at, step) in all.steps.iter().enumerate() {
            let mut cells: Vec<Cell> = vec![
                span(step, all.grain).into(),
                step.from.to_string().into(),
                step.to.to_string().into(),
                step.count.into(),
            ];
            cells.extend(rows.iter().map(|row| row.series.steps[at].count.into()));
            table = table.row(cells);
            links.push(dated(self.address, Some(step)));
        }
        if all.undated > 0 {
            let mut cells: Vec<Cell> =
                vec!["undated".into(), "".into(), "".into(), all.undated.into()];
            cells.extend(rows.iter().map(|row| row.series.undated.into()));
            table = table.row(cells);
            links.push(dated(self.address, None));
        }
        (table, links)
    }
}

impl ThroughTime {
    /// What saves the chart and its table.
    pub(super) fn on_export(&self, save: &Callback<Save>, description: String) -> Callback<Format> {
        let (save, shown) = (save.clone(), self.clone());
        Callback::from(move |format: Format| {
            let (drawing, description) = (shown.drawing.clone(), description.clone());
            let chart = Chart { drawing, description, legend: shown.legend.clone() };
            save.emit(Save { chart: Some(chart), ..Save::table(shown.table.clone(), format) });
        })
    }
}

/// The address of the articles of a step, or of the undated.
fn dated(address: &Address, step: Option<&Step>) -> String {
    let Some(step) = step else { return address.with_dates(Vec::new(), true).href() };
    let range = DateRange::parse(&format!("{}..{}", step.from, step.to));
    range.map_or(String::new(), |range| address.with_dates(vec![range], false).href())
}
