//! Made-up articles, packed with the project's own packer and opened on the page.

use std::fs;

use anyhow::{Context, Result};
use base64::Engine as _;
use serde_json::json;
use xtask::paths;

use crate::page::Page;

/// A name and a text for each article.
pub type Articles<'a> = &'a [(&'a str, &'a str)];

/// Packs the articles and opens them in place of those of the page, as a script on the page would.
///
/// # Errors
/// When they cannot be packed or the page refuses them.
pub fn open(page: &Page, articles: Articles<'_>) -> Result<()> {
    let pack = base64::engine::general_purpose::STANDARD.encode(pack(articles)?);
    let script = "await window.dateline.ready; \
        const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0)); \
        await window.dateline.open(bytes);";
    page.session.run_async(script, json!([pack])).context("the page does not open the pack")?;
    page.settled()
}

fn pack(articles: Articles<'_>) -> Result<Vec<u8>> {
    static FOLDERS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = paths::scratch("e2e").join(format!("articles-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder)?;
    for (name, text) in articles {
        fs::write(folder.join(name), text)?;
    }
    let pack = dateline_pack::pack_dir(&folder).map_err(|error| anyhow::anyhow!("{error}"))?;
    fs::remove_dir_all(&folder)?;
    Ok(pack)
}
