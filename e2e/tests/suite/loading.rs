//! The articles beside the page: how much has come, stopping, and trying again.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use dateline_e2e::page::Page;
use dateline_e2e::site::{self, Site};
use xtask::page::compress::files_below;
use xtask::paths;

use crate::run::in_every_engine;

in_every_engine!(
    missing_articles_can_be_tried_again,
    a_cut_pack_leaves_the_list_and_can_be_tried_again,
    loading_can_be_stopped,
);

/// The articles of the built page: a file whose name holds their hash.
fn pack() -> Result<PathBuf> {
    let files = files_below(&paths::dist())?;
    let pack = files.into_iter().find(|file| file.extension().is_some_and(|e| e == "pack"));
    pack.context("dist/ has no pack")
}

fn missing_articles_can_be_tried_again(page: &Page) -> Result<()> {
    let pack = pack()?;
    let name = pack.file_name().and_then(|name| name.to_str()).context("a name")?;
    let site = Site::changed(|folder| {
        for ending in ["", ".br", ".gz"] {
            let file = folder.join(format!("{name}{ending}"));
            if file.is_file() {
                fs::remove_file(file)?;
            }
        }
        Ok(())
    })?;
    page.session.open(&site.address("#view=articles"))?;
    page.wait(
        "the message",
        "document.getElementById('boot-note')?.textContent.includes('could not start')",
    )?;
    site.put(name, &fs::read(&pack)?)?;
    page.click("button", "Try again")?;
    page.wait("the results", "all('.result').length > 0 && !document.getElementById('boot-note')")
}

fn a_cut_pack_leaves_the_list_and_can_be_tried_again(page: &Page) -> Result<()> {
    let pack = pack()?;
    let name = pack.file_name().and_then(|name| name.to_str()).context("a name")?;
    let whole = fs::read(&pack)?;
    let site = Site::changed(|folder| {
        for ending in [".br", ".gz"] {
            let file = folder.join(format!("{name}{ending}"));
            if file.is_file() {
                fs::remove_file(file)?;
            }
        }
        Ok(fs::write(folder.join(name), &whole[..whole.len() / 2])?)
    })?;
    page.session.open(&site.address("#view=articles"))?;
    page.wait(
        "the message over the list",
        "document.getElementById('boot-note')?.textContent.includes('came only in part')
         && all('.boot-list li').length > 0",
    )?;
    // As long as it should be, but with other bytes.
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    site.put(name, &damaged)?;
    page.click("button", "Try again")?;
    page.wait(
        "another message over the list",
        "!document.getElementById('boot-note')?.textContent.includes('only in part')
         && document.getElementById('boot-note')?.textContent.includes('could not start')
         && all('.boot-list li').length > 0",
    )?;
    site.put(name, &whole)?;
    page.click("button", "Try again")?;
    page.wait("the results", "all('.result').length > 0 && !document.getElementById('boot-note')")
}

/// Hands over the first bytes of the pack, and no more until `window.goOn`.
const HELD: &str = "\
    const real = window.fetch; \
    window.fetch = async (what, options) => { \
      const response = await real(what, options); \
      if (!String(what).includes('.pack') || window.goOn) return response; \
      const bytes = new Uint8Array(await response.arrayBuffer()); \
      return new Response(new ReadableStream({ start(control) { \
        control.enqueue(bytes.slice(0, 4000)); \
        options.signal.addEventListener('abort', () => control.error(new DOMException('stopped', 'AbortError'))); \
      } })); \
    };";

fn loading_can_be_stopped(page: &Page) -> Result<()> {
    let site = Site::changed(|folder| {
        fs::write(folder.join("held.js"), HELD)?;
        site::edit_index(folder, |page| site::first_script(&page, "held.js"))
    })?;
    page.session.open(&site.address("#view=articles"))?;
    page.wait(
        "how much has come",
        "/0\\.0 of \\d+\\.\\d MB/.test(document.getElementById('boot-progress')?.textContent)",
    )?;
    page.wait("the bar", "document.querySelector('#boot-progress progress[max]')?.value === 4000")?;
    page.click("button", "Stop")?;
    page.wait(
        "the message",
        "document.getElementById('boot-note')?.textContent.includes('was stopped')",
    )?;
    page.value("window.goOn = true")?;
    page.click("button", "Try again")?;
    page.wait("the results", "all('.result').length > 0 && !document.getElementById('boot-note')")
}
