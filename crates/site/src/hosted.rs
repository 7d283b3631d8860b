//! The site as a folder. Names carry a hash of what is in the files, so that a browser
//! may keep them for ever and never mixes two versions.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use crate::program::write;
use crate::{Articles, Program, boot, hash, html, policy};

/// Gives each file of the site to `put`: path with `/`, and bytes. The same program and
/// articles give the same files.
///
/// # Errors
/// When the page has no head, or no place for a frame; those of `put`.
pub fn files(
    program: &Program,
    articles: &Articles<'_>,
    put: &mut dyn FnMut(&str, &[u8]) -> Result<()>,
) -> Result<()> {
    let mut file = |name: String, bytes: &[u8]| {
        put(&name, bytes)?;
        anyhow::Ok(name)
    };
    let css = program.css.as_bytes();
    let css = file(hash::name("dateline", css, "css"), css)?;
    let glue = program.glue.as_bytes();
    let glue = file(hash::name("dateline", glue, "js"), glue)?;
    let wasm = file(hash::name("dateline", &program.wasm, "wasm"), &program.wasm)?;
    let pack = file(hash::name("corpus", articles.pack, "pack"), articles.pack)?;
    let mut later = BTreeMap::new();
    for (name, wasm) in &program.later {
        later.insert(name.as_str(), file(hash::name(name, wasm, "wasm"), wasm)?);
    }
    let boot = boot::hosted(&boot::Files { glue: &glue, wasm: &wasm, pack: &pack, later: &later })?;
    let boot = file(hash::name("boot", boot.as_bytes(), "js"), boot.as_bytes())?;
    let head = format!(
        "{}\n<link rel=\"stylesheet\" href=\"./{css}\">\n\
         <script defer src=\"./{boot}\"></script>",
        policy::meta(&policy::hosted())
    );
    let page = html::into_head(&program.page(articles)?, &head)?;
    file("index.html".into(), page.as_bytes())?;
    for (inside, bytes) in &program.others {
        file(inside.clone(), bytes)?;
    }
    Ok(())
}

/// Writes the site into a folder.
///
/// # Errors
/// As [`files`]; when a file cannot be written.
pub fn write_into(program: &Program, articles: &Articles<'_>, folder: &Path) -> Result<()> {
    files(program, articles, &mut |name, bytes| write(&folder.join(name), bytes))
}

/// Fills a new folder beside `folder` and puts it in its place, so that a failure leaves
/// the old one.
///
/// # Errors
/// Those of `fill`; when a folder cannot be written.
pub fn replace(folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let new = unfinished(folder);
    remove(&new)?;
    std::fs::create_dir_all(&new).with_context(|| format!("cannot create {}", new.display()))?;
    fill(&new)?;
    remove(folder)?;
    std::fs::rename(&new, folder).with_context(|| format!("cannot write {}", folder.display()))
}

/// Where a site stands until it is finished.
pub fn unfinished(folder: &Path) -> std::path::PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    folder.with_file_name(name)
}

fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))
}
