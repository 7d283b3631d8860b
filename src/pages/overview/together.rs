//! Countries named together: the co-mention matrix of the overview.

use crate::charts::canvas::{Canvas, Keys};
use crate::charts::drawing::Drawing;
use crate::charts::matrix::{Matrix, Pair, matrix};
use crate::components::{ChartFigure, Charted};
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{Country, Unit};
use dateline_export::{Cell, Table};
use dateline_text::compact::sort_by;
use std::rc::Rc;
use yew::prelude::*;

/// How many countries the matrix has; the table has every pair.
const MAX_MEMBERS: usize = 8;

/// Which countries are named in the same paragraph or article; each cell leads to
/// the articles that name both.
#[component]
pub fn Together(props: &PageProps) -> Html {
    let unit = use_state(Unit::default);
    let shown = use_memo((props.clone(), *unit), |(props, unit)| charted(props, *unit));
    let choose = |this: Unit, name: &'static str| {
        let onclick = {
            let unit = unit.clone();
            Callback::from(move |_: MouseEvent| unit.set(this))
        };
        html! { <button type="button" aria-pressed={(*unit == this).to_string()} {onclick}>{ name }</button> }
    };
    let tools =
        html! { <>{ choose(Unit::Paragraph, "paragraph") }{ choose(Unit::Article, "article") }</> };
    let (chart, members) = (*shown).clone();
    let name = format!("{}: {members}; arrow keys move between pairs", title(*unit));
    let canvas = html! {
        <div class="matrix-room">
            <Canvas id="together" class="matrix" keys={Keys::Plane} drawing={chart.drawing.clone()} {name}
                focus={props.focus.clone()} />
        </div>
    };
    let none = chart.drawing.marks.is_empty();
    let body = match none {
        true => html! { <p class="empty">{ "No two countries are named together." }</p> },
        false => canvas,
    };
    html! {
        <ChartFigure page={props.clone()} id="together" title={title(*unit)} {chart} {tools} {body}>
            if !none {
                <p class="chart-note">{ members }</p>
            }
        </ChartFigure>
    }
}

fn title(unit: Unit) -> &'static str {
    match unit {
        Unit::Paragraph => "Named together in a paragraph",
        Unit::Article => "Named together in an article",
    }
}

/// The matrix, and the names of its members.
fn charted(props: &PageProps, unit: Unit) -> (Charted, String) {
    let address = &props.place.address;
    let ids = &props.answer.results.ids;
    let found = props.corpus.co_mentions(&address.selection.counting, ids, unit);
    let members: Vec<Country> = found.countries.iter().take(MAX_MEMBERS).map(|(c, _)| *c).collect();
    let place = |c: Country| members.iter().position(|m| *m == c);
    let units = match unit {
        Unit::Paragraph => "paragraphs",
        Unit::Article => "articles",
    };
    let columns = ["country", "with", "together", "expected", "together / expected", "logDice"];
    let mut table = Table::new(title(unit), &columns);
    table.note = format!(
        "Counted in {} {units}. Expected: first × second / all, as if independent. \
         logDice: 14 + log2(2 × together / (first + second)) (Rychlý 2008).",
        words::number(found.units as usize)
    );
    let (mut pairs, mut links) = (Vec::new(), Vec::new());
    for pair in &found.pairs {
        let href = address.naming_both(pair.first, pair.second).href();
        let count = pair.count.together;
        if let Some((a, b)) = place(pair.first).zip(place(pair.second)) {
            let label = format!(
                "{} and {}: together in {} {}",
                pair.first.name(),
                pair.second.name(),
                words::number(count as usize),
                if count == 1 { units.trim_end_matches('s') } else { units },
            );
            let (row, column) = (a.max(b), a.min(b));
            pairs.push(Pair { row, column, count, href: href.clone(), label });
        }
        let measure =
            |value: Option<f64>| value.map(|v| (v * 100.0).round() / 100.0).map(Cell::Measure);
        table = table.row([
            pair.first.name().into(),
            pair.second.name().into(),
            count.into(),
            measure(pair.count.expected()).unwrap_or(Cell::Empty),
            measure(pair.count.ratio()).unwrap_or(Cell::Empty),
            measure(pair.count.log_dice()).unwrap_or(Cell::Empty),
        ]);
        links.push(href);
    }
    // The links of the drawing follow the rows of the matrix.
    sort_by(&mut pairs, |a, b| (a.row, a.column).cmp(&(b.row, b.column)));
    let names: Vec<String> = members.iter().map(|c| format!("{} {}", c.code(), c.name())).collect();
    let codes = members.iter().map(|c| c.code().to_owned()).collect();
    let drawing = if pairs.is_empty() {
        Drawing::default()
    } else {
        matrix(&Matrix { members: codes, pairs })
    };
    let members = names.join(", ");
    let chart = Charted {
        drawing: Rc::new(drawing),
        table: Rc::new(table),
        links: Rc::new(links),
        legend: Vec::new(),
        description: format!("The darker a cell, the more often together. {members}"),
    };
    (chart, members)
}
