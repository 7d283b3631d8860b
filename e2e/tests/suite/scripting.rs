//! `window.dateline`, the page for scripts, answers what the page shows.

use anyhow::{Context, Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::{Value, json};

use crate::run::in_every_engine;

in_every_engine!(scripts_get_what_the_page_shows, bad_bytes_are_an_error_and_change_nothing);

fn scripts_get_what_the_page_shows(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=recognition"))?;
    page.wait("results", "all('.result').length > 0")?;
    let answer = ask(page, "return dateline.query('recognition', { limit: 2 })")?;
    let shown = page.value("all('.result').length")?;
    ensure!(answer["total"] == shown, "{} articles are shown, {} answered", shown, answer["total"]);
    let hits = answer["hits"].as_array().context("hits")?;
    ensure!(!hits.is_empty() && hits.len() <= 2, "asked for at most two: {answer}");
    ensure!(hits.iter().all(|hit| hit["title"].is_string() && hit["spans"].is_array()), "{answer}");
    let countries = ask(page, "return dateline.countries({})")?;
    let countries = countries.as_array().context("a list of countries")?;
    page.follow("#view=countries")?;
    page.wait("the table", "document.querySelector('table.data tbody tr')")?;
    ensure!(page.value("all('table.data tbody tr').length")? == countries.len());
    let stats = ask(page, "return dateline.stats()")?;
    ensure!(stats["articles"].as_u64() > Some(0), "{stats}");
    Ok(())
}

fn bad_bytes_are_an_error_and_change_nothing(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles"))?;
    let before = page.value("all('.result').length")?;
    site.put("bad.pack", b"this is no pack")?;
    let error =
        ask(page, "return dateline.open('bad.pack').then(() => null, (error) => error.message)")?;
    ensure!(error.as_str().is_some_and(|error| error.len() > 10), "no error in words: {error}");
    ensure!(page.value("all('.result').length")? == before, "the articles are gone");
    corpus::open(
        page,
        &site,
        &[(
            "one.txt",
            "Harbour opens\n\nThe harbour of Lisbon opens again on Monday after a year.",
        )],
    )?;
    page.wait("the new articles", "all('.result').length === 1")
}

fn ask(page: &Page, script: &str) -> Result<Value> {
    page.wait("the page for scripts", "window.dateline")?;
    page.session.run_async(&format!("await window.dateline.ready; {script}"), json!([]))
}
