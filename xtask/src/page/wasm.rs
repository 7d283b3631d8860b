//! Making the wasm file small, and reading its sections.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};

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
    /// The bytes of its content, after the name of a custom section.
    pub content: Range<usize>,
}

const CUSTOM: u8 = 0;

/// All sections in order.
///
/// # Errors
/// When this is not a wasm module or it is cut off.
pub fn sections(wasm: &[u8]) -> Result<Vec<Section>> {
    if wasm.get(..8) != Some(b"\0asm\x01\0\0\0") {
        bail!("this is not a WebAssembly module of version 1");
    }
    let mut reader = Reader { bytes: wasm, at: 8 };
    let mut found = Vec::new();
    while reader.at < wasm.len() {
        let start = reader.at;
        let id = reader.byte()?;
        let length = reader.number()?;
        let end = reader.at + length;
        let name = if id == CUSTOM { Some(reader.name()?) } else { None };
        if end > wasm.len() || reader.at > end {
            bail!("section {id} at byte {start} is cut off");
        }
        found.push(Section { id, name, whole: start..end, content: reader.at..end });
        reader.at = end;
    }
    Ok(found)
}

/// The module without names and notes that only tools read.
///
/// # Errors
/// When this is not a wasm module or it is cut off.
pub fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut small = wasm.get(..8).unwrap_or_default().to_vec();
    for section in sections(wasm)?.into_iter().filter(|section| section.id != CUSTOM) {
        small.extend_from_slice(&wasm[section.whole]);
    }
    Ok(small)
}

/// Reads the numbers and names of the binary format from `bytes`.
#[derive(Debug)]
pub struct Reader<'wasm> {
    /// What is read.
    pub bytes: &'wasm [u8],
    /// The next byte.
    pub at: usize,
}

impl Reader<'_> {
    /// One byte.
    ///
    /// # Errors
    /// At the end.
    pub fn byte(&mut self) -> Result<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte.with_context(|| format!("the module ends at byte {}", self.at))
    }

    /// An unsigned LEB128 number.
    ///
    /// # Errors
    /// At the end, or when the number does not fit.
    pub fn number(&mut self) -> Result<usize> {
        let mut value = 0_usize;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        bail!("a number at byte {} is too long", self.at)
    }

    /// A length and that many bytes of UTF-8.
    ///
    /// # Errors
    /// At the end.
    pub fn name(&mut self) -> Result<String> {
        let length = self.number()?;
        let bytes = self.bytes.get(self.at..self.at + length);
        self.at += length;
        Ok(String::from_utf8_lossy(bytes.context("a name is cut off")?).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\0\x07\x04name\x01\x02";

    #[test]
    fn reads_sections_and_drops_the_custom_ones() {
        let found = sections(MODULE).expect("a module");
        let seen: Vec<_> =
            found.iter().map(|s| (s.id, s.name.as_deref(), s.content.len())).collect();
        assert_eq!(seen, [(1, None, 4), (0, Some("name"), 2)]);
        let small = without_custom_sections(MODULE).expect("a module");
        assert_eq!(small, b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0");
    }

    #[test]
    fn damaged_modules_are_errors() {
        let cases: [(&[u8], &str); 3] = [
            (b"PK\x03\x04", "not a WebAssembly module"),
            (&MODULE[..12], "cut off"),
            (b"\0asm\x01\0\0\0\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "too long"),
        ];
        for (bytes, part) in cases {
            let problem = sections(bytes).expect_err(part).to_string();
            assert!(problem.contains(part), "{problem}");
        }
    }
}
