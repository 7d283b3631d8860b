//! The sizes of the files that a reader downloads.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::page::{ONE_FILE, Parts, compress};
use crate::paths;

/// The most that may be sent before the page gives its first answer, in bytes after brotli.
pub const LIMIT: u64 = 300_000;

/// Prints every file of `dist/` raw and compressed, and what is needed to the first answer: in the
/// list of articles, and when the page is opened on the overview.
///
/// # Errors
/// When `dist/` cannot be read.
pub fn print(parts: &Parts) -> Result<()> {
    let dist = paths::dist();
    println!("\n{:<34} {:>10} {:>10} {:>10}", "file", "raw", "gzip", "brotli");
    let (mut articles, mut overview) = (0, 0);
    for file in compress::files_below(&dist)? {
        let name = file.strip_prefix(&dist).unwrap_or(&file).display().to_string();
        if is_copy(&file) || name == ONE_FILE {
            continue;
        }
        let [raw, gzip, brotli] = sizes(&file)?;
        println!("{name:<34} {raw:>10} {gzip:>10} {brotli:>10}");
        match needed(&name, parts) {
            Needed::First => articles += brotli,
            Needed::Overview => overview += brotli,
            Needed::Later => {}
        }
    }
    for (answer, sum) in [("", articles), (" on the overview", articles + overview)] {
        let verdict = if sum <= LIMIT { "within" } else { "OVER" };
        println!(
            "to the first answer{answer}: {sum} bytes after brotli, {verdict} the limit of {LIMIT}"
        );
    }
    let one_file = fs::metadata(dist.join(ONE_FILE)).context("dist/ has no one-file page")?.len();
    println!("{ONE_FILE}: {one_file} bytes");
    Ok(())
}

fn is_copy(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

/// When a file is needed.
enum Needed {
    First,
    Overview,
    Later,
}

/// Files of which no answer waits: the reader of a reader's files, and what keeps a page.
const LATER: [&str; 4] = ["worker-", "offline-", "sw.js", "dateline.js"];

/// Typings are not what a reader waits for, nor is a part of the program that nobody came to.
fn needed(name: &str, parts: &Parts) -> Needed {
    let is_of = |mark: &str| {
        let files = parts.marks.get(mark);
        files.is_some_and(|files| files.iter().any(|file| name.starts_with(&format!("{file}-"))))
    };
    if is_of("overview") {
        return Needed::Overview;
    }
    let first = [".html", ".css", ".js", ".wasm", ".pack"].iter().any(|end| name.ends_with(end));
    let is_later = ["filtering", "rest", "scripting"].into_iter().any(is_of)
        || LATER.iter().any(|start| name.starts_with(start));
    if first && !is_later { Needed::First } else { Needed::Later }
}

fn sizes(file: &Path) -> Result<[u64; 3]> {
    let raw = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len();
    let copy = |ending: &str| {
        let copy = format!("{}.{ending}", file.display());
        fs::metadata(copy).map_or(raw, |file| file.len())
    };
    Ok([raw, copy("gz"), copy("br")])
}
