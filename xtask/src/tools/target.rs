//! The compiler's WebAssembly target.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, steps};

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target through rustup unless the compiler already has it.
///
/// # Errors
/// Without rustup, says what to install.
pub fn ensure() -> Result<()> {
    let sysroot = process::output(process::command("rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib");
    if library.is_dir() {
        return Ok(());
    }
    steps::note(&format!("Installing the {TARGET} target."));
    process::run(process::command("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!(
            "the compiler has no {TARGET} target; install it with `rustup target add {TARGET}`, \
             or with your system's packages when Rust came from there"
        )
    })
}
