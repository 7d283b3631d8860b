//! A country's mentions by month of publication.

use super::Props;
use crate::components::ChartFigure;
use crate::hooks::use_indexed::use_indexed;
use crate::pages::through_time::{Rate, Wanted, choice};
use dateline_corpus::ArticleId;
use yew::prelude::*;

/// More steps than this are joined to quarters, years, decades.
const MAX_BARS: usize = 120;
/// The names of the rates on their buttons.
const RATES: [&str; 2] = ["share of articles", "per million words"];
const HEIGHT: f64 = 90.0;

/// Mentions over time; those in the articles of each series where the query compares some.
#[component]
pub fn OverTime(props: &Props) -> Html {
    let page = &props.page;
    let title = format!("Mentions of {} over time", props.country.name());
    let ready = use_indexed(&page.corpus, page.answer.results.has_series);
    let rate = use_state_eq(|| None::<usize>);
    let shown = use_memo((props.clone(), ready, *rate), |(props, ready, shown)| {
        let page = &props.page;
        let corpus = &page.corpus;
        let counting = &page.place.address.selection.counting;
        let mentions =
            |ids: &[ArticleId]| corpus.mentions_by_month(counting, ids, Some(props.country));
        let naming = |ids: &[ArticleId]| {
            let mut months = mentions(ids);
            months.iter_mut().for_each(|(_, count)| *count = (*count).min(1));
            months
        };
        let share = Rate {
            unit: "% of articles",
            part: Some(&naming),
            whole: &|ids| corpus.articles_by_month(ids),
            whole_name: "articles",
            scale: 100.0,
        };
        let per_words = Rate {
            unit: "per million words",
            part: None,
            whole: &|ids| corpus.words_by_month(ids),
            whole_name: "words",
            scale: 1e6,
        };
        let wanted = Wanted {
            page,
            title: &title,
            description: &title,
            unit: "mentions",
            count: &mentions,
            articles: &|ids| corpus.articles_by_month(ids),
            rates: &[share, per_words],
            shown: *shown,
            address: &page.place.address,
            max_bars: MAX_BARS,
            height: HEIGHT,
        };
        ready.then(|| wanted.chart())
    });
    let Some((chart, _)) = shown.as_ref() else { return Html::default() };
    let tools = choice(&rate, "mentions", &RATES);
    html! { <ChartFigure page={page.clone()} id="over-time" title="Over time" name={title} {tools} chart={chart.clone()} /> }
}
