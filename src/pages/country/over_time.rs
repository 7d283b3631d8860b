//! A country's mentions by month of publication.

use super::Props;
use crate::charts::canvas::Canvas;
use crate::charts::figure::{Figure, legend};
use crate::hooks::use_indexed::use_indexed;
use crate::pages::through_time::Wanted;
use yew::prelude::*;

/// More steps than this are joined to quarters, years, decades.
const STEPS: usize = 120;
const HEIGHT: f64 = 90.0;

/// Mentions over time; those in the articles of each series where the query compares some.
#[component]
pub fn OverTime(props: &Props) -> Html {
    let page = &props.page;
    let title = format!("Mentions of {} over time", props.country.name());
    let ready = use_indexed(&page.corpus, page.answer.results.has_series);
    let shown = use_memo((props.clone(), ready), |(props, ready)| {
        let page = &props.page;
        let counting = &page.place.address.selection.counting;
        let wanted = Wanted {
            page,
            title: &title,
            unit: "mentions",
            count: &|ids| page.corpus.mentions_by_month(counting, ids, Some(props.country)),
            address: &page.place.address,
            most: STEPS,
            height: HEIGHT,
        };
        ready.then(|| wanted.chart())
    });
    let Some(shown) = shown.as_ref() else { return Html::default() };
    let on_export = shown.on_export(&page.save, title.clone());
    html! {
        <Figure id="over-time" title="Over time" table={shown.table.clone()} links={shown.links.clone()}
            legend={legend(&shown.legend)} {on_export}>
            <Canvas drawing={shown.drawing.clone()} id="over-time" name={title} focus={page.focus.clone()} />
        </Figure>
    }
}
