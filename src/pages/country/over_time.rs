//! A country's mentions by month of publication.

use super::Props;
use crate::charts::canvas::Canvas;
use crate::charts::figure::{Figure, Format};
use crate::charts::months::{Bars, bars, span};
use crate::save::{Chart, Save};
use dateline_corpus::DateRange;
use dateline_export::Table;
use dateline_stats::{Series, Step};
use std::rc::Rc;
use yew::prelude::*;

/// More steps than this are joined to quarters, years, decades.
const STEPS: usize = 120;
const HEIGHT: f64 = 90.0;

/// Mentions over time.
#[component]
pub fn OverTime(props: &Props) -> Html {
    let page = &props.page;
    let address = &page.place.address;
    let counting = &address.selection.counting;
    let counts =
        page.corpus.mentions_by_month(counting, &page.answer.results.ids, Some(props.country));
    let series = Series::new(counts, STEPS);
    let href = |step: Option<&Step>| {
        let dates: Vec<DateRange> = step.and_then(range).into_iter().collect();
        address.with_dates(dates, step.is_none()).href()
    };
    let drawing =
        Rc::new(bars(&Bars { series: &series, unit: "mentions", href: &href, height: HEIGHT }));
    let title = format!("Mentions of {} over time", props.country.name());
    let table = Rc::new(table(&title, &series));
    let on_export = {
        let (save, table, drawing) = (page.save.clone(), table.clone(), drawing.clone());
        Callback::from(move |format: Format| {
            let description = table.title.clone();
            let chart = Some(Chart { drawing: drawing.clone(), description, legend: Vec::new() });
            save.emit(Save { format, table: table.clone(), chart, lines: None });
        })
    };
    html! {
        <Figure id="over-time" title="Over time" {table} {on_export}>
            <Canvas {drawing} id="over-time" name={title} focus={page.focus.clone()} />
        </Figure>
    }
}

/// The months of a step, as the address spells them.
fn range(step: &Step) -> Option<DateRange> {
    let iso = |m: dateline_stats::Month| format!("{:04}-{:02}", m.year(), m.month());
    DateRange::parse(&format!("{}..{}", iso(step.from), iso(step.to)))
}

fn table(title: &str, series: &Series) -> Table {
    let mut table = Table::new(title, &["when", "mentions"]);
    for step in &series.steps {
        table = table.row([span(step, series.grain).into(), step.count.into()]);
    }
    if series.undated > 0 {
        table = table.row(["undated".into(), series.undated.into()]);
    }
    table
}
