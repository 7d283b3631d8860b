//! The small scripts that start the wasm, in the page and in pages of others.

use std::collections::BTreeMap;

use anyhow::Result;

const HOSTED: &str = include_str!("../assets/boot.js");
const ENGINE: &str = include_str!("../assets/engine.js");

/// The file name of the engine beside the page: pages of others import it by name.
pub const ENGINE_NAME: &str = "dateline.js";

/// The module with which the hosted page has the browser keep it.
pub const OFFLINE: &str = include_str!("../assets/offline.js");

/// The start of the one-file page; follows wasm-bindgen's module in the same script.
pub const ONE_FILE: &str = include_str!("../assets/boot_one_file.js");

/// The files that the hosted page starts with.
#[derive(Debug, Clone, Copy)]
pub struct Files<'names> {
    /// The JavaScript module.
    pub glue: &'names str,
    /// The part of the program that starts.
    pub wasm: &'names str,
    /// The articles.
    pub pack: &'names str,
    /// The module that keeps the page for when there is no network.
    pub offline: &'names str,
    /// Files of later parts by the names of the parts.
    pub later: &'names BTreeMap<&'names str, String>,
}

/// The script of the hosted page, with the names of the files it loads.
///
/// # Errors
/// Never in practice: when the names cannot be written as JSON.
pub fn hosted(files: &Files<'_>) -> Result<String> {
    named(HOSTED, files)
}

/// The module that opens articles for scripts, without the page.
///
/// # Errors
/// As [`hosted`].
pub fn engine(files: &Files<'_>) -> Result<String> {
    named(ENGINE, files)
}

fn named(script: &str, files: &Files<'_>) -> Result<String> {
    let later = serde_json::to_string(files.later)?;
    let named = script.replace("GLUE", files.glue).replace("WASM", files.wasm);
    let named = named.replace("PACK", files.pack).replace("OFFLINE", files.offline);
    Ok(named.replace("\"LATER\"", &later))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_every_file_once() {
        let later = [("rest", "rest-3.wasm".to_owned())].into();
        let files = Files {
            glue: "page-1.js",
            wasm: "page-2.wasm",
            pack: "corpus-4.pack",
            offline: "keep-5.js",
            later: &later,
        };
        let names = ["./page-1.js", "./page-2.wasm", "./corpus-4.pack", "\"rest-3.wasm\""];
        for script in [hosted(&files), engine(&files)].map(|made| made.expect("a script")) {
            for name in names {
                assert_eq!(script.matches(name).count(), 1, "{name}");
            }
            for mark in ["GLUE", "./WASM", "PACK", "OFFLINE", "LATER"] {
                assert!(!script.contains(mark), "{mark}");
            }
        }
        assert!(hosted(&files).is_ok_and(|script| script.contains("./keep-5.js")));
    }
}
