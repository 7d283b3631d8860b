//! Compiles the program of the page, and finds what its build script made of the articles.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{paths, process};

/// The cargo profile of the page that is published.
pub const PUBLISHED: &str = "page";

/// The cargo profile of the page that `cargo xtask serve` shows: quick to compile again.
pub const PREVIEW: &str = "preview";

/// The app's program.
pub const BINARY: &str = "dateline-page";

const TARGET: &str = "wasm32-unknown-unknown";

/// The output of the compiler and the build script.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The program as it was linked, with the relocations that cutting it takes.
    pub wasm: Vec<u8>,
    /// The list of articles as HTML, for the time before the program runs.
    pub frame: String,
    /// The articles, packed.
    pub pack: Vec<u8>,
}

/// Compiles the page with a cargo profile.
///
/// # Errors
/// When the compiler fails.
pub fn program(profile: &str) -> Result<Compiled> {
    let mut build = process::cargo();
    build.args(["build", "--package", "dateline", "--bin", BINARY, "--profile", profile]);
    build.args(["--features", "parts", "--target", TARGET]);
    build.arg("--message-format=json-render-diagnostics");
    let messages =
        process::output(build.env("RUSTFLAGS", rust_flags())).context("the page does not build")?;
    let made = out_dir(&messages).context("the app has no build script")?;
    let wasm = paths::target().join(TARGET).join(profile).join(format!("{BINARY}.wasm"));
    let frame = read(&made.join("frame.html"))?;
    Ok(Compiled {
        wasm: read(&wasm)?,
        frame: String::from_utf8(frame).context("the frame of the page is not UTF-8")?,
        pack: read(&made.join("corpus.pack"))?,
    })
}

/// Compiles a library of the page, in a profile of its own.
///
/// # Errors
/// When the compiler fails.
pub fn library(package: &str, library: &str, profile: &str) -> Result<Vec<u8>> {
    let mut build = process::cargo();
    build.args(["build", "--package", package, "--lib", "--profile", profile, "--target", TARGET]);
    process::run(build.env("RUSTFLAGS", paths_remapped()))
        .with_context(|| format!("{package} does not build"))?;
    read(&paths::target().join(TARGET).join(profile).join(format!("{library}.wasm")))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The relocations tell the cutter which function needs which.
#[must_use]
pub fn rust_flags() -> String {
    format!("{} -Clink-arg=--emit-relocs", paths_remapped())
}

/// Paths of this machine do not belong into a published page, where every place that can panic
/// would carry one; without them, equal sources also give equal pages on every machine.
fn paths_remapped() -> String {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let mut flags = vec![remap(&paths::project(), "dateline")];
    flags.extend(paths::cargo_home().map(|home| remap(&home, "cargo")));
    flags.join(" ")
}

/// The output folder of the root package's build script.
fn out_dir(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
    let mut finished = messages.filter(|message: &serde_json::Value| {
        let package = message["package_id"].as_str().unwrap_or_default();
        message["reason"] == "build-script-executed" && is_root_package(package)
    });
    finished.next().and_then(|message| Some(PathBuf::from(message["out_dir"].as_str()?)))
}

/// `path+file:///folder/name#dateline@0.1.0`, or `path+file:///folder/dateline#0.1.0` when the
/// folder has the package's name.
fn is_root_package(id: &str) -> bool {
    let Some((path, name)) = id.rsplit_once('#') else { return false };
    match name.split_once('@') {
        Some((name, _)) => name == "dateline",
        None => path.ends_with("/dateline"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_output_folder_of_the_app() {
        let message = |id: &str| {
            format!(
                "{{\"reason\":\"build-script-executed\",\"package_id\":\"{id}\",\"out_dir\":\"/o/{}\"}}\n",
                id.len()
            )
        };
        let cases = [
            ("path+file:///home/me/here#dateline@0.1.0", true),
            ("path+file:///home/me/dateline#0.1.0", true),
            ("path+file:///home/me/crates/pack#dateline-pack@0.1.0", false),
            ("registry+index#serde@1.0.0", false),
        ];
        for (id, ours) in cases {
            let expected = ours.then(|| PathBuf::from(format!("/o/{}", id.len())));
            assert_eq!(out_dir(&message(id)), expected, "{id}");
        }
    }
}
