//! When the articles were published: bars by month, quarter or year.

use crate::address::View;
use crate::components::ChartFigure;
use crate::hooks::use_indexed::use_indexed;
use crate::model::page_props::PageProps;
use crate::pages::through_time::{Rate, Wanted, choice};
use dateline_corpus::ArticleId;
use yew::prelude::*;

const TITLE: &str = "When they were published";
/// The name of the share on its button.
const SHARE: &str = "share of all articles";
/// The most bars; more months than that become quarters, years or decades.
const MAX_BARS: usize = 72;

/// Articles over time, those of each series where the query compares some; each bar leads
/// to its articles. Nothing where all have one date or none.
#[component]
pub fn When(props: &PageProps) -> Html {
    let ready = use_indexed(&props.corpus, props.answer.results.has_series);
    let rate = use_state_eq(|| None::<usize>);
    let shown = use_memo((props.clone(), ready, *rate), |(props, ready, shown)| {
        let address = props.place.address.to(View::Articles);
        let corpus = &props.corpus;
        let all: Vec<ArticleId> = corpus.ids().collect();
        let share = Rate {
            unit: "% of all articles",
            part: None,
            whole: &|_| corpus.articles_by_month(&all),
            whole_name: "all articles",
            scale: 100.0,
        };
        let wanted = Wanted {
            page: props,
            title: TITLE,
            description: "Bars of articles over time.",
            unit: "articles",
            count: &|ids| corpus.articles_by_month(ids),
            articles: &|_| corpus.articles_by_month(&all),
            rates: &[share],
            shown: *shown,
            address: &address,
            max_bars: MAX_BARS,
            height: 110.0,
        };
        ready.then(|| wanted.chart())
    });
    // One step is what the summary says in words, but not of each series.
    let Some((chart, _)) =
        shown.as_ref().as_ref().filter(|(chart, steps)| *steps > 1 || !chart.legend.is_empty())
    else {
        return Html::default();
    };
    // All of all is no share.
    let is_part = !props.place.address.selection.is_everything();
    let tools = if is_part { choice(&rate, "articles", &[SHARE]) } else { Html::default() };
    let name = "Articles over time; arrow keys move between bars";
    html! { <ChartFigure page={props.clone()} id="when" title={TITLE} {name} {tools} chart={chart.clone()} /> }
}
