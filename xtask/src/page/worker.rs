//! The program in the worker of the page: compiled, bound and put into one script beside its wasm.

use std::fs;

use anyhow::{Context, Result};

use super::{compile, memo, wasm};
use crate::{paths, process, tools};

/// Its cargo profile.
const PROFILE: &str = "worker";

const LIBRARY: &str = "dateline_worker";

/// The script that runs it.
const SCRIPT: &str = include_str!("../../../worker/worker.js");

/// The files of the worker, `worker.js` and `worker.wasm`.
///
/// # Errors
/// When a tool is missing or the program does not build.
pub fn files(tools: &tools::PageTools) -> Result<Vec<(String, Vec<u8>)>> {
    let wasm = compile::library("dateline-worker", LIBRARY, PROFILE)?;
    let version = process::version_of(&tools.wasm_bindgen).unwrap_or_default();
    let bound = memo::remember(&format!("worker {version}"), &wasm, || bind(&wasm, tools))?;
    let (glue, program) = split(&bound).context("a bound worker")?;
    let program = wasm::without_custom_sections(&program).context("the wasm file is damaged")?;
    Ok(vec![
        ("worker.js".to_owned(), script(&glue).into_bytes()),
        ("worker.wasm".to_owned(), program),
    ])
}

/// The output of wasm-bindgen: the length of the script (8 bytes), the script, the wasm.
fn bind(wasm: &[u8], tools: &tools::PageTools) -> Result<Vec<u8>> {
    let folder = paths::scratch("worker");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let input = folder.join("input.wasm");
    super::write(&input, wasm)?;
    let mut bind = process::command(&tools.wasm_bindgen);
    bind.args(["--target", "no-modules", "--no-typescript", "--remove-producers-section"]);
    bind.args(["--out-name", LIBRARY, "--out-dir"]).arg(&folder).arg(&input);
    process::run(&mut bind)?;
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (glue, program) = (read(&format!("{LIBRARY}.js"))?, read(&format!("{LIBRARY}_bg.wasm"))?);
    Ok([&(glue.len() as u64).to_le_bytes(), &glue[..], &program].concat())
}

/// Script and wasm of [`bind()`].
fn split(bound: &[u8]) -> Option<(String, Vec<u8>)> {
    let (length, rest) = bound.split_first_chunk::<8>()?;
    let (glue, program) = rest.split_at_checked(u64::from_le_bytes(*length).try_into().ok()?)?;
    Some((String::from_utf8(glue.to_vec()).ok()?, program.to_vec()))
}

/// wasm-bindgen's script inside a function, so that it can run twice, and ours.
fn script(glue: &str) -> String {
    let whole = format!("const instance = () => {{\n{glue}\nreturn wasm_bindgen;\n}};\n{SCRIPT}");
    super::bind::small(&whole)
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
