//! Takes the hand-kept table of countries apart: names for programs that name countries and
//! find none, and the other forms for those that find them. Lists the files of languages.

use std::path::PathBuf;
use std::{env, fs, io};

const TABLE: &str = "../../data/gazetteer/countries.tsv";
const LANGUAGES: &str = "../../data/languages";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={TABLE}");
    let table = fs::read_to_string(TABLE)?;
    let mut rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    rows.sort();
    let columns = |from: usize, to: usize| {
        let part = |row: &Vec<&str>| {
            let part: Vec<&str> = row.iter().copied().take(to).skip(from).collect();
            part.join("\t") + "\n"
        };
        rows.iter().map(part).collect::<String>()
    };
    let out = env::var_os("OUT_DIR").map(PathBuf::from);
    let out = out.ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    // Code, display name, other names; then, in the same order, demonyms and capitals.
    fs::write(out.join("names.tsv"), columns(0, 3))?;
    fs::write(out.join("forms.tsv"), columns(3, 5))?;
    fs::write(out.join("languages.rs"), languages()?)
}

/// Code, hand-kept table and generated table of each language.
fn languages() -> io::Result<String> {
    println!("cargo::rerun-if-changed={LANGUAGES}");
    let folder = fs::canonicalize(LANGUAGES)?;
    let mut out = String::from("&[\n");
    let mut files: Vec<PathBuf> = fs::read_dir(folder.join("generated"))?
        .map(|e| Ok(e?.path()))
        .collect::<io::Result<_>>()?;
    files.sort();
    for generated in files {
        let code = generated.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let kept = folder.join(format!("{code}.tsv"));
        println!("cargo::rerun-if-changed={}", kept.display());
        out.push_str(&format!(
            "({code:?}, include_str!({kept:?}), include_str!({generated:?})),\n"
        ));
    }
    Ok(out + "]\n")
}
