//! The contributors to the size of the wasm file: sections, and code by crate.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use crate::page::Parts;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

use crate::page::wasm::sections;

const MAX_ROWS: usize = 15;

/// Prints the sections of the module and the crates with the most code.
///
/// # Errors
/// When the module is damaged.
pub fn print(parts: &Parts) -> Result<()> {
    println!("\n{:<34} {:>10}", "section of the wasm", "bytes");
    for section in sections(&parts.program.wasm)? {
        println!("{:<34} {:>10}", section_name(section.id), section.whole.len());
    }
    let mut crates: Vec<_> = code_by_crate(&parts.named_wasm)?.into_iter().collect();
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    println!("\n{:<34} {:>10}", "crate (code)", "bytes");
    for (name, size) in crates.iter().take(MAX_ROWS) {
        println!("{name:<34} {size:>10}");
    }
    let rest: usize = crates.iter().skip(MAX_ROWS).map(|(_, size)| size).sum();
    println!("{:<34} {rest:>10}", "all others");
    Ok(())
}

fn section_name(id: u8) -> &'static str {
    let names = [
        "custom",
        "types",
        "imports",
        "functions",
        "tables",
        "memory",
        "globals",
        "exports",
        "start",
        "elements",
        "code",
        "data",
        "data count",
        "tags",
    ];
    names.get(usize::from(id)).copied().unwrap_or("unknown")
}

/// Bytes of code by the crate that a function's name begins with.
///
/// # Errors
/// When the module is damaged or has no names.
pub fn code_by_crate(wasm: &[u8]) -> Result<BTreeMap<String, usize>> {
    let (mut names, mut sizes, mut imported) = (BTreeMap::new(), Vec::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the module is damaged")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let is_function =
                        matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                    imported += usize::from(is_function);
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sizes.push(usize::try_from(range.end - range.start)?);
            }
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(section) = custom.as_known() {
                    names = function_names(section)?;
                }
            }
            _ => {}
        }
    }
    ensure!(!names.is_empty(), "the module has no names");
    ensure!(!sizes.is_empty(), "the module has no code");
    let mut crates = BTreeMap::new();
    for (index, size) in sizes.into_iter().enumerate() {
        let name = names.get(&(imported + index)).map_or("(no name)", String::as_str);
        *crates.entry(crate_of(name)).or_insert(0) += size;
    }
    Ok(crates)
}

/// Function index to name.
fn function_names(section: NameSectionReader<'_>) -> Result<BTreeMap<usize, String>> {
    let mut names = BTreeMap::new();
    for part in section {
        let Name::Function(functions) = part? else { continue };
        for naming in functions {
            let naming = naming?;
            names.insert(naming.index as usize, naming.name.to_owned());
        }
    }
    Ok(names)
}

/// The crate that a demangled (`<yew::html as …>`) or mangled (`_ZN3yew…`, `_RNv…`) name is from.
fn crate_of(name: &str) -> String {
    if let Some(rest) = name.strip_prefix("_ZN").or_else(|| name.strip_prefix("_R")) {
        return length_prefixed(rest).unwrap_or(name).trim_start_matches("_$LT$").to_owned();
    }
    let path = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let path = path.strip_prefix("dyn ").unwrap_or(path);
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    match &path[..end] {
        "" => "(other)".to_owned(),
        _ if !path[end..].starts_with("::") && !path[end..].starts_with('[') => {
            "(other)".to_owned()
        }
        found => found.to_owned(),
    }
}

/// The first `3yew`-like identifier of a mangled name.
fn length_prefixed(mangled: &str) -> Option<&str> {
    let start = mangled.find(|c: char| c.is_ascii_digit())?;
    let digits = mangled[start..].find(|c: char| !c.is_ascii_digit())?;
    let length: usize = mangled[start..start + digits].parse().ok()?;
    mangled.get(start + digits..start + digits + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_crate_of_a_name() {
        let cases = [
            ("yew::html::component::mount", "yew"),
            ("<yew::virtual_dom::VTag as core::clone::Clone>::clone", "yew"),
            ("<&dyn dateline_corpus::Host as x::Y>::z", "dateline_corpus"),
            ("core[1a2b]::fmt::write", "core"),
            ("_ZN3yew4html5mount17h0123456789abcdefE", "yew"),
            ("__wbindgen_malloc", "(other)"),
            ("memcpy", "(other)"),
        ];
        for (name, expected) in cases {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn adds_up_code_by_name() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        // Two functions of 2 and 3 bytes, after one imported function.
        wasm.extend([2, 7, 1, 1, b'e', 1, b'f', 0, 0]);
        wasm.extend([3, 3, 2, 0, 0]);
        wasm.extend([10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b]);
        let mut names = vec![4];
        names.extend(b"name");
        let functions = [&[2_u8, 1, 5][..], b"a::b1", &[2, 5], b"c::d2"].concat();
        names.extend([1, u8::try_from(functions.len()).expect("short")]);
        names.extend(functions);
        wasm.push(0);
        wasm.push(u8::try_from(names.len()).expect("short"));
        wasm.extend(names);
        let found = code_by_crate(&wasm).expect("a module");
        assert_eq!(found, BTreeMap::from([("a".into(), 2), ("c".into(), 3)]));
    }
}
