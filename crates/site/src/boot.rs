//! The small scripts that start the wasm.

use std::collections::BTreeMap;

use anyhow::Result;

const HOSTED: &str = include_str!("../assets/boot.js");

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
    /// Files of later parts by the names of the parts.
    pub later: &'names BTreeMap<&'names str, String>,
}

/// The script of the hosted page, with the names of the files it loads.
///
/// # Errors
/// Never in practice: when the names cannot be written as JSON.
pub fn hosted(files: &Files<'_>) -> Result<String> {
    let later = serde_json::to_string(files.later)?;
    let named = HOSTED.replace("GLUE", files.glue).replace("WASM", files.wasm);
    Ok(named.replace("PACK", files.pack).replace("\"LATER\"", &later))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_every_file_once() {
        let later = [("rest", "rest-3.wasm".to_owned())].into();
        let files =
            Files { glue: "page-1.js", wasm: "page-2.wasm", pack: "corpus-4.pack", later: &later };
        let script = hosted(&files).expect("a script");
        for name in ["./page-1.js", "./page-2.wasm", "./corpus-4.pack", "\"rest-3.wasm\""] {
            assert_eq!(script.matches(name).count(), 1, "{name}");
        }
        for mark in ["GLUE", "./WASM", "PACK", "LATER"] {
            assert!(!script.contains(mark), "{mark}");
        }
    }
}
