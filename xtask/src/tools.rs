//! Every program the project needs, found or installed.
//!
//! A tool of the right version on `PATH` is used as it is. Otherwise it is installed into a
//! private folder keyed by version (see [`crate::paths::tools`]), so that nothing of the user's
//! is replaced and a second run finds it at once.

pub mod browsers;
pub mod cargo_tool;
pub mod node;
pub mod target;

use std::path::PathBuf;

use anyhow::Result;

use crate::process;

/// The tools that build the page.
#[derive(Debug, Clone)]
pub struct PageTools {
    /// wasm-bindgen.
    pub wasm_bindgen: PathBuf,
    /// `wasm-opt`, or nothing on a machine without Node.
    pub wasm_opt: Option<PathBuf>,
}

/// The tools that the tests need beyond the page.
#[derive(Debug, Clone)]
pub struct TestTools {
    /// The folder of wasm-bindgen, which brings the program that runs tests in a browser.
    wasm_bindgen: PathBuf,
    /// Browsers and their drivers.
    pub browsers: browsers::Browsers,
}

impl TestTools {
    /// `PATH` with the program that runs tests in a browser.
    #[must_use]
    pub fn path(&self) -> std::ffi::OsString {
        process::path_with(std::slice::from_ref(&self.wasm_bindgen))
    }
}

/// Finds or installs what building the page takes.
///
/// # Errors
/// When something needed cannot be installed, with the way to do it by hand.
pub fn for_page() -> Result<PageTools> {
    target::ensure()?;
    let wasm_bindgen = cargo_tool::wasm_bindgen()?.program()?;
    Ok(PageTools { wasm_bindgen, wasm_opt: node::wasm_opt() })
}

/// Finds or installs Trunk; `PATH` on which it and its helpers are.
///
/// # Errors
/// When something needed cannot be installed, with the way to do it by hand.
pub fn for_trunk() -> Result<std::ffi::OsString> {
    target::ensure()?;
    let folders = [cargo_tool::trunk().ensure()?, cargo_tool::wasm_bindgen()?.ensure()?];
    Ok(process::path_with(&folders))
}

/// Finds or installs what the tests in browsers and the end-to-end tests take.
///
/// # Errors
/// When something needed cannot be installed, with the way to do it by hand.
pub fn for_tests() -> Result<TestTools> {
    target::ensure()?;
    let browsers = browsers::ensure()?;
    Ok(TestTools { wasm_bindgen: cargo_tool::wasm_bindgen()?.ensure()?, browsers })
}

/// `cargo xtask tools`.
///
/// # Errors
/// When something needed cannot be installed.
pub fn install_everything() -> Result<()> {
    let page = for_page()?;
    let tests = for_tests()?;
    node::axe()?;
    println!(
        "wasm-opt: {}",
        page.wasm_opt.map_or("none".into(), |path| path.display().to_string())
    );
    println!("{}", tests.browsers);
    Ok(())
}

/// Whether tools on `PATH` are ignored (to measure what a bare machine does).
fn only_our_own() -> bool {
    std::env::var_os("DATELINE_IGNORE_PATH_TOOLS").is_some()
}
