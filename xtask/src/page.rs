//! From the sources to `dist/`.
//!
//! No bundler: the program is cut into parts before it is bound to JavaScript, which none does,
//! and the page has no inline script, which they write. What a reader gets: a strict
//! Content-Security-Policy, one stylesheet, a readable frame before the wasm runs, a message when
//! it cannot run, names that carry a hash of what is in them, and copies that are compressed
//! already. `dateline.html` is the same page as one file.

pub mod bind;
pub mod boot;
pub mod compile;
pub mod compress;
pub mod cut;
pub mod frame;
pub mod hash;
pub mod html;
pub mod memo;
pub mod one_file;
pub mod policy;
pub mod source;
pub mod wasm;

use std::collections::BTreeMap;
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
    /// The JavaScript module that starts the program.
    pub glue: String,
    /// The WebAssembly module that starts.
    pub wasm: Vec<u8>,
    /// The same module with the names of its functions, for `bench`.
    pub named_wasm: Vec<u8>,
    /// Modules that are fetched later, by name.
    pub later: Vec<(String, Vec<u8>)>,
    /// Which of them a mark in the program needs.
    pub marks: BTreeMap<String, Vec<String>>,
    /// The articles, packed.
    pub pack: Vec<u8>,
    /// Everything else beside the page: path below `dist/` and bytes.
    pub others: Vec<(PathBuf, Vec<u8>)>,
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

/// Compiles the program, cuts it, binds it to JavaScript and makes it small.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn build() -> Result<Parts> {
    let tools = tools::for_page()?;
    let source = source::read()?;
    let compiled = compile::program()?;
    let cut = cut::cut(&compiled.wasm)?;
    let bound = bind::bind(&cut, &tools.wasm_bindgen)?;
    let small = |wasm: &[u8]| wasm::optimise(wasm, tools.wasm_opt.as_deref());
    let named_wasm = small(&bound.wasm)?;
    let stripped =
        |wasm: &[u8]| wasm::without_custom_sections(wasm).context("the wasm file is damaged");
    let mut later = Vec::new();
    for (name, wasm) in &cut.later {
        later.push((name.clone(), stripped(&small(wasm)?)?));
    }
    Ok(Parts {
        html: frame::insert(&source.html, &compiled.frame)?,
        css: source.css,
        glue: bound.glue,
        wasm: stripped(&named_wasm)?,
        named_wasm,
        later,
        marks: cut.marks,
        pack: compiled.pack,
        others: source.others,
    })
}

fn write_hosted(parts: &Parts, folder: &Path) -> Result<()> {
    let file = |name: String, bytes: &[u8]| {
        write(&folder.join(&name), bytes)?;
        anyhow::Ok(name)
    };
    let css = parts.css.as_bytes();
    let css = file(hash::name("dateline", css, "css"), css)?;
    let glue = parts.glue.as_bytes();
    let glue = file(hash::name("dateline", glue, "js"), glue)?;
    let wasm = file(hash::name("dateline", &parts.wasm, "wasm"), &parts.wasm)?;
    let pack = file(hash::name("corpus", &parts.pack, "pack"), &parts.pack)?;
    let mut later = BTreeMap::new();
    for (name, wasm) in &parts.later {
        later.insert(name.as_str(), file(hash::name(name, wasm, "wasm"), wasm)?);
    }
    let boot = boot::hosted(&boot::Files { glue: &glue, wasm: &wasm, pack: &pack, later: &later })?;
    let boot = file(hash::name("boot", boot.as_bytes(), "js"), boot.as_bytes())?;
    let head = format!(
        "{}\n<link rel=\"stylesheet\" href=\"./{css}\">\n\
         <link rel=\"modulepreload\" href=\"./{glue}\">\n\
         <link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <link rel=\"preload\" href=\"./{pack}\" as=\"fetch\" crossorigin>\n\
         <script defer src=\"./{boot}\"></script>",
        policy::meta(&policy::hosted())
    );
    let html = html::into_head(&parts.html, &head)?;
    write(&folder.join("index.html"), html.as_bytes())?;
    for (inside, bytes) in &parts.others {
        write(&folder.join(inside), bytes)?;
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
