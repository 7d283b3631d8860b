//! Puts the built page into the command, where `cargo xtask cli` says that there is one.

use std::error::Error;
use std::path::PathBuf;

/// Names the file that `cargo xtask cli` wrote.
const VARIABLE: &str = "DATELINE_PROGRAM";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let program = match std::env::var_os(VARIABLE).map(PathBuf::from) {
        None => Vec::new(),
        Some(file) => {
            println!("cargo::rerun-if-changed={}", file.display());
            std::fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?
        }
    };
    Ok(std::fs::write(out.join("program"), program)?)
}
