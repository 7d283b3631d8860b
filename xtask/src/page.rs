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
pub mod names;
pub mod source;
pub mod wasm;
pub mod worker;

pub use dateline_site::{compress, hash, html, offline};

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use dateline_site::hosted::write_into;
use dateline_site::replace::replace;
use dateline_site::{Articles, Program, one_file};

use crate::steps::step;
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

/// Builds the page for a look at it on this machine: optimised enough to be quick, but larger than
/// the published one, and without compressed copies. Hands back nothing but the files in `dist/`.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn preview() -> Result<()> {
    let parts = build_as(compile::PREVIEW)?;
    step("write dist/", || {
        replace(&paths::dist(), |folder| write_into(&parts.program, &parts.articles(), folder))
    })
}

/// Builds all of `dist/`: the hosted page, its compressed copies, and `dateline.html`.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn dist() -> Result<Parts> {
    let parts = build()?;
    let one_file = one_file::page(&parts.program, &parts.articles())?;
    step("write and compress dist/", || {
        replace(&paths::dist(), |folder| {
            write_into(&parts.program, &parts.articles(), folder)?;
            compress::folder(folder, &[("br", &brotli), ("gz", &gzip)])?;
            write(&folder.join(ONE_FILE), one_file.as_bytes())
        })
    })?;
    Ok(parts)
}

/// The name of the page as one file.
pub const ONE_FILE: &str = "dateline.html";

/// Compiles the program, cuts it, binds it to JavaScript and makes it small.
///
/// # Errors
/// When a tool is missing or the page does not build.
pub fn build() -> Result<Parts> {
    build_as(compile::PUBLISHED)
}

fn build_as(profile: &str) -> Result<Parts> {
    let mut tools = tools::for_page()?;
    if profile != compile::PUBLISHED {
        tools.wasm_opt = None;
    }
    let source = source::read()?;
    let compiled = step("compile the page", || compile::program(profile))?;
    let cut = step("cut the page into parts", || cut::cut(&compiled.wasm))?;
    let bound = step("bind the page to JavaScript", || {
        names::shorten(&bind::bind(&cut, &tools.wasm_bindgen)?)
    })?;
    let small = |wasm: &[u8]| wasm::optimise(wasm, tools.wasm_opt.as_deref());
    let stripped =
        |wasm: &[u8]| wasm::without_custom_sections(wasm).context("the wasm file is damaged");
    let (named_wasm, later) = step("make the page small", || {
        let mut later = Vec::new();
        for (name, wasm) in &cut.later {
            later.push((name.clone(), stripped(&small(wasm)?)?));
        }
        Ok((small(&bound.wasm)?, later))
    })?;
    Ok(Parts {
        program: Program {
            html: source.html,
            css: source.css,
            glue: bound.glue,
            wasm: stripped(&named_wasm)?,
            later,
            worker: step("compile the page's worker", || worker::files(&tools))?,
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
    memo::remember("gzip 9 zlib-rs", bytes, || compress::gzip(bytes))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
