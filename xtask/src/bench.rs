//! `cargo xtask bench`: sizes, speeds and timings of the page.

pub mod contributors;
pub mod countries;
pub mod lighthouse;
pub mod search;
pub mod search_table;
pub mod sizes;

use anyhow::Result;

use crate::{page, process};

/// Builds the page and prints its figures.
///
/// # Errors
/// When the page does not build.
pub fn bench() -> Result<()> {
    let parts = page::dist()?;
    sizes::print(&parts)?;
    contributors::print(&parts)?;
    in_a_browser()
}

/// Timings from a real browser; left out, with a word, where there is none.
fn in_a_browser() -> Result<()> {
    if let Err(error) = crate::tools::browsers::find() {
        println!("\nno timings: {error:#} (`cargo xtask tools` installs browsers)");
        return Ok(());
    }
    println!();
    let mut run = process::cargo();
    process::run_aloud(run.args([
        "run",
        "--quiet",
        "--package",
        "dateline-e2e",
        "--bin",
        "timings",
    ]))
}
