//! `cargo xtask screenshots`: the README's pictures, taken from the built page.

use anyhow::Result;

use crate::{page, process, tools};

/// Builds the page and takes a picture of each view, width and colour scheme.
///
/// # Errors
/// When the page does not build or the browser fails.
pub fn screenshots() -> Result<()> {
    page::dist()?;
    let tools = tools::for_tests()?;
    let mut run = process::cargo();
    run.args(["run", "--quiet", "--package", "dateline-e2e", "--bin", "screenshots"]);
    process::run(run.env("PATH", tools.path()))
}
