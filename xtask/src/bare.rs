//! `cargo xtask bare COMMAND`: what a machine that has only Rust would do, and how long it takes.
//!
//! A fresh clone of the last commit, an empty cargo cache (the user's registry settings are kept),
//! an empty tool cache, and no tool taken from `PATH`. Browsers that apt installed stay.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::{paths, process, steps};

/// Runs `cargo xtask COMMAND` in such surroundings.
///
/// # Errors
/// When the clone or the command fails.
pub fn bare(arguments: &[String]) -> Result<()> {
    let folder = paths::scratch("bare");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let cargo_home = folder.join("cargo");
    fs::create_dir_all(&cargo_home)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    keep_settings(&cargo_home)?;
    let clone = folder.join("dateline");
    process::run_aloud(process::command("git").args(["clone", "--quiet", "."]).arg(&clone))?;
    let start = Instant::now();
    let mut command = process::cargo();
    command.arg("xtask").args(arguments).current_dir(&clone);
    command.env("CARGO_HOME", &cargo_home).env("DATELINE_TOOLS", folder.join("tools"));
    command.env("DATELINE_IGNORE_PATH_TOOLS", "1").env_remove("CARGO_TARGET_DIR");
    process::run_aloud(&mut command)?;
    println!(
        "\n`cargo xtask {}` from nothing: {}",
        arguments.join(" "),
        steps::seconds(start.elapsed())
    );
    Ok(())
}

/// Copies the user's cargo settings: without them a machine behind a mirror reaches no registry.
fn keep_settings(cargo_home: &Path) -> Result<()> {
    let Some(home) = paths::cargo_home() else { return Ok(()) };
    for name in ["config.toml", "config"] {
        let file = home.join(name);
        if file.is_file() {
            fs::copy(&file, cargo_home.join(name))
                .with_context(|| format!("cannot copy {}", file.display()))?;
        }
    }
    Ok(())
}
