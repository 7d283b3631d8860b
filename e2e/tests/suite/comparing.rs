//! A query of several series (`a, b`) is compared over time: a strip of bars for each, with
//! the numbers of a search for it alone.

use anyhow::{Context, Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::{Value, json};

use crate::run::in_every_engine;

in_every_engine!(series_are_compared_over_time);

/// Labels and queries.
const SERIES: [(&str, &str); 2] = [("water", "ferry|harbour"), ("land", "road")];

/// What an article speaks of, and its date.
const ARTICLES: [(&str, &str); 6] = [
    ("ferry", "13 May 2023"),
    ("harbour", "20 May 2023"),
    ("ferry and the road", "2 July 2023"),
    ("road", "9 July 2023"),
    ("road", ""),
    ("weather", "1 August 2023"),
];

const BARS: [&str; 4] = [
    "water, May 2023: 2 articles",
    "water, July 2023: 1 article",
    "land, July 2023: 2 articles",
    "land, Undated: 1 article",
];

const FIGURE: &str = "section[aria-labelledby=when-title]";

fn series_are_compared_over_time(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=overview"))?;
    let texts: Vec<(String, String)> = ARTICLES
        .iter()
        .enumerate()
        .map(|(n, (what, date))| {
            let title = format!("News of the {what}, part {n}");
            let body = format!("The {what} was looked after on Tuesday, the keepers of part {n} said to the council after its meeting with the ministers.");
            (format!("{n}.txt"), format!("{title}\n\nBy Ada Lind\n\n{date}\n\n{body}\n"))
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    corpus::open(page, &site, &texts)?;
    let query = SERIES.map(|(label, query)| format!("{label}# {query}")).join(", ");
    let query = query.replace('#', "%23").replace(' ', "+");
    page.follow(&format!("#view=overview&q={query}"))?;
    page.wait("the legend", &format!("all('{FIGURE} .legend li').length === 2"))?;
    let said =
        page.value(&format!("all('{FIGURE} .legend li').map((li) => li.innerText.trim())"))?;
    let bars =
        page.value(&format!("all('{FIGURE} a.mark').map((a) => a.getAttribute('aria-label'))"))?;
    let bars: Vec<&str> = bars.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ensure!(bars == BARS, "{bars:?}");
    let mut totals = Vec::new();
    for (at, (label, query)) in SERIES.iter().enumerate() {
        let total = page.value(&format!("window.dateline.query({}).total", json!(query)))?;
        let total = total.as_u64().context("a total")?;
        ensure!(total > 1, "{query} is in several articles");
        ensure!(said[at] == json!(format!("{label}: {total} articles")), "{said}, not {total}");
        let own = bars.iter().filter(|bar| bar.starts_with(&format!("{label}, ")));
        ensure!(own.filter_map(count).sum::<u64>() == total, "{bars:?} add up to {total}");
        totals.push(total);
    }
    let painted = page.value(&format!(
        "new Set(all('{FIGURE} a.mark > rect').map((bar) => getComputedStyle(bar).fill)).size"
    ))?;
    ensure!(painted == json!(2), "a colour for each series: {painted}");
    // A bar leads to the articles of its series.
    let lead = page.value(&format!("all('{FIGURE} a.mark').at(-1).getAttribute('href')"))?;
    let last = *bars.last().context("a bar")?;
    let lead = lead.as_str().context("an address")?;
    page.session.run(
        "const figure = arguments[0];
         [...document.querySelectorAll(figure + ' .tools button[aria-pressed]')]
             .find((button) => button.textContent === 'table').click()",
        json!([FIGURE]),
    )?;
    // The table twin holds the same numbers.
    page.wait("the table", &format!("document.querySelector('{FIGURE} table')"))?;
    let columns = page.value(&format!(
        "all('{FIGURE} tbody tr').map((row) => [...row.cells].slice(4, 6).map((c) => Number(c.innerText)))"
    ))?;
    for (at, total) in totals.iter().enumerate() {
        let column = columns.as_array().into_iter().flatten().filter_map(|row| row[at].as_u64());
        ensure!(column.sum::<u64>() == *total, "column {at} of {columns} adds up to {total}");
    }
    page.follow(lead)?;
    let found = count(&last).context("a count")?;
    page.wait("its articles", &format!("all('.result').length === {found}"))
}

/// The number that a bar says at its end.
fn count(bar: &&str) -> Option<u64> {
    bar.rsplit_once(": ")?.1.split(' ').next()?.parse().ok()
}
