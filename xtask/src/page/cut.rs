//! Cuts the program into the part that starts and those that are fetched later.
//!
//! `src/shell/parts.rs` marks where; what is reachable through a mark only goes to the later file, with
//! its constants. Parts that two marks need are files of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use crate::paths;

/// The program in parts.
#[derive(Debug, Clone)]
pub struct Cut {
    /// The part that starts; still to be bound to JavaScript.
    pub first: Vec<u8>,
    /// Files that are fetched later: name and module.
    pub later: Vec<(String, Vec<u8>)>,
    /// Which files a mark needs, in the order in which they are started.
    pub marks: BTreeMap<String, Vec<String>>,
}

/// The module that the first part imports its loaders from. No such file is written: see
/// [`super::bind`].
pub const LOADERS: &str = "./parts.js";

/// Cuts a program that was linked with relocations.
///
/// # Errors
/// When the program has no relocations, or the scratch folder cannot be written.
pub fn cut(wasm: &[u8]) -> Result<Cut> {
    let folder = paths::scratch("cut");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(wasm);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = LOADERS;
    // Its reports carry more than one cause; all of them say what is wrong with the program.
    let done = transform(options).map_err(|e| anyhow!("the program cannot be cut: {e:#}"))?;
    let mut later = Vec::new();
    for file in &done.split_modules {
        let stem = file.file_stem().context("a part without a name")?.to_string_lossy();
        later.push((stem.into_owned(), read(file)?));
    }
    later.sort();
    Ok(Cut { first: read(&first)?, later, marks: done.prefetch_map.into_iter().collect() })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
