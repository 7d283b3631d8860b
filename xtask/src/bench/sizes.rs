//! What a reader has to download.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::page::{ONE_FILE, compress};
use crate::paths;

/// The most that may be sent before the page gives its first answer, in bytes after brotli.
pub const LIMIT: u64 = 300_000;

/// Prints every file of `dist/` raw and compressed, and the sum against the limit.
///
/// # Errors
/// When `dist/` cannot be read.
pub fn print() -> Result<()> {
    let dist = paths::dist();
    println!("\n{:<34} {:>10} {:>10} {:>10}", "file", "raw", "gzip", "brotli");
    let mut sum = 0;
    for file in compress::files_below(&dist)? {
        let name = file.strip_prefix(&dist).unwrap_or(&file).display().to_string();
        if is_copy(&file) || name == ONE_FILE {
            continue;
        }
        let [raw, gzip, brotli] = sizes(&file)?;
        println!("{name:<34} {raw:>10} {gzip:>10} {brotli:>10}");
        if needed_first(&name) {
            sum += brotli;
        }
    }
    let verdict = if sum <= LIMIT { "within" } else { "OVER" };
    println!("to the first answer: {sum} bytes after brotli, {verdict} the limit of {LIMIT}");
    let one_file = fs::metadata(dist.join(ONE_FILE)).context("dist/ has no one-file page")?.len();
    println!("{ONE_FILE}: {one_file} bytes");
    Ok(())
}

fn is_copy(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

/// Pictures and typings are not what a reader waits for.
fn needed_first(name: &str) -> bool {
    [".html", ".css", ".js", ".wasm"].iter().any(|ending| name.ends_with(ending))
}

fn sizes(file: &Path) -> Result<[u64; 3]> {
    let raw = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len();
    let copy = |ending: &str| {
        let copy = format!("{}.{ending}", file.display());
        fs::metadata(copy).map_or(raw, |file| file.len())
    };
    Ok([raw, copy("gz"), copy("br")])
}
