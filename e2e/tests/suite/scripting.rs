//! `window.dateline`, the page for scripts, answers what the page shows.

use anyhow::{Context, Result, ensure};
use dateline_e2e::corpus;
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;
use serde_json::{Value, json};

use crate::run::in_every_engine;

in_every_engine!(
    scripts_get_what_the_page_shows,
    bad_bytes_are_an_error_and_change_nothing,
    the_engine_answers_in_a_page_of_others,
);

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
    let read_already = "const response = await fetch('bad.pack'); await response.text(); \
                        return dateline.open(response).then(() => null, (error) => error.message)";
    let error = ask(page, read_already)?;
    ensure!(error.as_str().is_some_and(|error| error.contains("read already")), "{error}");
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

fn the_engine_answers_in_a_page_of_others(page: &Page) -> Result<()> {
    let site = Site::changed(|_| Ok(()))?;
    page.open(&site.address("#view=articles&q=recognition"))?;
    let query = "dateline.query('recognition', { limit: 3 })";
    let shown = ask(page, &format!("return {query}"))?;
    site.put("other.html", b"<!doctype html><title>Another page</title><p id=own>Mine</p>")?;
    site.put("bad.pack", b"this is no pack")?;
    page.session.open(&site.address("other.html"))?;
    let script = format!(
        "const {{ open }} = await import('./dateline.js');
         const refused = await open('bad.pack').then(() => '', (error) => error.message);
         const dateline = await open();
         const found = {query};
         const again = await open('bad.pack')
           .then(() => '', (error) => error.message);
         return {{ refused, again, total: found.total, ids: found.hits.map((hit) => hit.id),
           still: {query}.total, drawn: document.body.children.length }}"
    );
    let answer = page.session.run_async(&script, json!([]))?;
    ensure!(answer["total"] == shown["total"] && answer["still"] == shown["total"], "{answer}");
    let ids: Vec<&Value> =
        shown["hits"].as_array().context("hits")?.iter().map(|h| &h["id"]).collect();
    ensure!(answer["ids"] == json!(ids), "{answer} against {shown}");
    for refused in ["refused", "again"] {
        ensure!(
            answer[refused].as_str().is_some_and(|e| e.contains("not a Dateline corpus")),
            "{answer}"
        );
    }
    ensure!(answer["drawn"] == 1, "something was drawn: {answer}");
    Ok(())
}

fn ask(page: &Page, script: &str) -> Result<Value> {
    page.wait("the page for scripts", "window.dateline")?;
    page.session.run_async(&format!("await window.dateline.ready; {script}"), json!([]))
}
