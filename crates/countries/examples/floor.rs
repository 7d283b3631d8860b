//! The floor that the annotator's speed is measured against: every name of the tables in
//! one plain Aho-Corasick pass, whole words, no context. Reads JSON lines `{"id","text"}`
//! from standard input and prints matches and MB per CPU second.

use aho_corasick::{AhoCorasick, MatchKind};
use std::io::{self, Read};
use std::path::Path;
use std::time::Instant;

/// The tables with the columns that hold names: separated by "; ", or one name.
const TABLES: [(&str, &[usize]); 6] = [
    ("countries.tsv", &[1, 2, 3, 4]),
    ("historical.tsv", &[2]),
    ("places.tsv", &[1]),
    ("regions.tsv", &[3]),
    ("generated/cities.tsv", &[0]),
    ("generated/towns.tsv", &[0]),
];

fn main() -> io::Result<()> {
    let names = names()?;
    let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names);
    let finder = finder.map_err(io::Error::other)?;
    let mut lines = String::new();
    io::stdin().read_to_string(&mut lines)?;
    let texts: Vec<String> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|value| value["text"].as_str().map(str::to_owned))
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let count: usize = texts.iter().map(|text| whole_words(&finder, text)).sum();
    let wall = start.elapsed().as_secs_f64();
    let cpu = cpu_seconds().zip(cpu).map_or(wall, |(end, start)| end - start);
    println!("{count} matches, {:.1} MB per CPU second", bytes as f64 / 1e6 / cpu);
    Ok(())
}

fn names() -> io::Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/gazetteer");
    let mut names = Vec::new();
    for (table, columns) in TABLES {
        let text = std::fs::read_to_string(folder.join(table))?;
        for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let row: Vec<&str> = line.split('\t').collect();
            let cells = columns.iter().filter_map(|c| row.get(*c)).flat_map(|c| c.split("; "));
            names
                .extend(cells.map(|n| n.trim_start_matches('!').trim_end_matches("/s").to_owned()));
        }
    }
    names.retain(|name| !name.is_empty());
    Ok(names)
}

/// How many matches begin and end at the edge of a word.
fn whole_words(finder: &AhoCorasick, text: &str) -> usize {
    let letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
    let bytes = text.as_bytes();
    let whole = |m: &aho_corasick::Match| {
        let before = m.start().checked_sub(1).and_then(|at| bytes.get(at));
        !letter(before) && !letter(bytes.get(m.end()))
    };
    finder.find_iter(text).filter(whole).count()
}

/// The processor time of this process, where the system tells it (Linux).
fn cpu_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(stat.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}
