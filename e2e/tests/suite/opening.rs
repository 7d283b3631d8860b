//! The page opens: from a host's sub-folder, from a folder by double click, and in words when it
//! cannot.

use anyhow::{Result, ensure};
use dateline_e2e::page::Page;
use dateline_e2e::site::{self, Site};

use crate::run::in_every_engine;

in_every_engine!(the_hosted_page_opens, the_one_file_page_opens, missing_wasm_is_said_in_words);

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
