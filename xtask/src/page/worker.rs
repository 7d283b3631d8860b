//! The program in the worker of the page: compiled, bound and put into one script beside its wasm.

use std::fs;

use anyhow::{Context, Result};

use super::{bind, compile, wasm};
use crate::{paths, process, tools};

/// Its cargo profile.
const PROFILE: &str = "worker";

const LIBRARY: &str = "dateline_worker";

/// What runs it.
const SCRIPT: &str = include_str!("../../../worker/worker.js");

/// The files of the worker, `worker.js` and `worker.wasm`.
///
/// # Errors
/// When a tool is missing or the program does not build.
pub fn files(tools: &tools::PageTools) -> Result<Vec<(String, Vec<u8>)>> {
    let wasm = compile::library("dateline-worker", LIBRARY, PROFILE)?;
    let folder = paths::scratch("worker");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let input = folder.join("input.wasm");
    super::write(&input, &wasm)?;
    let mut bind = process::command(&tools.wasm_bindgen);
    bind.args(["--target", "no-modules", "--no-typescript", "--remove-producers-section"]);
    bind.args(["--out-name", LIBRARY, "--out-dir"]).arg(&folder).arg(&input);
    process::run(&mut bind)?;
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let glue = String::from_utf8(read(&format!("{LIBRARY}.js"))?).context("a script in UTF-8")?;
    let program = read(&format!("{LIBRARY}_bg.wasm"))?;
    let program = wasm::without_custom_sections(&program).context("the wasm file is damaged")?;
    Ok(vec![
        ("worker.js".to_owned(), script(&glue).into_bytes()),
        ("worker.wasm".to_owned(), program),
    ])
}

/// wasm-bindgen's script inside a function, so that it can run twice, and ours.
fn script(glue: &str) -> String {
    let whole = format!("const instance = () => {{\n{glue}\nreturn wasm_bindgen;\n}};\n{SCRIPT}");
    bind::small(&whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_call_makes_a_program_of_its_own() {
        let script = script("let wasm_bindgen = (function() {\n  return {};\n})();");
        assert!(script.starts_with("const instance = () => {\nlet wasm_bindgen = "), "{script}");
        assert!(script.contains("\nreturn wasm_bindgen;\n};\n(() => {"), "{script}");
    }
}
