//! `cargo xtask bench`: sizes, speeds and timings of the page.

pub mod contributors;
pub mod sizes;

use anyhow::Result;

use crate::page;

/// Builds the page and prints its figures.
///
/// # Errors
/// When the page does not build.
pub fn bench() -> Result<()> {
    let parts = page::dist()?;
    sizes::print()?;
    contributors::print(&parts)
}
