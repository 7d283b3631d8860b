//! When: articles by month as columns, and those without a date.

use crate::address::Address;
use crate::model::words;
use dateline_corpus::{Bucket, Date, DateRange};
use dateline_text::compact::fixed;
use std::rc::Rc;
use yew::prelude::*;

/// The months of a selection.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Articles by month; `None` is undated.
    pub months: Vec<Bucket<Option<Date>>>,
    /// Where the page is; the columns lead from there.
    pub address: Rc<Address>,
}

const WIDTH: f64 = 210.0;
const HEIGHT: f64 = 52.0;

/// Articles by month.
#[component]
pub fn MonthsFacet(props: &Props) -> Html {
    let dated: Vec<(Date, &Bucket<Option<Date>>)> =
        props.months.iter().filter_map(|b| Some((b.value?, b))).collect();
    let undated = props.months.iter().find(|b| b.value.is_none());
    let selection = &props.address.selection;
    let chosen = selection.undated || !selection.dates.is_empty();
    html! {
        <section class="facet" aria-label="When">
            <h3 class="label facet-head">
                <span>{ "When" }</span>
                if chosen {
                    <a class="quiet unit" href={props.address.with_dates(Vec::new(), false).href()}>{ "any date" }</a>
                }
            </h3>
            if !dated.is_empty() {
                { columns(props, &dated) }
            }
            if props.months.is_empty() {
                <p class="empty">{ "none" }</p>
            }
            if let Some(undated) = undated {
                { undated_row(props, undated) }
            }
        </section>
    }
}

/// Months since the year 0, for a place on the axis.
fn ordinal(date: Date) -> f64 {
    f64::from(date.year() * 12 + date.month().unwrap_or(1) - 1)
}

fn columns(props: &Props, dated: &[(Date, &Bucket<Option<Date>>)]) -> Html {
    let first = dated.first().map_or(0.0, |d| ordinal(d.0));
    let last = dated.last().map_or(0.0, |d| ordinal(d.0));
    let slots = last - first + 1.0;
    let slot = (WIDTH / slots).min(18.0);
    let tallest =
        dated.iter().map(|d| d.1.instead.max(d.1.articles)).max().unwrap_or(1).max(1) as f64;
    let column = |(date, bucket): &(Date, &Bucket<Option<Date>>)| {
        let x = (ordinal(*date) - first) * slot;
        column(props, *date, bucket, (x, slot), tallest)
    };
    let years = year_labels(dated, first, slot);
    html! {
        <svg class="months" viewBox={format!("0 0 {} {}", fixed(WIDTH, 0), fixed(HEIGHT + 16.0, 0))} role="group" aria-label="Articles by month">
            { for dated.iter().map(column) }
            <line class="axis" x1="0" x2={fixed(WIDTH, 0)} y1={fixed(HEIGHT, 0)} y2={fixed(HEIGHT, 0)} />
            { for years }
        </svg>
    }
}

fn column(
    props: &Props,
    date: Date,
    bucket: &Bucket<Option<Date>>,
    (x, slot): (f64, f64),
    tallest: f64,
) -> Html {
    let selection = &props.address.selection;
    let only = [DateRange::of(date)];
    let chosen = selection.dates == only;
    let off = bucket.articles == 0;
    let n = if off { bucket.instead } else { bucket.articles };
    let height = (n as f64 / tallest * (HEIGHT - 6.0)).max(1.5);
    let href = props.address.with_dates(if chosen { Vec::new() } else { only.to_vec() }, false);
    let label = format!("{}: {}", words::date(date), words::count(n, "article"));
    let gap = (slot * 0.15).min(2.0);
    html! {
        <a key={date.to_string()} href={href.href()} class={classes!(off.then_some("off"))} aria-label={label.clone()} aria-current={chosen.then_some("true")}>
            <title>{ label }</title>
            <rect class="hitbox" x={fixed(x, 1)} y="0" width={fixed(slot, 1)} height={fixed(HEIGHT, 0)} />
            <rect class="column" x={fixed(x + gap, 1)} y={fixed(HEIGHT - height, 1)} width={fixed((slot - 2.0 * gap).max(0.5), 1)} height={fixed(height, 1)} />
        </a>
    }
}

/// The years, as many as stand clear of each other.
fn year_labels(dated: &[(Date, &Bucket<Option<Date>>)], first: f64, slot: f64) -> Vec<Html> {
    let mut labels = Vec::new();
    let mut free = 0.0;
    let mut seen = None;
    for (date, _) in dated {
        let x = (ordinal(*date) - first) * slot;
        if seen == Some(date.year()) || x < free || x > WIDTH - 24.0 {
            continue;
        }
        seen = Some(date.year());
        free = x + 32.0;
        labels.push(html! {
            <text x={fixed(x, 1)} y={fixed(HEIGHT + 13.0, 0)} aria-hidden="true">{ date.year() }</text>
        });
    }
    labels
}

fn undated_row(props: &Props, bucket: &Bucket<Option<Date>>) -> Html {
    let on = props.address.selection.undated;
    let n = if bucket.articles == 0 { bucket.instead } else { bucket.articles };
    let href = props.address.with_dates(Vec::new(), !on).href();
    let label = format!("undated: {}", words::count(n, "article"));
    html! {
        <p class="facet-row">
            <a class="facet-name" {href} aria-label={label} aria-current={on.then_some("true")}>{ "undated" }</a>
            <span></span>
            <span class="num" aria-hidden="true">{ words::number(n) }</span>
        </p>
    }
}
