//! `cargo xtask test`: every test there is.
//!
//! The order saves compiling: clippy and the documentation share their checked dependencies, the
//! unit tests of all packages are one build, and the end-to-end tests use the page of `dist`.

mod published;

use anyhow::{Result, bail};

use crate::steps::Steps;
use crate::tools::{self, TestTools};
use crate::{page, process};

/// What can be named after `--only`.
pub const STEP_NAMES: [&str; 8] =
    ["fmt", "clippy", "docs", "native", "wasm", "dist", "e2e", "published"];

const WASM: &str = "wasm32-unknown-unknown";

/// Runs the steps named in `only`, or all of them.
///
/// # Errors
/// When a step failed; the others were run all the same.
pub fn test(only: &[String]) -> Result<()> {
    let wanted = |name: &str| only.is_empty() || only.iter().any(|chosen| chosen == name);
    let mut steps = Steps::default();
    let mut tools = None;
    if ["clippy", "wasm", "e2e", "published"].iter().any(|name| wanted(name)) {
        tools = steps.run("tools", tools::for_tests);
    }
    if wanted("fmt") {
        steps.run("fmt", || cargo(&["fmt", "--all", "--check"]));
    }
    if wanted("clippy") {
        steps.run("clippy", clippy);
        steps.run("clippy for wasm", clippy_wasm);
    }
    if wanted("docs") {
        steps.run("docs", docs);
    }
    if wanted("native") {
        steps.run("native tests", native);
    }
    if wanted("wasm") {
        with(&mut steps, "wasm-pack", tools.as_ref(), wasm_pack);
    }
    let mut built = true;
    if wanted("dist") || (wanted("e2e") && only.is_empty()) {
        built = steps.run("dist", page::dist).is_some();
    }
    if wanted("e2e") {
        match built {
            true => with(&mut steps, "end to end", tools.as_ref(), end_to_end),
            false => steps.skip("end to end", "dist failed"),
        }
    }
    if wanted("published") {
        with(&mut steps, "sites of the command", tools.as_ref(), published::published);
    }
    steps.finish("cargo xtask test")
}

fn with(
    steps: &mut Steps,
    name: &str,
    tools: Option<&TestTools>,
    work: fn(&TestTools) -> Result<()>,
) {
    match tools {
        Some(tools) => {
            steps.run(name, || work(tools));
        }
        None => steps.skip(name, "tools are missing"),
    }
}

fn cargo(arguments: &[&str]) -> Result<()> {
    process::run(process::cargo().args(arguments))
}

fn clippy() -> Result<()> {
    cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

/// The app as the browser gets it: what is behind `cfg(target_arch = "wasm32")` is seen only here.
fn clippy_wasm() -> Result<()> {
    cargo(&[
        "clippy",
        "--quiet",
        "--package",
        "dateline",
        "--all-targets",
        "--target",
        WASM,
        "--",
        "-D",
        "warnings",
    ])
}

fn docs() -> Result<()> {
    let mut doc = process::cargo();
    doc.args(["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]);
    process::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// One failing test program must not hide what the others would say.
fn native() -> Result<()> {
    cargo(&["test", "--workspace", "--exclude", "dateline-e2e", "--no-fail-fast"])
}

fn wasm_pack(tools: &TestTools) -> Result<()> {
    let browsers = &tools.browsers;
    let mut test = process::command("wasm-pack");
    test.args(["test", "--headless", "--mode", "no-install", "--chrome", "--chromedriver"]);
    test.arg(&browsers.chromedriver)
        .args(["--firefox", "--geckodriver"])
        .arg(&browsers.geckodriver);
    // The runner gives up on all tests after this many seconds; a slow machine is no bug.
    test.env("PATH", tools.path()).env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    // No browser reads the debugging information; compiling and binding it takes longer than the
    // tests. Panics still say where they happened.
    process::run(test.env("CARGO_PROFILE_DEV_DEBUG", "0"))
}

fn end_to_end(found: &TestTools) -> Result<()> {
    if !crate::paths::dist().join(page::ONE_FILE).is_file() {
        bail!("there is no dist/ to test; run `cargo xtask dist` first");
    }
    // Before the tests, which run side by side: two of them would install it at once.
    tools::node::axe()?;
    let mut test = process::cargo();
    test.args(["test", "--package", "dateline-e2e"]);
    process::run(test.env("PATH", found.path()).env("DATELINE_E2E", "1"))
}
