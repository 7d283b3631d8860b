//! The program comes in parts: the first answer needs the first one only, and a part that the host
//! does not give is said in words and asked for again.

use std::fs;

use anyhow::{Result, ensure};
use dateline_e2e::page::Page;
use dateline_e2e::site::Site;

use crate::run::in_every_engine;

in_every_engine!(an_answer_needs_the_first_part_only, a_missing_part_is_asked_for_again);

/// Whether a file name, or a request, is of a later part.
fn is_later(name: &str) -> bool {
    name.contains("split_") || name.contains("chunk_")
}

fn an_answer_needs_the_first_part_only(page: &Page) -> Result<()> {
    let site = Site::start()?;
    page.open(&site.address("#view=articles&q=china"))?;
    page.wait("the answer", "document.querySelector('.result mark.hit')")?;
    // The filters beside the results come after them, by themselves.
    let is_early = |name: &String| is_later(name) && name.contains("split_rest");
    let early: Vec<String> = site.requests().into_iter().filter(is_early).collect();
    ensure!(early.is_empty(), "fetched before anything was done: {early:?}");
    page.click_css(".result > a")?;
    page.wait("the article", "document.querySelector('#reader-text mark.hit')")?;
    ensure!(site.requests().iter().any(is_early), "the reader came from nowhere");
    Ok(())
}

fn a_missing_part_is_asked_for_again(page: &Page) -> Result<()> {
    let mut taken = Vec::new();
    let site = Site::changed(|folder| {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if is_later(&name) {
                taken.push((name, fs::read(&path)?));
                fs::remove_file(path)?;
            }
        }
        Ok(())
    })?;
    ensure!(!taken.is_empty(), "the page has no later parts");
    page.open(&site.address("#view=countries"))?;
    page.wait(
        "the message",
        "document.querySelector('main').innerText.includes('could not be loaded')",
    )?;
    for (name, bytes) in &taken {
        site.put(name, bytes)?;
    }
    page.click("button", "Try again")?;
    page.wait("the countries", "document.querySelector('main table')")
}
