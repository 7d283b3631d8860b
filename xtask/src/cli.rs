//! `cargo xtask cli`: the command with the page inside, which builds sites with no other
//! tool.

use std::path::PathBuf;

use anyhow::{Context, Result};

use dateline_site::sources::fingerprint;

use crate::{page, paths, process, steps};

/// Builds the page, and then the command with the page in it; hands back the command.
///
/// # Errors
/// When a tool is missing, or something does not build.
fn build() -> Result<PathBuf> {
    leave_page()?;
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--package", "dateline-cli"]);
    steps::step("compile the command", || process::run(&mut cargo))?;
    Ok(command("release"))
}

/// The same command, but not optimised, out of what the native tests have compiled: for what it
/// writes.
///
/// # Errors
/// When a tool is missing, or something does not build.
pub fn build_for_tests() -> Result<PathBuf> {
    leave_page()?;
    let mut cargo = process::cargo();
    // Another selection of packages would give the dependencies other features, and compile them
    // again.
    cargo.args(["test", "--workspace", "--test", "commands", "--no-run"]);
    cargo.env("DATELINE_PAGE_IN_DEBUG", "1");
    steps::step("compile the command", || process::run(&mut cargo))?;
    Ok(command("debug"))
}

fn command(profile: &str) -> PathBuf {
    paths::target().join(profile).join(format!("dateline{}", std::env::consts::EXE_SUFFIX))
}

/// Builds the page and leaves it for the command.
fn leave_page() -> Result<()> {
    // Read before the page is built: a source that changes meanwhile makes the page outdated.
    let sources = fingerprint(&paths::project()).context("cannot read the sources of the page")?;
    leave(&page::build()?.program.to_bytes()?, &sources)
}

/// Leaves the page where the build script of the command, `crates/cli/build.rs`, looks for it, with
/// the fingerprint of the sources that it was built from.
fn leave(page: &[u8], sources: &str) -> Result<()> {
    let folder = paths::scratch("built-page");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    for (name, bytes) in [("page", page), ("sources", sources.as_bytes())] {
        let file = folder.join(name);
        // Left alone when it is the same, so that cargo need not build again.
        if std::fs::read(&file).ok().as_deref() != Some(bytes) {
            std::fs::write(&file, bytes)
                .with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    Ok(())
}

/// Builds the command and says where it is.
///
/// # Errors
/// When a tool is missing, or something does not build.
pub fn cli() -> Result<()> {
    let command = build()?;
    println!("\n{}: copy it anywhere; it needs nothing else", command.display());
    Ok(())
}
