//! `cargo xtask test`: every test there is.
//!
//! The order saves compiling: clippy and the documentation share their checked dependencies, and all
//! native tests are one build. The end-to-end tests are part of that build, since another selection
//! of packages would give their dependencies other features and compile them again. The page, in
//! profiles of its own, is compiled beside all that: its last minutes keep one core busy, as many of
//! the native tests do.

mod published;

use anyhow::{Result, bail};

use crate::steps::Steps;
use crate::tools::{self, TestTools};
use crate::{page, process};

/// The names that may follow `--only`.
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
    let built = std::thread::scope(|scope| {
        let page = scope.spawn(|| {
            let mut steps = Steps::default();
            let mut built = true;
            if wanted("dist") || (wanted("e2e") && only.is_empty()) {
                built = steps.run("dist", page::dist).is_some();
            }
            (steps, built)
        });
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
            with(&mut steps, "tests in browsers", tools.as_ref(), in_browsers);
        }
        let (beside, built) = page.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        steps.extend(beside);
        built
    });
    let mut passed = false;
    if wanted("e2e") {
        passed = match built {
            true => with(&mut steps, "end to end", tools.as_ref(), end_to_end),
            false => {
                steps.skip("end to end", "dist failed");
                false
            }
        };
    }
    if wanted("published") {
        with(&mut steps, "sites of the command", tools.as_ref(), |tools| {
            published::published(tools, passed)
        });
    }
    steps.finish()
}

/// Runs a step that takes tools; whether it succeeded.
fn with(
    steps: &mut Steps,
    name: &str,
    tools: Option<&TestTools>,
    work: impl FnOnce(&TestTools) -> Result<()>,
) -> bool {
    match tools {
        Some(tools) => steps.run(name, || work(tools)).is_some(),
        None => {
            steps.skip(name, "tools are missing");
            false
        }
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

/// One failing test program must not hide what the others would say. The end-to-end tests are
/// compiled and skip themselves here.
fn native() -> Result<()> {
    let mut test = process::cargo();
    process::run(test.args(["test", "--workspace", "--no-fail-fast"]).env_remove(RUN_END_TO_END))
}

/// The tests that need a browser's interfaces, in the two engines whose drivers run by themselves.
fn in_browsers(tools: &TestTools) -> Result<()> {
    let browsers = &tools.browsers;
    let drivers =
        [("CHROMEDRIVER", &browsers.chromedriver), ("GECKODRIVER", &browsers.geckodriver)];
    for (name, driver) in drivers {
        let mut test = process::cargo();
        test.args(["test", "--package", "dateline", "--target", WASM]);
        test.args(["--test", "browser", "--test", "mentions"]);
        test.env("PATH", tools.path()).env(name, driver);
        test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        // The runner gives up on all tests after this many seconds; a slow machine is no bug.
        process::run(test.env("WASM_BINDGEN_TEST_TIMEOUT", "300"))?;
    }
    Ok(())
}

fn end_to_end(found: &TestTools) -> Result<()> {
    if !crate::paths::dist().join(page::ONE_FILE).is_file() {
        bail!("there is no dist/ to test; run `cargo xtask dist` first");
    }
    // Before the tests, which run side by side: two of them would install it at once.
    tools::node::axe()?;
    process::run(&mut end_to_end_tests(found))
}

/// Without it, the end-to-end tests skip themselves.
const RUN_END_TO_END: &str = "DATELINE_E2E";

/// The end-to-end tests, of the same selection of packages as the native tests.
fn end_to_end_tests(found: &TestTools) -> std::process::Command {
    let mut test = process::cargo();
    test.args(["test", "--workspace", "--test", "suite"]);
    test.env("PATH", found.path()).env(RUN_END_TO_END, "1");
    test
}
