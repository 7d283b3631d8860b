//! `cargo xtask cli`: the command with the page inside, which builds sites with no other
//! tool.

use std::path::PathBuf;

use anyhow::{Context, Result};

use dateline_site::sources::fingerprint;

use crate::{page, paths, process, steps};

/// Builds the page, and then the command with the page in it, by a profile of `Cargo.toml` that
/// inherits `release`; hands back the command.
///
/// # Errors
/// When a tool is missing, or something does not build.
pub fn build(profile: &str) -> Result<PathBuf> {
    // Read before the page is built: a source that changes meanwhile makes the page outdated.
    let sources = fingerprint(&paths::project()).context("cannot read the sources of the page")?;
    let parts = page::build()?;
    leave(&parts.program.to_bytes()?, &sources)?;
    let mut cargo = process::cargo();
    cargo.args(["build", "--profile", profile, "--package", "dateline-cli"]);
    steps::step("compile the command", || process::run(&mut cargo))?;
    Ok(paths::target().join(profile).join(format!("dateline{}", std::env::consts::EXE_SUFFIX)))
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

/// Builds it and says where it is.
///
/// # Errors
/// As [`build`].
pub fn cli() -> Result<()> {
    let command = build("release")?;
    println!("\n{}: copy it anywhere; it needs nothing else", command.display());
    Ok(())
}
