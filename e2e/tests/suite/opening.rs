//! The page opens: from a host's sub-folder, from a folder by double click, and in words when it
//! cannot.

use anyhow::{Result, ensure};
use dateline_e2e::page::{Page, key};
use dateline_e2e::site::{self, Site};
use serde_json::json;

use crate::run::in_every_engine;

in_every_engine!(
    the_hosted_page_opens,
    the_one_file_page_opens,
    missing_wasm_is_said_in_words,
    a_panic_is_said_in_words_and_reloaded,
);

fn the_hosted_page_opens(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("")).map_err(|e| e.context(format!("{:?}", site.requests())))?;
    page.role("searchbox", "")?;
    let failed: Vec<String> =
        site.requests().into_iter().filter(|request| !request.starts_with("200")).collect();
    ensure!(failed.iter().all(|request| request.contains("favicon")), "{failed:?}");
    Ok(())
}

fn the_one_file_page_opens(page: &Page) -> Result<()> {
    page.open(&site::one_file("")?)?;
    page.role("searchbox", "").map(drop)
}

/// Whoever has no wasm reads why, and the articles stay readable.
fn missing_wasm_is_said_in_words(page: &Page) -> Result<()> {
    let site = Site::changed(|folder| {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.to_string_lossy().contains(".wasm") {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    })?;
    page.session.open(&site.address(""))?;
    page.wait(
        "the message",
        "document.getElementById('boot-note').textContent.includes('could not start')",
    )
}

/// An extension of the browser takes an element out of the page, and the program stops over it:
/// the reader reads why, and goes on by reloading.
fn a_panic_is_said_in_words_and_reloaded(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=china"))?;
    // The button that clears the query is put before this one, which is no longer there.
    page.search(key::BACKSPACE)?;
    page.wait("an empty search", "!byRole('button', 'Clear')")?;
    page.session.run("document.querySelector('.search-aids kbd').remove()", json!([]))?;
    page.search("kabul")?;
    page.wait("the message", "document.querySelector('main[role=alert] h1')")?;
    let says = page.text("main.broken")?;
    ensure!(says.contains("The page stopped") && says.contains("reload"), "{says}");
    let link = page.role("link", "Start from the first page")?;
    let leads = page.session.run("return arguments[0].href", json!([link.argument()]))?;
    ensure!(leads.as_str().is_some_and(|href| !href.contains('#')), "{leads} keeps the address");
    page.reloaded_by(|page| page.click("button", "Reload"))?;
    page.wait("the page again", "document.querySelector('#app .results')")?;
    let view = page.value("location.hash.includes('view=articles')")?;
    ensure!(view == true, "another view than before");
    Ok(())
}
