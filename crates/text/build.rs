//! Gathers what the files of `data/languages/` say of the languages themselves: code,
//! name, script, function words, months, letters. A language is a file there.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

const FOLDER: &str = "../../data/languages";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut files: Vec<PathBuf> =
        fs::read_dir(FOLDER)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    // English first: it is the language of a text that does not tell its own.
    files.sort_by_key(|path| (!path.ends_with("en.tsv"), path.clone()));
    let mut out = String::from("&[\n");
    for path in &files {
        println!("cargo::rerun-if-changed={}", path.display());
        let table = fs::read_to_string(path)?;
        let code = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if code == "others" {
            continue;
        }
        let row = |kind: &str| {
            let rest = |line: &str| Some(line.strip_prefix(kind)?.strip_prefix('\t')?.to_owned());
            table.lines().find_map(rest).unwrap_or_default()
        };
        push(&mut out, code, &row);
    }
    out.push_str("]\n");
    let mut others = String::from("&[\n");
    for line in fs::read_to_string(format!("{FOLDER}/others.tsv"))?.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let code = columns[0];
        if !code.starts_with('#') && !code.is_empty() {
            push(&mut others, code, &|kind| {
                let at =
                    ["language_name", "script", "words", "letters"].iter().position(|k| *k == kind);
                at.and_then(|at| columns.get(at)).copied().unwrap_or_default().to_owned()
            });
        }
    }
    others.push_str("]\n");
    let folder = env::var_os("OUT_DIR").map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(folder.join("languages.rs"), out)?;
    fs::write(folder.join("others.rs"), others)
}

/// Appends the facts of a language, of which `row` tells each.
fn push(out: &mut String, code: &str, row: &dyn Fn(&str) -> String) {
    let script = row("script");
    let mut letters = script.chars();
    let script: String =
        letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default();
    let _ = writeln!(
        out,
        "Facts {{ code: {code:?}, name: {:?}, script: Script::{script}, words: {:?}, letters: {:?}, endings: {:?}, months: {:?} }},",
        row("language_name"),
        row("words"),
        row("letters"),
        row("endings"),
        row("months")
    );
}
