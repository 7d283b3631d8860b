//! When the articles were published: bars by month, quarter or year.

use crate::address::View;
use crate::charts::canvas::Canvas;
use crate::charts::figure::{Figure, Format};
use crate::charts::months::{Bars, bars, span};
use crate::pages::PageProps;
use crate::save::{Chart, Save};
use dateline_corpus::DateRange;
use dateline_export::Table;
use dateline_stats::{Series, Step};
use std::rc::Rc;
use yew::prelude::*;

const TITLE: &str = "When they were published";
/// The most bars; more months than that become quarters, years or decades.
const MOST: usize = 72;

/// Articles over time; each bar leads to its articles. Nothing where all
/// have one date or none.
#[component]
pub fn When(props: &PageProps) -> Html {
    let series = use_memo(props.clone(), |props| {
        Series::new(props.corpus.articles_by_month(&props.answer.results.ids), MOST)
    });
    let address = props.place.address.to(View::Articles);
    let href = move |step: Option<&Step>| match step {
        None => address.with_dates(Vec::new(), true).href(),
        Some(step) => {
            let range = DateRange::parse(&format!("{}..{}", step.from, step.to));
            range.map_or(String::new(), |range| address.with_dates(vec![range], false).href())
        }
    };
    // One step is what the summary says in words.
    if series.steps.len() < 2 {
        return Html::default();
    }
    let drawing =
        Rc::new(bars(&Bars { series: &series, unit: "articles", href: &href, height: 110.0 }));
    let (table, links) = table(&series, &href);
    let table = Rc::new(table);
    let on_export = {
        let (save, table, drawing) = (props.save.clone(), table.clone(), drawing.clone());
        Callback::from(move |format: Format| {
            let chart = Chart {
                drawing: drawing.clone(),
                description: "Bars of articles over time.".to_owned(),
                legend: Vec::new(),
            };
            save.emit(Save { chart: Some(chart), ..Save::table(table.clone(), format) });
        })
    };
    html! {
        <Figure id="when" title={TITLE} {table} links={Rc::new(links)} {on_export}>
            <Canvas id="when" class="months" {drawing} name="Articles over time; arrow keys move between bars"
                focus={props.focus.clone()} />
        </Figure>
    }
}

fn table(series: &Series, href: &dyn Fn(Option<&Step>) -> String) -> (Table, Vec<String>) {
    let mut table = Table::new(TITLE, &["when", "from", "to", "articles"]);
    let mut links = Vec::new();
    for step in &series.steps {
        table = table.row([
            span(step, series.grain).into(),
            step.from.to_string().into(),
            step.to.to_string().into(),
            step.count.into(),
        ]);
        links.push(href(Some(step)));
    }
    if series.undated > 0 {
        table = table.row(["undated".into(), "".into(), "".into(), series.undated.into()]);
        links.push(href(None));
    }
    (table, links)
}
