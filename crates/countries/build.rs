//! Takes the names of countries out of the hand-kept table, for programs that name
//! countries and find none.

use std::path::PathBuf;
use std::{env, fs, io};

const TABLE: &str = "../../data/gazetteer/countries.tsv";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={TABLE}");
    let table = fs::read_to_string(TABLE)?;
    let mut rows: Vec<String> = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        // Code, display name, other names.
        rows.push(line.split('\t').take(3).collect::<Vec<_>>().join("\t"));
    }
    rows.sort();
    let out = env::var_os("OUT_DIR").map(PathBuf::from);
    let out = out.ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(out.join("names.tsv"), rows.join("\n"))
}
