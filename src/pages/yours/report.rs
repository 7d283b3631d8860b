//! The report on user files: articles read, and files not read with the reason.

use crate::browser::worker::Report;
use crate::model::words;
use yew::prelude::*;

/// Rows that are listed of each kind; the rest is told as a number.
const MAX_ROWS: usize = 200;

/// The report.
pub(super) fn report(report: &Report) -> Html {
    let noted: Vec<&Vec<String>> = report.read.iter().filter(|r| r.len() > 2).collect();
    html! {
        <section class="panel" aria-label="Files read">
            <h2>{ "Files read" }</h2>
            <p>{ format!("{} read, {} skipped.", words::count(report.read.len(), "article"), words::number(report.skipped.len())) }</p>
            if !report.skipped.is_empty() {
                { table("Skipped, with reasons", "skipped", report.skipped.iter()) }
            }
            if !noted.is_empty() {
                <details>
                    <summary>{ format!("{} with notes", words::number(noted.len())) }</summary>
                    { table("Read, with notes", "noted", noted.into_iter()) }
                </details>
            }
        </section>
    }
}

/// One row each: the name, and everything that is said of it.
fn table<'r>(
    caption: &'static str,
    class: &'static str,
    rows: impl ExactSizeIterator<Item = &'r Vec<String>>,
) -> Html {
    let more = rows.len().saturating_sub(MAX_ROWS);
    let row = |row: &Vec<String>| {
        let says = row[1..].join(" · ");
        html! { <tr><th scope="row" dir="auto">{ row.first().cloned() }</th><td>{ says }</td></tr> }
    };
    html! {
        <div class="scroll-x">
            <table class={classes!("data", class)}>
                <caption>{ caption }</caption>
                <thead class="visually-hidden"><tr><th scope="col">{ "File" }</th><th scope="col">{ "Note" }</th></tr></thead>
                <tbody>{ for rows.take(MAX_ROWS).map(row) }</tbody>
            </table>
            if more > 0 {
                <p class="meta">{ format!("and {} more", words::number(more)) }</p>
            }
        </div>
    }
}
