//! The readable frame: what the page shows before, and without, its wasm.
//!
//! The app's build script writes the list of articles as HTML beside the corpus it embeds. Here it
//! goes into the page, with the lines that say what is still to come.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::trunk::{BINARY, PROFILE, rust_flags};
use crate::process;
use crate::tools::PageTools;

/// Stands in `index.html` inside the element that the app mounts into.
const MARK: &str = "<!-- frame -->";

/// The file in the build script's output folder.
const FILE: &str = "frame.html";

const NOTES: &str = "\
<p id=\"boot-note\" role=\"status\">Search and charts are starting.</p>\n\
<noscript><p>Search, highlights and charts need JavaScript and WebAssembly, which are off here. \
The articles are listed below.</p></noscript>\n";

/// The list of articles that the app's build script wrote.
///
/// # Errors
/// When the app does not build, or its build script wrote no frame.
pub fn read(tools: &PageTools) -> Result<String> {
    let mut build = process::cargo();
    build.args(["build", "--package", "dateline", "--bin", BINARY, "--profile", PROFILE]);
    build.args(["--target", "wasm32-unknown-unknown", "--message-format=json", "--quiet"]);
    let messages = process::output(build.env("PATH", tools.path()).env("RUSTFLAGS", rust_flags()))?;
    let folder = out_dir(&messages).context("the app has no build script")?;
    let file = folder.join(FILE);
    std::fs::read_to_string(&file)
        .with_context(|| format!("the app's build script wrote no {}", file.display()))
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

/// Puts the frame into the page.
///
/// # Errors
/// When the page has no place for it.
pub fn insert(html: &str, frame: &str) -> Result<String> {
    let at = html
        .find(MARK)
        .with_context(|| format!("index.html has no `{MARK}` where the app mounts"))?;
    Ok(format!("{}{NOTES}{frame}{}", &html[..at], &html[at + MARK.len()..]))
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

    #[test]
    fn goes_where_the_mark_is() {
        let page = insert("<main><!-- frame --></main>", "<ol></ol>").expect("a page");
        assert!(
            page.starts_with("<main><p id=\"boot-note\"") && page.ends_with("<ol></ol></main>")
        );
        assert!(insert("<main></main>", "").is_err());
    }
}
