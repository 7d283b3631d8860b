//! Making the wasm file small, and reading its sections.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

use super::memo;
use crate::{paths, process};

/// Smallest size; keep names for `bench`. The features are those that the compiler turns on by
/// itself and that every browser since 2022 has; wasm-opt must be told to accept them.
const OPTIONS: [&str; 9] = [
    "-Oz",
    "-g",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-producers",
];

/// Runs `wasm-opt`, or hands back the input when there is none.
///
/// # Errors
/// When `wasm-opt` fails.
pub fn optimise(wasm: &[u8], wasm_opt: Option<&Path>) -> Result<Vec<u8>> {
    let Some(program) = wasm_opt else { return Ok(wasm.to_vec()) };
    memo::remember(&OPTIONS.join(" "), wasm, || {
        let folder = paths::scratch("wasm-opt");
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        let (input, output) = (folder.join("in.wasm"), folder.join("out.wasm"));
        super::write(&input, wasm)?;
        let mut run = process::command(program);
        process::run(run.arg(&input).args(OPTIONS).arg("-o").arg(&output))?;
        fs::read(&output).with_context(|| format!("cannot read {}", output.display()))
    })
}

/// One section of a wasm module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Number of its kind; 0 is a custom section.
    pub id: u8,
    /// The name of a custom section.
    pub name: Option<String>,
    /// The bytes of the whole section, with its header.
    pub whole: Range<usize>,
}

const CUSTOM: u8 = 0;

/// Bytes of a module before its sections: the magic number and the version.
const HEAD: usize = 8;

/// All sections in order.
///
/// # Errors
/// When this is not a wasm module or it is cut off.
pub fn sections(wasm: &[u8]) -> Result<Vec<Section>> {
    let (mut found, mut start) = (Vec::new(), HEAD);
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("this is no whole WebAssembly module")?;
        let Some((id, content)) = payload.as_section() else { continue };
        let name = match &payload {
            Payload::CustomSection(custom) => Some(custom.name().to_owned()),
            _ => None,
        };
        let end = usize::try_from(content.end)?;
        found.push(Section { id, name, whole: start..end });
        start = end;
    }
    Ok(found)
}

/// The module without names and notes that only tools read.
///
/// # Errors
/// When this is not a wasm module or it is cut off.
pub fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut small = wasm.get(..HEAD).unwrap_or_default().to_vec();
    for section in sections(wasm)?.into_iter().filter(|section| section.id != CUSTOM) {
        small.extend_from_slice(&wasm[section.whole]);
    }
    Ok(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\0\x07\x04name\x01\x02";

    #[test]
    fn reads_sections_and_drops_the_custom_ones() {
        let found = sections(MODULE).expect("a module");
        let seen: Vec<_> =
            found.iter().map(|s| (s.id, s.name.as_deref(), s.whole.clone())).collect();
        assert_eq!(seen, [(1, None, 8..14), (0, Some("name"), 14..23)]);
        let small = without_custom_sections(MODULE).expect("a module");
        assert_eq!(small, b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0");
    }

    #[test]
    fn damaged_modules_are_errors() {
        for bytes in [
            &b"PK\x03\x04"[..],
            &MODULE[..12],
            b"\0asm\x01\0\0\0\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        ] {
            let problem = format!("{:#}", sections(bytes).expect_err("damaged"));
            assert!(problem.contains("no whole WebAssembly module"), "{problem}");
        }
    }
}
