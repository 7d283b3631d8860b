//! Short names for what the program and its script share. wasm-bindgen's end in a hash of sixteen
//! digits, which no compression makes smaller and which stands in both files.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Imports, Parser};

use super::bind::Bound;
use super::cut::LOADERS;

/// How the exported functions that only wasm-bindgen's script calls begin; the later parts import
/// the other exports by name.
const CLOSURES: &str = "wasm_bindgen__";

/// Program and script with short names for the imports, and for the exports that are calls of
/// closures.
///
/// # Errors
/// When the program is no WebAssembly module.
pub fn shorten(bound: &Bound) -> Result<Bound> {
    let taken = words(&bound.glue).filter_map(|piece| piece.ok()).collect();
    let mut names = Names { short: BTreeMap::new(), taken, next: 0 };
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), &bound.wasm)
        .context("the program is no WebAssembly module")?;
    let renamed = |word: &'_ str| names.short.get(word).cloned();
    let glue = words(&bound.glue)
        .map(|piece| piece.map_or_else(str::to_owned, |word| renamed(word).unwrap_or(word.into())))
        .collect();
    Ok(Bound { glue, wasm: module.finish() })
}

/// The names that were given so far.
struct Names<'b> {
    short: BTreeMap<String, String>,
    /// The words of the script, of which none may be given to something else.
    taken: BTreeSet<&'b str>,
    next: usize,
}

impl Names<'_> {
    fn of(&mut self, long: &str) -> String {
        if let Some(short) = self.short.get(long) {
            return short.clone();
        }
        let short = loop {
            let short = format!("_{:x}", self.next);
            self.next += 1;
            if !self.taken.contains(&short[..]) {
                break short;
            }
        };
        self.short.insert(long.to_owned(), short.clone());
        short
    }
}

impl Reencode for Names<'_> {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), Error<Infallible>> {
        match imports {
            Imports::Single(_, import) if import.module != LOADERS => {
                let (name, kind) = (self.of(import.name), self.entity_type(import.ty)?);
                section.import(import.module, &name, kind);
                Ok(())
            }
            other => wasm_encoder::reencode::utils::parse_imports(self, section, other),
        }
    }

    fn parse_export(
        &mut self,
        section: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        let name = match export.name {
            name if name.starts_with(CLOSURES) => self.of(name),
            name => name.to_owned(),
        };
        let kind = self.export_kind(export.kind)?;
        section.export(&name, kind, self.external_index(export.kind, export.index)?);
        Ok(())
    }
}

/// The words of a script (`Ok`) and what stands between them (`Err`), in order.
fn words(script: &str) -> impl Iterator<Item = Result<&str, &str>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_word(c) != is_word(first)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(if is_word(first) { Ok(piece) } else { Err(piece) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    #[test]
    fn both_sides_get_the_same_name() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
        imports.import("./x.js", "__wbg_now_0123456789abcdef", EntityType::Function(0));
        imports.import("./x.js", "__wbg_log_0123456789abcdef", EntityType::Function(0));
        imports.import(LOADERS, "__wasm_split_load_rest", EntityType::Function(0));
        exports.export("wasm_bindgen__convert__h1", ExportKind::Func, 0);
        exports.export("memory_of_parts", ExportKind::Func, 1);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        let glue = "const _0 = 1; ({ __wbg_now_0123456789abcdef: (café) => wasm.wasm_bindgen__convert__h1(),\
                    __wbg_log_0123456789abcdef() {} }); parts.__wasm_split_load_rest";
        let bound = Bound { glue: glue.into(), wasm: module.finish() };
        let short = shorten(&bound).expect("a module");
        let want = "const _0 = 1; ({ _1: (café) => wasm._3(),\
                    _2() {} }); parts.__wasm_split_load_rest";
        assert_eq!(short.glue, want);
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(&short.wasm) {
            match payload.expect("a section") {
                wasmparser::Payload::ImportSection(section) => {
                    names.extend(section.into_imports().map(|i| i.expect("an import").name));
                }
                wasmparser::Payload::ExportSection(section) => {
                    names.extend(section.into_iter().map(|e| e.expect("an export").name));
                }
                _ => {}
            }
        }
        assert_eq!(names, ["_1", "_2", "__wasm_split_load_rest", "_3", "memory_of_parts"]);
    }
}
