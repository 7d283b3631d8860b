//! Tools from npm: `wasm-opt` (in the package `binaryen`), axe-core and Lighthouse.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{paths, process, steps};

const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";
/// The last one that runs on Node 18 and 20.
const LIGHTHOUSE: &str = "12.8.2";

/// `wasm-opt`, which makes the page's wasm about a sixth smaller. Without Node there is none:
/// the page works, and we say what it costs.
#[must_use]
pub fn wasm_opt() -> Option<PathBuf> {
    if let Some(path) = recent_wasm_opt_on_path() {
        return Some(path);
    }
    if process::which("npm").is_none() {
        steps::note("Node is not installed, so there is no wasm-opt: the page will be larger.");
        return None;
    }
    let installed = package("binaryen", BINARYEN).map(|folder| folder.join("bin/wasm-opt"));
    match installed {
        Ok(path) if process::version_of(&path).is_some() => Some(path),
        Ok(path) => {
            steps::note(&format!("{} does not run, so the page will be larger.", path.display()));
            None
        }
        Err(error) => {
            steps::note(&format!(
                "wasm-opt cannot be installed ({error:#}), so the page will be larger."
            ));
            None
        }
    }
}

/// The source text of axe-core, the accessibility checker.
///
/// # Errors
/// When npm is missing or cannot install it.
pub fn axe() -> Result<PathBuf> {
    Ok(package("axe-core", AXE)?.join("axe.min.js"))
}

/// Lighthouse's program, for `node`.
///
/// # Errors
/// When npm is missing or cannot install it.
pub fn lighthouse() -> Result<PathBuf> {
    Ok(package("lighthouse", LIGHTHOUSE)?.join("cli/index.js"))
}

/// A package from npm in its own folder of the tool cache.
///
/// # Errors
/// When npm is missing or fails.
pub fn package(name: &str, version: &str) -> Result<PathBuf> {
    let root = paths::tools().join(format!("{name}-{version}"));
    let folder = root.join("node_modules").join(name);
    if folder.join("package.json").is_file() {
        return Ok(folder);
    }
    if process::which("npm").is_none() {
        bail!("{name} comes from npm; install Node (https://nodejs.org) and run this again");
    }
    steps::note(&format!("Installing {name} {version} from npm."));
    fs::create_dir_all(&root).with_context(|| format!("cannot create {}", root.display()))?;
    let mut install = process::command("npm");
    install.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    install.arg(&root).arg(format!("{name}@{version}"));
    process::run(&mut install)?;
    Ok(folder)
}

/// Debian's package (108) cannot read what the compiler writes today.
fn recent_wasm_opt_on_path() -> Option<PathBuf> {
    if super::only_our_own() {
        return None;
    }
    let program = process::which("wasm-opt")?;
    let says = process::version_of(&program)?;
    let number: u32 = says.split_whitespace().find_map(|word| word.parse().ok())?;
    let wanted: u32 = BINARYEN.split('.').next()?.parse().ok()?;
    (number >= wanted).then_some(program)
}
