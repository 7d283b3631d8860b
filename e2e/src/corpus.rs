//! Made-up articles, packed with the project's own packer and opened on the page.

use std::fs;

use anyhow::{Context, Result};
use dateline_corpus::ContextsOnly;
use dateline_pack::Job;
use serde_json::json;
use xtask::paths;

use crate::page::Page;
use crate::site::Site;

/// A name and a text for each article.
pub type Articles<'a> = &'a [(&'a str, &'a str)];

/// Packs the articles, puts the pack beside the page, and opens it in place of the page's own
/// articles, as a script on the page would.
///
/// # Errors
/// When they cannot be packed or the page refuses them.
pub fn open(page: &Page, site: &Site, articles: Articles<'_>) -> Result<()> {
    open_as(page, site, articles, None)
}

/// As [`open`], with the texts withheld but for so many words on either side of a country. A
/// `corpus.toml` may be among the articles.
///
/// # Errors
/// As [`open`].
pub fn open_contexts(page: &Page, site: &Site, articles: Articles<'_>, words: usize) -> Result<()> {
    open_as(page, site, articles, Some(ContextsOnly::new(words)))
}

fn open_as(
    page: &Page,
    site: &Site,
    articles: Articles<'_>,
    contexts: Option<ContextsOnly>,
) -> Result<()> {
    site.put(NAME, &pack(articles, contexts)?)?;
    page.wait("the page for scripts", "window.dateline")?;
    let script = "await window.dateline.ready; await window.dateline.open(arguments[0]);";
    page.session.run_async(script, json!([NAME])).context("the page does not open the pack")?;
    page.settled()
}

const NAME: &str = "made-up.pack";

fn pack(articles: Articles<'_>, contexts_only: Option<ContextsOnly>) -> Result<Vec<u8>> {
    static FOLDERS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = paths::scratch("e2e").join(format!("articles-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder)?;
    for (name, text) in articles {
        fs::write(folder.join(name), text)?;
    }
    let paths = [&folder];
    let job = Job { contexts_only, ..Job::new(&paths) };
    let packed = job.pack();
    fs::remove_dir_all(&folder)?;
    Ok(packed?)
}
