//! The table twin of a chart: the same numbers as a table, each row leading where
//! its mark leads.

use dateline_export::{Cell, Table};
use dateline_text::compact::fixed;
use std::rc::Rc;
use yew::prelude::*;

/// The rows that are shown at first.
pub const FIRST_ROWS: usize = 40;

/// A table and where its rows lead.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The numbers.
    pub table: Rc<Table>,
    /// The address of each row, on its first cell; rows without one lead nowhere.
    #[prop_or_default]
    pub links: Rc<Vec<String>>,
}

/// The table twin of a chart.
#[component]
pub fn Twin(props: &Props) -> Html {
    let table = &props.table;
    let all = use_state(|| false);
    let most = if *all { table.rows.len() } else { FIRST_ROWS };
    // A column is one of numbers if it has a number and no text.
    let numbers: Vec<bool> = (0..table.columns.len()).map(|i| is_number(table, i)).collect();
    let head = table.columns.iter().zip(&numbers).map(|(name, number)| {
        html! { <th scope="col" class={classes!("label", number.then_some("num"))}>{ name }</th> }
    });
    let rows = table.rows.iter().take(most).enumerate().map(|(r, row)| {
        let cells = (0..table.columns.len()).map(|i| {
            let text = row.get(i).map(shown).unwrap_or_default();
            if i > 0 {
                return html! { <td class={numbers[i].then_some("num")}>{ text }</td> };
            }
            let link = props.links.get(r).filter(|href| !href.is_empty()).cloned();
            let inner = match link {
                Some(href) => html! { <a {href}>{ text }</a> },
                None => html! { text },
            };
            html! { <th scope="row">{ inner }</th> }
        });
        html! { <tr>{ for cells }</tr> }
    });
    let more = table.rows.len().saturating_sub(most);
    html! {
        <div class="scroll-x">
            <table class="data">
                <caption class="visually-hidden">{ &table.title }</caption>
                <thead><tr>{ for head }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            if more > 0 {
                <p class="chart-note">
                    <button type="button" class="quiet" onclick={Callback::from(move |_: MouseEvent| all.set(true))}>
                        { format!("Show {more} more rows") }
                    </button>
                </p>
            }
            if !table.note.is_empty() {
                <p class="chart-note">{ &table.note }</p>
            }
        </div>
    }
}

fn is_number(table: &Table, column: usize) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.get(column));
    cells().all(|cell| !matches!(cell, Cell::Text(_)))
        && cells().any(|cell| matches!(cell, Cell::Count(_) | Cell::Measure(_)))
}

/// A cell for reading: measures with at most three decimals.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Measure(measure) if measure.is_finite() => {
            let text = fixed(*measure, 3);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        other => other.text(),
    }
}
