//! `cargo xtask screenshots`: the README's pictures, taken from the built page.

use anyhow::Result;

use crate::{page, process, tools};

/// Builds the page and takes the README's pictures; with `all` also one of each view, width and
/// colour scheme in each engine, into `target/xtask/screenshots/`.
///
/// # Errors
/// When the page does not build or the browser fails.
pub fn screenshots(all: bool) -> Result<()> {
    page::dist()?;
    let tools = tools::for_tests()?;
    let mut run = process::cargo();
    run.args(["run", "--quiet", "--package", "dateline-e2e", "--bin", "screenshots"]);
    if all {
        run.args(["--", "--all"]);
    }
    process::run_aloud(run.env("PATH", tools.path()))
}
