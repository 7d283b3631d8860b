//! The small scripts that start the wasm.

const HOSTED: &str = include_str!("../../assets/boot.js");

/// The start of the one-file page; follows wasm-bindgen's module in the same script.
pub const ONE_FILE: &str = include_str!("../../assets/boot_one_file.js");

/// The script of the hosted page, with the names of the files it loads.
#[must_use]
pub fn hosted(glue: &str, wasm: &str) -> String {
    HOSTED.replace("GLUE", glue).replace("WASM", wasm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_both_files_once() {
        let script = hosted("page-1.js", "page-2.wasm");
        for name in ["\"./page-1.js\"", "\"./page-2.wasm\""] {
            assert_eq!(script.matches(name).count(), 1, "{name}");
        }
        assert!(!script.contains("GLUE") && !script.contains("\"./WASM\""));
    }
}
