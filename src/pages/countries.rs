//! Countries: every measure of every country in one sortable table.

mod columns;

use super::ambiguous::Ambiguous;
use crate::address::{Address, Order, View};
use crate::charts::figure::Exports;
use crate::components::KindBar;
use crate::exports::save::{Save, TABLE};
use crate::model::page_props::Explain;
use crate::model::page_props::PageProps;
use crate::model::words;
use columns::{COLUMNS, Column, sorted};
use dateline_corpus::{Choice, CountryRow};
use dateline_export::Table;
use std::rc::Rc;
use yew::prelude::*;

/// The table of countries.
#[component]
pub fn Countries(props: &PageProps) -> Html {
    let address = &props.place.address;
    let rows = sorted(&props.answer.countries, &address.by);
    let most = rows.iter().map(|r| r.mentions).max().unwrap_or(1);
    let on_export = {
        let (save, table) = (props.save.clone(), Rc::new(table(&rows)));
        Callback::from(move |format| save.emit(Save::table(table.clone(), format)))
    };
    let correct = props.explain.reform(|_: MouseEvent| Explain::Corrections);
    html! {
        <div class="page">
            <header>
                <h1>{ "Countries" }</h1>
                <p class="soft">{ format!("{}. Counted: {}.", sentence(props, &rows), words::counting(&address.selection.counting)) }</p>
            </header>
            <section class="panel" aria-label="Table of countries">
                <div class="panel-head">
                    <h2 class="label">{ "All measures" }</h2>
                    <div class="tools">
                        <button type="button" class="quiet" onclick={correct}>{ "Corrections" }</button>
                        <Exports formats={TABLE} {on_export} of="Countries" />
                    </div>
                </div>
                <div class="scroll-x">
                    <table class="data">
                        <caption class="visually-hidden">{ "Countries with their measures; the column headings sort." }</caption>
                        <thead><tr>
                            { for COLUMNS.iter().map(|c| heading(c, address)) }
                            <th scope="col" class="label"><span class="visually-hidden">{ "Kinds as a bar" }</span></th>
                        </tr></thead>
                        <tbody>{ for rows.iter().map(|row| line(row, most, address)) }</tbody>
                    </table>
                </div>
                if rows.is_empty() {
                    <p class="empty">{ "No country is mentioned in these articles, as counted now." }</p>
                }
            </section>
            <Ambiguous page={props.clone()} ids={props.answer.results.ids.clone()} />
            { formulas() }
        </div>
    }
}

fn sentence(props: &PageProps, rows: &[CountryRow]) -> String {
    let mentions: u64 = rows.iter().map(|r| r.mentions).sum();
    let countries = match rows.len() {
        1 => "1 country".to_owned(),
        n => format!("{} countries", words::number(n)),
    };
    let articles = words::count(props.answer.results.total, "article");
    format!("{} of {countries} in {articles}", words::count(mentions as usize, "mention"))
}

fn heading(column: &Column, address: &Address) -> Html {
    let now = columns::current(&address.by);
    let here = now.column == column.key;
    let descending = if here { !now.descending } else { column.descending };
    let by = Order { column: column.key.to_owned(), descending };
    let href = Address { by, ..address.clone() }.href();
    let sort = here.then_some(if now.descending { "descending" } else { "ascending" });
    html! {
        <th scope="col" class={classes!("label", column.number.then_some("num"))} aria-sort={sort} title={column.hint}>
            <a {href}>{ column.label }</a>
        </th>
    }
}

fn line(row: &CountryRow, most: u64, address: &Address) -> Html {
    let cells = COLUMNS.iter().map(|column| {
        let counted = column.kind.is_none_or(|k| address.selection.counting.kinds.contains(k));
        let text = if counted { (column.text)(row) } else { "–".to_owned() };
        if column.number {
            // A number leads to what it counts; none counts nothing.
            let href = (counted && text != "0").then(|| counted_by(column, row, address).href());
            return match href {
                Some(href) => html! { <td class="num"><a {href}>{ text }</a></td> },
                None => html! { <td class="num">{ text }</td> },
            };
        }
        let href = address.country(row.country).href();
        html! { <th scope="row"><a {href}>{ text }</a></th> }
    });
    html! {
        <tr key={row.country.code().to_owned()}>
            { for cells }
            <td><KindBar row={*row} {most} /></td>
        </tr>
    }
}

/// Where what a cell counts can be seen: articles, the country as a whole, or mentions.
fn counted_by(column: &Column, row: &CountryRow, address: &Address) -> Address {
    match column.key {
        "articles" => address.with_country(row.country, Choice::Include).to(View::Articles),
        "focus" => address.country(row.country),
        _ => address.contexts(row.country, column.kind),
    }
}

fn table(rows: &[CountryRow]) -> Table {
    let names: Vec<&str> = std::iter::once("code").chain(COLUMNS.iter().map(|c| c.label)).collect();
    let mut table = Table::new("Countries", &names);
    for row in rows {
        let code = std::iter::once(row.country.code().into());
        table = table.row(code.chain(COLUMNS.iter().map(|c| (c.cell)(row))));
    }
    table
}

/// What the measures are.
fn formulas() -> Html {
    html! {
        <section class="panel prose" aria-label="What the measures are">
            <h2 class="label">{ "What the measures are" }</h2>
            <dl class="formulas">
                { for COLUMNS.iter().filter(|c| c.number).map(|c| html! { <div><dt>{ c.label }</dt><dd>{ c.hint }</dd></div> }) }
            </dl>
        </section>
    }
}
