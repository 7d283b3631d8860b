//! Charts as the page shows them and as files hold them.
#![cfg(not(target_arch = "wasm32"))]

use dateline::charts::canvas::{Canvas, Props as CanvasProps};
use dateline::charts::drawing::{Drawing, Shape};
use dateline::charts::figure::{Figure, Format, Props as FigureProps};
use dateline::charts::map::{CountryValue, map};
use dateline::charts::matrix::{Matrix, Pair, matrix};
use dateline::charts::months::{Bars, bars, multiples};
use dateline::charts::paint;
use dateline::charts::ranking::{Part, Row, bar, ranking};
use dateline::charts::strips::{Strip, Tick, strip, strips};
use dateline::charts::twin::{Props as TwinProps, Twin};
use dateline_export::{Cell, Provenance, Table};
use dateline_stats::{Month, Series, Step};
use std::path::Path;
use std::rc::Rc;
use yew::prelude::*;

/// Whether a shape is of one kind.
type IsKind = fn(&Shape) -> bool;

/// The HTML of a component, without the marks of hydration.
async fn html<C: BaseComponent>(props: C::Properties) -> String {
    yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}

fn row(name: &str) -> Row {
    let part = |class, count: u64| Part {
        class,
        count,
        href: format!("#of={name}&kind={class}"),
        label: format!("{name}: {count} \"{class}\""),
    };
    Row { name: name.into(), parts: vec![part("k-name", 6), part("k-demonym", 2)] }
}

fn article() -> Strip {
    let tick =
        |at, series| Tick { at, series, href: format!("#at={at}"), label: format!("{at} through") };
    Strip {
        title: "Talks & <terms>".into(),
        length: 0.5,
        ticks: vec![tick(0.1, 0), tick(0.2, 1), tick(0.3, 2), tick(0.9, 7)],
    }
}

fn drawings() -> Vec<(&'static str, Drawing)> {
    let value = |code: &str, count| CountryValue {
        code: code.into(),
        count,
        label: format!("{code}: {count} mentions"),
        href: format!("#of={code}"),
    };
    let pair = |row, column, count| Pair {
        row,
        column,
        count,
        href: format!("#{row}-{column}"),
        label: format!("{row} and {column}: {count}"),
    };
    let months = ["2021-08-15", "2021-10", "2021-10-02", ""];
    let series = Series::new(months.map(|iso| (Month::of_iso(iso), 1)), 60);
    let href =
        |step: Option<&Step>| step.map_or("#date=undated".into(), |s| format!("#date={}", s.from));
    let members = ["AF", "CN", "RU"].map(String::from).to_vec();
    let row_of_bars = || Bars {
        series: &series,
        name: "",
        class: "bar",
        most: 0.0,
        rate: None,
        articles: None,
        unit: "articles",
        href: &href,
        height: 80.0,
    };
    vec![
        ("map", map(&[value("CN", 9), value("SG", 2), value("AF", 1)])),
        ("bar", bar(&row("China"), 10)),
        ("ranking", ranking(&[row("China"), row("Côte d'Ivoire")], 400.0)),
        ("strip", strip(&article())),
        ("strips", strips(&[article(), article()], 400.0)),
        ("matrix", matrix(&Matrix { members, pairs: vec![pair(1, 0, 4), pair(2, 1, 1)] })),
        ("months", bars(&row_of_bars())),
        (
            "multiples",
            multiples(&[row_of_bars(), Bars { name: "b", class: "bar s-2", ..row_of_bars() }]),
        ),
    ]
}

#[tokio::test(flavor = "current_thread")]
async fn every_chart_is_shown_as_drawn() {
    for (name, drawing) in drawings() {
        let props = CanvasProps {
            drawing: Rc::new(drawing.clone()),
            id: name.into(),
            name: format!("A {name}").into(),
            class: Classes::new(),
            keys: Default::default(),
            focus: Callback::noop(),
        };
        let html = html::<Canvas>(props).await;
        let count = |part: &str| html.matches(part).count();
        assert!(html.contains(&format!("aria-label=\"A {name}\"")), "{name} has a name: {html}");
        assert_eq!(count("<a "), drawing.links(), "{name}: every link");
        assert_eq!(count("tabindex=\"0\""), 1.min(drawing.links()), "{name}: one tab stop");
        let role = if drawing.links() > 0 { "role=\"group\"" } else { "role=\"img\"" };
        assert!(html.contains(role), "{name}: {role}");
        assert_eq!(count("style="), 0, "{name}: the policy forbids inline styles");
        let elements: [(&str, IsKind); 5] = [
            ("<rect", |s| matches!(s, Shape::Rect { .. })),
            ("<line", |s| matches!(s, Shape::Line { .. })),
            ("<circle", |s| matches!(s, Shape::Circle { .. })),
            ("<path", |s| matches!(s, Shape::Path { .. })),
            ("<text", |s| matches!(s, Shape::Text { .. })),
        ];
        for (element, is) in elements {
            let drawn = drawing.marks.iter().filter(|m| is(&m.shape)).count();
            assert_eq!(count(element), drawn, "{name}: {element}");
        }
        for mark in drawing.marks.iter().filter_map(|m| m.link.as_ref()) {
            let href = mark.href.replace('&', "&amp;");
            assert!(html.contains(&format!("href=\"{href}\"")), "{name}: {href}");
        }
    }
}

/// Files are compared with those in `tests/charts`; `UPDATE=1` writes them anew.
#[test]
fn every_chart_is_a_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts");
    let provenance = Provenance {
        made_by: "Dateline".into(),
        corpus: "5 articles".into(),
        corpus_hash: "0123456789abcdef".into(),
        query: "china & \"road\"".into(),
        ..Provenance::default()
    };
    let legend = [("k-name".to_owned(), "names".to_owned())];
    // The map is its data; the others are small enough to be read.
    for (name, drawing) in drawings().into_iter().filter(|(name, _)| *name != "map") {
        let title = format!("A {name} & more");
        let picture = paint::picture(&drawing, &title, "What it shows.", &legend, &provenance);
        let svg = picture.document();
        let path = folder.join(format!("{name}.svg"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &svg).expect("tests/charts can be written");
        }
        let want = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(svg == want, "tests/charts/{name}.svg: look at it, then run with UPDATE=1:\n{svg}");
    }
}

fn table() -> Table {
    let mut table = Table::new("Countries", &["country", "mentions", "share"])
        .row(["China".into(), Cell::Count(85), Cell::Measure(0.33333)])
        .row(["<Mali>".into(), Cell::Count(1), Cell::Empty]);
    table.note = "Counted: names.".into();
    table
}

#[tokio::test(flavor = "current_thread")]
async fn a_twin_has_the_numbers_and_their_links() {
    let links = Rc::new(vec!["#of=CN".to_owned(), String::new()]);
    let html = html::<Twin>(TwinProps { table: Rc::new(table()), links }).await;
    for part in [
        "<caption class=\"visually-hidden\">Countries</caption>",
        "<th scope=\"col\" class=\"label num\">mentions</th>",
        "<th scope=\"row\"><a href=\"#of=CN\">China</a></th>",
        "<td class=\"num\">85</td>",
        "<td class=\"num\">0.333</td>",
        "<th scope=\"row\">&lt;Mali&gt;</th>",
        "Counted: names.",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_figure_has_a_heading_and_its_forms() {
    let props = FigureProps {
        id: "map".into(),
        title: "Countries mentioned".into(),
        table: Rc::new(table()),
        links: Rc::default(),
        tools: Html::default(),
        legend: Html::default(),
        is_table: false,
        formats: &Format::CHART,
        on_export: Callback::noop(),
        children: html! { <p>{ "the chart" }</p> },
    };
    let html = html::<Figure>(props).await;
    for part in [
        "aria-labelledby=\"map-title\"",
        "<h2 id=\"map-title\" class=\"label\">Countries mentioned</h2>",
        "aria-pressed=\"false\"",
        "aria-label=\"Save Countries mentioned as CSV\"",
        "aria-label=\"Save Countries mentioned as SVG\"",
        "the chart",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}
