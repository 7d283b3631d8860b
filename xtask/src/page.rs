//! From the sources to `dist/`.
//!
//! No bundler: the program is cut into parts before it is bound to JavaScript, which none does,
//! and the page has no inline script, which they write. What a reader gets: a strict
//! Content-Security-Policy, one stylesheet, a readable frame before the wasm runs, a message when
//! it cannot run, names that carry a hash of what is in them, and copies that are compressed
//! already. `dateline.html` is the same page as one file.

pub mod bind;
pub mod compile;
pub mod cut;
pub mod memo;
pub mod source;
pub mod wasm;
pub mod worker;

pub use dateline_site::{compress, hash, html, offline};

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use dateline_site::hosted::{replace, write_into};
use dateline_site::{Articles, Program, one_file};

use crate::{paths, tools};

/// The page and the articles of the project, ready to be put together as many files or as one.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The page without articles.
    pub program: Program,
    /// The module that starts with the names of its functions, for `bench`.
    pub named_wasm: Vec<u8>,
    /// Which later modules a mark in the program needs.
    pub marks: BTreeMap<String, Vec<String>>,
    /// The articles, packed.
    pub pack: Vec<u8>,
    /// Their list, as HTML.
    pub frame: String,
}

impl Parts {
    fn articles(&self) -> Articles<'_> {
        Articles { pack: self.pack[..].into(), frame: &self.frame, title: "", language: "" }
    }
}

/// Builds the hosted page into `dist/` without compressed copies; enough to serve it here.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn hosted() -> Result<Parts> {
    let parts = build()?;
    let dist = paths::dist();
    replace(&dist, |folder| write_into(&parts.program, &parts.articles(), folder))?;
    Ok(parts)
}

/// Builds all of `dist/`: the hosted page, its compressed copies, and `dateline.html`.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn dist() -> Result<Parts> {
    let parts = build()?;
    let one_file = one_file::page(&parts.program, &parts.articles())?;
    let dist = paths::dist();
    replace(&dist, |folder| {
        write_into(&parts.program, &parts.articles(), folder)?;
        compress::folder(folder, &[("br", &brotli), ("gz", &gzip)])?;
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
        program: Program {
            html: source.html,
            css: source.css,
            glue: bound.glue,
            wasm: stripped(&named_wasm)?,
            later,
            worker: worker::files(&tools)?,
            others: source.others,
        },
        named_wasm,
        marks: cut.marks,
        pack: compiled.pack,
        frame: compiled.frame,
    })
}

/// Brotli, remembered: it takes seconds over the wasm.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    memo::remember("brotli 11 9 24 17", bytes, || compress::brotli(bytes))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    memo::remember("gzip 9", bytes, || compress::gzip(bytes))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
