//! Charts over time count, or show rates with what they are parts of.

use anyhow::{Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(charts_over_time_show_shares_and_say_of_what);

const ARTICLES: &[(&str, &str)] = &[
    (
        "a.txt",
        "Rain in Peru\n\n3 January 2021\n\nIt rained in Peru for a week, the keeper of the harbour said.\n",
    ),
    (
        "b.txt",
        "Snow in Norway\n\n9 January 2021\n\nIt snowed in Norway for a week, the keeper of the hut said.\n",
    ),
    (
        "c.txt",
        "Rain in Chile\n\n9 April 2021\n\nIt rained in Chile for a week, the keeper of the bridge said.\n",
    ),
];

fn charts_over_time_show_shares_and_say_of_what(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address(""))?;
    corpus::open(page, &site, ARTICLES)?;
    page.follow("#view=overview&q=rain*")?;
    let labels =
        "all('[aria-labelledby=when-title] a.mark').map((a) => a.getAttribute('aria-label'))";
    shown(page, labels, &["January 2021: 1 article", "April 2021: 1 article"])?;
    // February and March have no articles at all.
    page.wait("gaps", "all('[aria-labelledby=when-title] .gap').length === 2")?;
    page.click("button", "share of all articles")?;
    shown(
        page,
        labels,
        &[
            "January 2021: 50.0 % of all articles; 1 article",
            "April 2021: 100 % of all articles; 1 article",
        ],
    )?;
    let table = "[aria-labelledby=when-title]";
    page.session.run(
        &format!("[...document.querySelectorAll('{table} button')].find((b) => b.innerText.toLowerCase() === 'table').click()"),
        json!([]),
    )?;
    let rows = page.wait_for(
        "the table",
        &format!(
            "all('{table} tbody tr').map((row) => [...row.cells].map((cell) => cell.innerText))"
        ),
        json!([]),
    )?;
    ensure!(
        rows[0] == json!(["January 2021", "2021-01", "2021-01", "1", "2", "50"])
            && rows[1] == json!(["February 2021", "2021-02", "2021-02", "", "0", ""]),
        "a month without articles is empty, and the whole stands beside the share: {rows}"
    );
    page.follow("#view=country&of=PE")?;
    page.click("button", "per million words")?;
    page.wait(
        "the rate",
        "all('[aria-labelledby=over-time-title] a.mark').some((a) => a.getAttribute('aria-label').includes('per million words; 2 mentions'))",
    )
}

fn shown(page: &Page, labels: &str, want: &[&str]) -> Result<()> {
    let same = format!("JSON.stringify({labels}) === JSON.stringify(arguments[0])");
    page.wait_for(&format!("the bars {want:?}"), &same, json!([want])).map(drop)
}
