//! Takes the hand-kept table of countries apart: names for programs that name countries and
//! find none, and the other forms for those that find them.

use std::path::PathBuf;
use std::{env, fs, io};

const TABLE: &str = "../../data/gazetteer/countries.tsv";

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
    fs::write(out.join("forms.tsv"), columns(3, 5))
}
