//! When the articles were published: bars by month, quarter or year.

use crate::address::View;
use crate::charts::canvas::Canvas;
use crate::charts::figure::{Figure, legend};
use crate::hooks::use_indexed::use_indexed;
use crate::model::page_props::PageProps;
use crate::pages::through_time::Wanted;
use yew::prelude::*;

const TITLE: &str = "When they were published";
/// The most bars; more months than that become quarters, years or decades.
const MOST: usize = 72;

/// Articles over time, those of each series where the query compares some; each bar leads
/// to its articles. Nothing where all have one date or none.
#[component]
pub fn When(props: &PageProps) -> Html {
    let ready = use_indexed(&props.corpus, props.answer.results.has_series);
    let shown = use_memo((props.clone(), ready), |(props, ready)| {
        let address = props.place.address.to(View::Articles);
        let wanted = Wanted {
            page: props,
            title: TITLE,
            unit: "articles",
            count: &|ids| props.corpus.articles_by_month(ids),
            address: &address,
            most: MOST,
            height: 110.0,
        };
        ready.then(|| wanted.chart())
    });
    // One step is what the summary says in words, but not of each series.
    let Some(shown) = shown.as_ref().as_ref().filter(|s| s.steps > 1 || !s.legend.is_empty())
    else {
        return Html::default();
    };
    let on_export = shown.on_export(&props.save, "Bars of articles over time.".to_owned());
    html! {
        <Figure id="when" title={TITLE} table={shown.table.clone()} links={shown.links.clone()}
            legend={legend(&shown.legend)} {on_export}>
            <Canvas id="when" drawing={shown.drawing.clone()} name="Articles over time; arrow keys move between bars"
                focus={props.focus.clone()} />
        </Figure>
    }
}
