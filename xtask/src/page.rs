//! From the sources to `dist/`: Trunk builds, this finishes.
//!
//! Trunk leaves a page with an inline script. What a reader gets has none: a strict
//! Content-Security-Policy, one stylesheet, a readable frame before the wasm runs, a message when
//! it cannot run, names that carry a hash of what is in them, and copies that are compressed
//! already. `dateline.html` is the same page as one file.

pub mod boot;
pub mod compress;
pub mod frame;
pub mod hash;
pub mod html;
pub mod memo;
pub mod one_file;
pub mod policy;
pub mod trunk;
pub mod wasm;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{paths, tools};

/// The parts of the page, ready to be put together as many files or as one.
#[derive(Debug, Clone)]
pub struct Parts {
    /// `index.html` with the frame, without stylesheets and scripts.
    pub html: String,
    /// All stylesheets in order.
    pub css: String,
    /// The JavaScript module that wasm-bindgen wrote.
    pub glue: String,
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
    /// The same module with the names of its functions, for `bench`.
    pub named_wasm: Vec<u8>,
    /// Everything else that Trunk put beside the page: path below `dist/` and file.
    pub others: Vec<(PathBuf, PathBuf)>,
}

/// Builds the hosted page into `dist/` without compressed copies; enough to serve it here.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn hosted() -> Result<Parts> {
    let parts = build()?;
    let dist = paths::dist();
    replace_folder(&dist, |folder| write_hosted(&parts, folder))?;
    Ok(parts)
}

/// Builds all of `dist/`: the hosted page, its compressed copies, and `dateline.html`.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn dist() -> Result<Parts> {
    let parts = build()?;
    let one_file = one_file::page(&parts)?;
    let dist = paths::dist();
    replace_folder(&dist, |folder| {
        write_hosted(&parts, folder)?;
        compress::folder(folder)?;
        write(&folder.join(ONE_FILE), one_file.as_bytes())
    })?;
    println!("\n{}", dist.display());
    println!("  index.html and its files: upload them to any folder of any static host");
    println!("  {ONE_FILE}: the same page as one file ({} kB)", one_file.len() / 1000);
    Ok(parts)
}

/// The name of the page as one file.
pub const ONE_FILE: &str = "dateline.html";

/// Runs Trunk and takes its output apart.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn build() -> Result<Parts> {
    let tools = tools::for_page()?;
    let staging = trunk::build(&tools)?;
    let bundle = trunk::read(&staging)?;
    let frame = frame::read(&tools)?;
    let named_wasm = wasm::optimise(&bundle.wasm, tools.wasm_opt.as_deref())?;
    let wasm = wasm::without_custom_sections(&named_wasm).context("the wasm file is damaged")?;
    let html = frame::insert(&bundle.html, &frame)?;
    let Bundle { css, glue, others, .. } = bundle;
    Ok(Parts { html, css, glue, wasm, named_wasm, others })
}

use trunk::Bundle;

fn write_hosted(parts: &Parts, folder: &Path) -> Result<()> {
    let css = hash::name("dateline", parts.css.as_bytes(), "css");
    let glue = hash::name("dateline", parts.glue.as_bytes(), "js");
    let wasm = hash::name("dateline", &parts.wasm, "wasm");
    let boot_text = boot::hosted(&glue, &wasm);
    let boot = hash::name("boot", boot_text.as_bytes(), "js");
    let head = format!(
        "{}\n<link rel=\"stylesheet\" href=\"./{css}\">\n\
         <link rel=\"modulepreload\" href=\"./{glue}\">\n\
         <link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script defer src=\"./{boot}\"></script>",
        policy::meta(&policy::hosted())
    );
    let html = html::into_head(&parts.html, &head)?;
    let files: [(&str, &[u8]); 5] = [
        ("index.html", html.as_bytes()),
        (&css, parts.css.as_bytes()),
        (&glue, parts.glue.as_bytes()),
        (&wasm, &parts.wasm),
        (&boot, boot_text.as_bytes()),
    ];
    for (name, bytes) in files {
        write(&folder.join(name), bytes)?;
    }
    for (inside, source) in &parts.others {
        let bytes =
            fs::read(source).with_context(|| format!("cannot read {}", source.display()))?;
        write(&folder.join(inside), &bytes)?;
    }
    Ok(())
}

/// Fills a new folder and puts it in the place of `folder`, so that a failure leaves the old one.
fn replace_folder(folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let new = folder.with_extension("new");
    remove(&new)?;
    fs::create_dir_all(&new).with_context(|| format!("cannot create {}", new.display()))?;
    fill(&new)?;
    remove(folder)?;
    fs::rename(&new, folder).with_context(|| format!("cannot write {}", folder.display()))
}

fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
