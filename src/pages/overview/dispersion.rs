//! Mentions through each article: one strip an article, one tick a mention.

use crate::address::View;
use crate::charts::canvas::Canvas;
use crate::charts::strips::{MAX_SERIES, Strip, Tick, strip, strips};
use crate::components::{ChartFigure, Charted};
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{ArticleId, Country, Selection, Sort, Wanted};
use dateline_export::{Cell, Table};
use dateline_text::Span;
use dateline_text::compact::fixed;
use dateline_text::english::number;
use std::rc::Rc;
use yew::prelude::*;

const TITLE: &str = "Mentions through each article";
/// How many articles are shown; the list of articles has all.
const MAX_STRIPS: usize = 10;
/// The width of the chart in a file, in pixels.
const FILE_WIDTH: f64 = 720.0;

/// The chart, and each article's strip and number of words.
#[derive(Clone, PartialEq)]
struct Strips {
    chart: Charted,
    strips: Vec<(ArticleId, Strip, u64)>,
}

/// Where in each article the countries are mentioned; each tick leads to its place.
#[component]
pub fn Dispersion(props: &PageProps) -> Html {
    let shown = use_memo(props.clone(), strips_of);
    let address = &props.place.address;
    let lines = shown.strips.iter().map(|(id, article, length)| {
        let doc = id.0 + 1;
        let drawing = Rc::new(strip(article));
        let name = format!(
            "{}: {} from start to end; arrow keys move between them",
            article.title,
            words::count(article.ticks.len(), "mention")
        );
        html! {
            <li key={doc}>
                <a class="strip-title" href={address.article(doc).href()}>
                    { &article.title }<span class="soft">{ format!(" · {}", words::count(*length as usize, "word")) }</span>
                </a>
                <Canvas id={format!("strip-{doc}")} {drawing} {name} focus={props.focus.clone()} />
            </li>
        }
    });
    let more = props.answer.results.total.saturating_sub(MAX_STRIPS);
    let body = html! { <ol class="strips">{ for lines }</ol> };
    html! {
        <ChartFigure page={props.clone()} id="dispersion" title={TITLE} chart={shown.chart.clone()} {body}>
            if more > 0 {
                <p class="chart-note">
                    if is_unordered(&address.selection) {
                        { "The articles with the most mentions. " }
                    }
                    <a href={address.to(View::Articles).href()}>
                    { format!("{} more in the list of articles", number(more)) }
                    </a>
                </p>
            }
        </ChartFigure>
    }
}

/// The first articles as the reader ordered them; where nobody asked for an order, those with the
/// most mentions.
fn worth_showing(props: &PageProps) -> Vec<ArticleId> {
    let selection = &props.place.address.selection;
    let ids = &props.answer.results.ids;
    if ids.len() > MAX_STRIPS && is_unordered(selection) {
        let by_mentions = Selection { sort: Sort::Mentions, ..selection.clone() };
        return props.corpus.ask(&by_mentions).results(Wanted::top(MAX_STRIPS)).ids;
    }
    ids.iter().take(MAX_STRIPS).copied().collect()
}

fn is_unordered(selection: &Selection) -> bool {
    selection.query.trim().is_empty() && selection.sort == Sort::default()
}

fn strips_of(props: &PageProps) -> Strips {
    let address = &props.place.address;
    let counting = &address.selection.counting;
    let top: Vec<Country> =
        props.answer.countries.iter().take(MAX_SERIES).map(|row| row.country).collect();
    let articles = worth_showing(props);
    let words = |id: ArticleId| props.corpus.article(id).map_or(0, |a| a.words() as u64);
    let longest = articles.iter().map(|id| words(*id)).max().unwrap_or(0).max(1);
    let mut table =
        Table::new(TITLE, &["country", "mention", "kind", "article", "title", "at percent"]);
    table.note = "One row per counted mention in the articles shown.".to_owned();
    let mut links = Vec::new();
    let mut out = Vec::new();
    for id in articles {
        let Some(article) = props.corpus.article(id) else { continue };
        let doc = id.0 + 1;
        let mentions = props.corpus.counted(counting, id);
        let spans: Vec<Span> = mentions.iter().map(|m| m.span).collect();
        let places = article.positions(counting, &spans);
        let mut ticks = Vec::new();
        for (mention, at) in mentions.iter().zip(places) {
            let Some(at) = at else { continue };
            let words = mention.span.of(article.text());
            let name = mention.country.name();
            let percent = (at * 1000.0).round() / 10.0;
            let href = address.evidence(doc, mention.span.start).href();
            table = table.row([
                name.into(),
                words.into(),
                mention.kind.name().into(),
                doc.into(),
                article.title().into(),
                Cell::Measure(percent),
            ]);
            links.push(href.clone());
            let said = if words == name { String::new() } else { format!(" (“{words}”)") };
            let series = top.iter().position(|c| *c == mention.country).unwrap_or(MAX_SERIES);
            let label = format!("{name}{said}, {} percent through", fixed(percent, 0));
            ticks.push(Tick { at, series, href, label });
        }
        let length = words(id) as f64 / longest as f64;
        out.push((id, Strip { title: article.title().to_owned(), length, ticks }, words(id)));
    }
    let mut legend: Vec<(String, String)> = top
        .iter()
        .zip(["whole tick", "upper half", "lower half"])
        .enumerate()
        .map(|(i, (country, shape))| {
            (format!("s-{}", i + 1), format!("{} ({shape})", country.name()))
        })
        .collect();
    if props.answer.countries.len() > MAX_SERIES {
        legend.push((format!("s-{}", MAX_SERIES + 1), "other countries (stub)".to_owned()));
    }
    let all: Vec<Strip> = out.iter().map(|s| s.1.clone()).collect();
    let chart = Charted {
        drawing: Rc::new(strips(&all, FILE_WIDTH)),
        description: "One strip per article, one tick per mention.".to_owned(),
        legend,
        table: Rc::new(table),
        links: Rc::new(links),
    };
    Strips { chart, strips: out }
}
