//! Binds the first part of the program to JavaScript: wasm-bindgen's module, with the loaders of
//! the later parts written into it, so that it needs no other file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::cut::{Cut, LOADERS};
use crate::{paths, process};

/// The first part and the script that starts it.
#[derive(Debug, Clone)]
pub struct Bound {
    /// The JavaScript module.
    pub glue: String,
    /// The first part of the program.
    pub wasm: Vec<u8>,
}

const NAME: &str = "dateline";

/// Fetches later parts; stands before wasm-bindgen's own lines, whose `wasm` it uses.
const PARTS: &str = include_str!("../../assets/parts.js");

/// Runs wasm-bindgen, found in `tool`.
///
/// # Errors
/// When it fails, or wrote a module that cannot stand alone.
pub fn bind(cut: &Cut, tool: &Path) -> Result<Bound> {
    let folder = paths::scratch("bind");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let input = folder.join("first.wasm");
    super::write(&input, &cut.first)?;
    let mut bind = process::command(tool);
    bind.args(["--target", "web", "--no-typescript", "--remove-producers-section"]);
    // The later parts share memory, stack and table with the first.
    bind.args(["--keep-lld-exports", "--out-name", NAME, "--out-dir"]).arg(&folder).arg(&input);
    process::run(&mut bind)?;
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let glue = String::from_utf8(read(&format!("{NAME}.js"))?).context("a module in UTF-8")?;
    Ok(Bound { glue: alone(&glue, cut)?, wasm: read(&format!("{NAME}_bg.wasm"))? })
}

/// The module with our loaders where it would import them.
fn alone(glue: &str, cut: &Cut) -> Result<String> {
    let marks = serde_json::to_string(&cut.marks)?;
    let mut whole = PARTS.replace("\"MARKS\"", &marks);
    for line in glue.lines() {
        match imported(line) {
            Some((name, LOADERS)) => whole.push_str(&format!("const {name} = laterParts;\n")),
            Some((_, other)) => bail!("wasm-bindgen's module imports {other}, another file"),
            None => {
                whole.push_str(line);
                whole.push('\n');
            }
        }
    }
    Ok(small(&whole))
}

/// The module without indentation and without lines that are comments. Lines inside a template
/// literal stay as they are.
pub(super) fn small(script: &str) -> String {
    let (mut kept, mut literal, mut comment) = (String::with_capacity(script.len()), false, false);
    for line in script.lines() {
        let text = line.trim();
        if !literal {
            let ends = text.ends_with("*/");
            if comment || text.starts_with("/*") && (ends || !text.contains("*/")) {
                comment = !ends;
                continue;
            }
            if text.is_empty() || text.starts_with("//") {
                continue;
            }
        }
        kept.push_str(if literal { line } else { text });
        kept.push('\n');
        literal ^= text.matches('`').count() % 2 == 1;
    }
    kept
}

/// Name and file of `import * as name from "file"`.
fn imported(line: &str) -> Option<(&str, &str)> {
    let line = line.strip_prefix("import ")?;
    let (what, file) = line.rsplit_once(" from ").unwrap_or(("", line));
    let name = what.strip_prefix("* as ").unwrap_or(what);
    Some((name, file.trim_end_matches(';').trim_matches(['"', '\''])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_what_only_people_read() {
        let script =
            "/**\n * What.\n */\nlet a = `x\n  // y\n`;\n\n  // no\n  /* one */\n  b(); // end\n";
        assert_eq!(small(script), "let a = `x\n  // y\n`;\nb(); // end\n");
    }

    #[test]
    fn puts_the_loaders_where_they_would_be_imported() {
        let marks = [("rest".to_owned(), vec!["a".to_owned(), "b".to_owned()])].into();
        let cut = Cut { first: Vec::new(), later: Vec::new(), marks };
        let whole = alone("import * as import1 from \"./parts.js\"\nlet wasm;\n", &cut);
        let whole = whole.expect("a module");
        assert!(whole.contains("const import1 = laterParts;\nlet wasm;\n"), "{whole}");
        assert!(whole.contains(r#"{"rest":["a","b"]}"#), "{whole}");
        for other in ["import * as x from './snippets/a.js';", "import './b.js'"] {
            assert!(alone(other, &cut).is_err(), "{other}");
        }
    }
}
