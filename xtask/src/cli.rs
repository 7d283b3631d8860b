//! `cargo xtask cli`: the command with the page inside, which builds sites with no other
//! tool.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{page, paths, process};

/// What the build script of the command looks for.
const VARIABLE: &str = "DATELINE_PROGRAM";

/// Builds the page, and then the command with the page in it; hands back the command.
///
/// # Errors
/// When a tool is missing, or something does not build.
pub fn build() -> Result<PathBuf> {
    let parts = page::build()?;
    let file = paths::scratch("program");
    let bytes = parts.program.to_bytes()?;
    // Left alone when it is the same, so that cargo need not build again.
    if std::fs::read(&file).ok().as_deref() != Some(&bytes[..]) {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
        }
        std::fs::write(&file, &bytes)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--package", "dateline-cli"]);
    process::run(cargo.env(VARIABLE, &file))?;
    Ok(paths::target().join("release").join(format!("dateline{}", std::env::consts::EXE_SUFFIX)))
}

/// Builds it and says where it is.
///
/// # Errors
/// As [`build`].
pub fn cli() -> Result<()> {
    let command = build()?;
    println!("\n{}: copy it anywhere; it needs nothing else", command.display());
    Ok(())
}
