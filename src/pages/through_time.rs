//! Counts over time as a chart with its table: of everything selected, or of each of the
//! series that the query compares.

use crate::address::Address;
use crate::charts::drawing::Drawing;
use crate::charts::months::{self, Bars, bars, multiples, span};
use crate::components::Charted;
use crate::model::marks::series_bar;
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{ArticleId, DateRange};
use dateline_export::{Cell, Table};
use dateline_stats::{Month, Series, Step};
use std::rc::Rc;
use yew::prelude::*;

/// Counts something in some articles, by month.
pub(super) type Count<'a> = dyn Fn(&[ArticleId]) -> Vec<(Option<Month>, u64)> + 'a;

/// A rate that can be shown in the place of counts.
pub(super) struct Rate<'a> {
    /// Its unit, in the table and at the bars.
    pub unit: &'static str,
    /// What is divided; the count itself for `None`.
    pub part: Option<&'a Count<'a>>,
    /// What it is divided by, and its name.
    pub whole: &'a Count<'a>,
    /// See `whole`.
    pub whole_name: &'static str,
    /// 100 for percent.
    pub scale: f64,
}

/// A chart to make.
pub(super) struct Wanted<'a> {
    /// What every page is computed from.
    pub page: &'a PageProps,
    /// The name of the table.
    pub title: &'a str,
    /// The chart in words, in files.
    pub description: &'a str,
    /// What is counted, in the plural.
    pub unit: &'static str,
    /// The month and the count of some articles.
    pub count: &'a Count<'a>,
    /// The articles of which there must be some for a count to mean anything.
    pub articles: &'a Count<'a>,
    /// The rates of the table.
    pub rates: &'a [Rate<'a>],
    /// The rate that the bars show; the counts for `None`.
    pub shown: Option<usize>,
    /// Where a bar leads, but for its dates and its series.
    pub address: &'a Address,
    /// The most bars; more months than that become quarters, years or decades.
    pub max_bars: usize,
    /// The height of the bars of one series alone, in pixels.
    pub height: f64,
}

/// The counts of some articles, with the parts and wholes of the rates, over the same steps.
struct Counts {
    count: Series,
    articles: Series,
    rates: Vec<(Series, Series)>,
}

/// One of the series of the query, and where it leads.
struct Row {
    name: String,
    address: Address,
    class: String,
    counts: Counts,
}

impl Wanted<'_> {
    /// The chart of the articles selected, or one for each series of the query; and how many
    /// steps it has.
    pub(super) fn chart(&self) -> (Charted, usize) {
        let answer = &self.page.answer;
        let series = if answer.has_series() { answer.question().series() } else { Vec::new() };
        let groups: Vec<&[ArticleId]> = [&answer.results.ids[..]]
            .into_iter()
            .chain(series.iter().map(|s| &s.ids[..]))
            .collect();
        let mut counted = self.aligned(&groups).into_iter();
        let Some(all) = counted.next() else { return Default::default() };
        let rows = series.into_iter().zip(counted).enumerate();
        let rows: Vec<Row> = rows
            .map(|(number, (one, counts))| Row {
                name: one.label,
                address: self.address.with_query(&one.query),
                class: series_bar(number),
                counts,
            })
            .collect();
        let (table, links) = self.table(&all, &rows);
        let noun = self.unit.trim_end_matches('s');
        let total = |row: &Row| {
            format!("{}: {}", row.name, words::count(row.counts.count.total() as usize, noun))
        };
        let chart = Charted {
            drawing: Rc::new(self.drawing(&all, &rows)),
            table: Rc::new(table),
            links: Rc::new(links),
            legend: rows.iter().map(|row| (row.class.clone(), total(row))).collect(),
            description: self.description.to_owned(),
        };
        (chart, all.count.steps.len())
    }

    /// The counts of each group of articles, all over the same steps: those of the counts, so
    /// that a whole of other times adds none.
    fn aligned(&self, groups: &[&[ArticleId]]) -> Vec<Counts> {
        let counts: Vec<_> = groups.iter().map(|ids| (self.count)(ids)).collect();
        let months = || counts.iter().flatten().filter_map(|(month, _)| *month);
        let span = months().min().zip(months().max());
        let within = |count: &Count<'_>, ids: &[ArticleId]| {
            let mut list = count(ids);
            list.retain(|(month, _)| match (month, span) {
                (Some(month), Some((first, last))) => (first..=last).contains(month),
                (month, _) => month.is_none(),
            });
            list
        };
        let mut lists = Vec::new();
        for (ids, count) in groups.iter().zip(counts) {
            lists.push(count.clone());
            lists.push(within(self.articles, ids));
            for rate in self.rates {
                lists.push(rate.part.map_or_else(|| count.clone(), |part| within(part, ids)));
                lists.push(within(rate.whole, ids));
            }
        }
        let mut aligned = Series::aligned(&lists, self.max_bars).into_iter();
        let mut next = || Some((aligned.next()?, aligned.next()?));
        let group = |_| {
            let (count, articles) = next()?;
            let rates = self.rates.iter().filter_map(|_| next()).collect();
            Some(Counts { count, articles, rates })
        };
        groups.iter().filter_map(group).collect()
    }

    fn bars<'b>(
        &self,
        counts: &'b Counts,
        class: &'b str,
        name: &'b str,
        href: &'b dyn Fn(Option<&Step>) -> String,
    ) -> Bars<'b> {
        let rate = self.shown.and_then(|at| {
            let ((part, whole), rate) = counts.rates.get(at).zip(self.rates.get(at))?;
            Some(months::Rate { part, whole, scale: rate.scale, unit: rate.unit })
        });
        let (series, articles) = (&counts.count, Some(&counts.articles));
        let (unit, height) = (self.unit, self.height);
        Bars { series, name, class, most: 0.0, unit, rate, articles, href, height }
    }

    fn drawing(&self, all: &Counts, rows: &[Row]) -> Drawing {
        if rows.is_empty() {
            let href = |step: Option<&Step>| dated(self.address, step);
            return bars(&self.bars(all, "bar", "", &href));
        }
        let hrefs: Vec<_> =
            rows.iter().map(|row| |step: Option<&Step>| dated(&row.address, step)).collect();
        let rows = rows.iter().zip(&hrefs).map(|(row, href)| Bars {
            height: self.height * 0.6,
            ..self.bars(&row.counts, &row.class, &row.name, href)
        });
        multiples(&rows.collect::<Vec<_>>())
    }

    /// A row a step, with what each series counts beside what is counted in all, and the rates
    /// with what they are parts of. Where there are no articles, nothing can be counted.
    fn table(&self, all: &Counts, rows: &[Row]) -> (Table, Vec<String>) {
        let mut columns = vec!["when", "from", "to", self.unit];
        columns.extend(rows.iter().map(|row| row.name.as_str()));
        for rate in self.rates {
            columns.extend([rate.whole_name, rate.unit]);
        }
        let mut table = Table::new(self.title, &columns);
        let mut links = Vec::new();
        let steps = (0..all.count.steps.len()).map(Some);
        let undated = (all.count.undated > 0).then_some(None);
        for at in steps.chain(undated) {
            let step = at.and_then(|at| all.count.steps.get(at));
            let mut cells: Vec<Cell> = match step {
                Some(step) => vec![
                    span(step, all.count.grain).into(),
                    step.from.to_string().into(),
                    step.to.to_string().into(),
                ],
                None => vec!["undated".into(), "".into(), "".into()],
            };
            cells.push(counted(all, at));
            cells.extend(rows.iter().map(|row| counted(&row.counts, at)));
            for (rate, (part, whole)) in self.rates.iter().zip(&all.rates) {
                let value = months::Rate { part, whole, scale: rate.scale, unit: rate.unit }.of(at);
                cells.push(of_step(whole, at).into());
                cells.push(value.map(|value| Cell::Measure((value * 1e3).round() / 1e3)).into());
            }
            table = table.row(cells);
            links.push(dated(self.address, step));
        }
        (table, links)
    }
}

fn of_step(series: &Series, at: Option<usize>) -> u64 {
    at.map_or(series.undated, |at| series.steps.get(at).map_or(0, |step| step.count))
}

/// The count of a step, or of the undated; empty where there are no articles.
fn counted(counts: &Counts, at: Option<usize>) -> Cell {
    match of_step(&counts.articles, at) {
        0 => Cell::Empty,
        _ => of_step(&counts.count, at).into(),
    }
}

/// Buttons that choose between the counts and the rates of a chart.
pub(super) fn choice(shown: &UseStateHandle<Option<usize>>, unit: &str, rates: &[&str]) -> Html {
    let names = [unit].into_iter().chain(rates.iter().copied());
    let button = |(number, name): (usize, &str)| {
        let this = number.checked_sub(1);
        let onclick = {
            let shown = shown.clone();
            Callback::from(move |_: MouseEvent| shown.set(this))
        };
        html! { <button type="button" aria-pressed={(**shown == this).to_string()} {onclick}>{ name.to_owned() }</button> }
    };
    names.enumerate().map(button).collect()
}

/// The address of the articles of a step, or of the undated.
fn dated(address: &Address, step: Option<&Step>) -> String {
    let Some(step) = step else { return address.with_dates(Vec::new(), true).href() };
    let range = DateRange::parse(&format!("{}..{}", step.from, step.to));
    range.map_or(String::new(), |range| address.with_dates(vec![range], false).href())
}
