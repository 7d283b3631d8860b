//! `cargo xtask bench countries`: the speed of the annotator, natively and as WebAssembly,
//! beside a plain Aho-Corasick pass and other dictionary taggers; and its bytes in the page.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::tools::cargo_tool;
use crate::{paths, process};

/// The measurements.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Lines `{"id","text"}`; the Reuters telegrams beside the project without it.
    pub texts: Option<PathBuf>,
    /// Whether geotext and flashgeotext are installed (into scratch space) and measured too.
    pub peers: bool,
}

/// Where the telegrams are kept, seen from the project.
const REUTERS: &str = "../shared/eval/countries/gold/dev-reuters.jsonl";

/// A measured system.
struct Row {
    name: String,
    /// MB of text per CPU second.
    speed: Option<f64>,
    says: String,
}

/// Measures and prints the table. Missing texts are said, and are no error.
///
/// # Errors
/// When something does not build or run.
pub fn countries(options: &Options) -> Result<()> {
    let texts = options.texts.clone().unwrap_or_else(|| paths::project().join(REUTERS));
    if !texts.is_file() {
        println!("SKIPPED: no texts at {} (`--texts FILE` names others)", texts.display());
        return Ok(());
    }
    let mut rows = vec![example("Dateline, natively", "mentions", &["--time"], &texts)?];
    rows.push(example("plain Aho-Corasick pass (the floor)", "floor", &[], &texts)?);
    rows.extend(as_wasm(&texts)?);
    if options.peers {
        rows.extend(peers(&texts)?);
    } else {
        println!("geotext and flashgeotext are left out: `--peers` installs and measures them");
    }
    println!("\n{}", table(&rows));
    Ok(())
}

/// Runs an example of the crate over the texts.
fn example(name: &str, example: &str, arguments: &[&str], texts: &Path) -> Result<Row> {
    let mut run = process::cargo();
    run.args(["run", "--quiet", "--release", "--package", "dateline-countries"]);
    run.args(["--features", "places", "--example", example, "--"]).args(arguments);
    let file = File::open(texts).with_context(|| format!("cannot read {}", texts.display()))?;
    Ok(row(name, &process::output(run.stdin(Stdio::from(file)))?))
}

/// The annotator alone as WebAssembly, built as the page is; without Node a word.
fn as_wasm(texts: &Path) -> Result<Vec<Row>> {
    let Some(node) = process::which("node") else {
        println!("SKIPPED: WebAssembly, since Node is not installed");
        return Ok(Vec::new());
    };
    crate::tools::target::ensure()?;
    let bindgen = cargo_tool::wasm_bindgen()?.ensure()?.join("wasm-bindgen");
    let folder = paths::project().join("bench/countries/wasm");
    let mut rows = Vec::new();
    for (name, features) in
        [("Dateline, WebAssembly in Node", ""), ("bytes without the annotator", "baseline")]
    {
        let mut build = process::cargo();
        build.current_dir(&folder).args(["build", "--quiet", "--release"]);
        build.args(["--target", "wasm32-unknown-unknown", "--features", features]);
        process::run_aloud(&mut build)?;
        let mut bind = process::command(&bindgen);
        bind.current_dir(&folder).args(["--target", "nodejs", "--out-dir", "pkg"]);
        bind.arg("target/wasm32-unknown-unknown/release/countries_wasm.wasm");
        process::run_aloud(&mut bind)?;
        let texts = texts.canonicalize()?;
        let mut run = Command::new(&node);
        let said = process::output(run.current_dir(&folder).arg("run.mjs").arg(texts))?;
        rows.push(if features.is_empty() { row(name, &said) } else { bytes(name, &said) });
    }
    Ok(rows)
}

/// The row of bytes alone, from the first line.
fn bytes(name: &str, said: &str) -> Row {
    let says = said.lines().next().unwrap_or_default().to_owned();
    Row { name: name.to_owned(), speed: None, says }
}

/// Other dictionary taggers, installed from PyPI into scratch space.
fn peers(texts: &Path) -> Result<Vec<Row>> {
    let folder = paths::scratch("countries-peers");
    let python = folder.join("bin/python");
    if !python.is_file() {
        process::run_aloud(process::command("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let mut install = process::command(&python);
    process::run_aloud(install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "geotext",
        "flashgeotext",
    ]))?;
    let script = paths::project().join("bench/countries/peers.py");
    let said = process::output(process::command(&python).arg(script).arg(texts))?;
    let one = |line: &str| line.split_once('\t').map(|(name, says)| row(name, says));
    Ok(said.lines().filter_map(one).collect())
}

/// Reads "…, 12.5 MB per CPU second".
fn row(name: &str, said: &str) -> Row {
    let before = said.split(" MB per CPU second").next().unwrap_or_default();
    let speed = before.rsplit(' ').next().and_then(|number| number.parse().ok());
    let says = said.lines().collect::<Vec<_>>().join("; ");
    Row { name: name.to_owned(), speed, says }
}

/// The rows with their speed as a multiple of the first's.
fn table(rows: &[Row]) -> String {
    let first = rows.first().and_then(|row| row.speed);
    let mut out =
        format!("{:<38} {:>14} {:>14}  {}\n", "system", "MB/CPU second", "of ours", "said");
    for Row { name, speed, says } in rows {
        let ratio = speed.zip(first).map(|(own, first)| format!("{:.2}", own / first));
        let speed = speed.map(|speed| format!("{speed:.1}"));
        let [speed, ratio] = [speed, ratio].map(|cell| cell.unwrap_or_else(|| "–".to_owned()));
        out.push_str(&format!("{name:<38} {speed:>14} {ratio:>14}  {says}\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_speeds_and_gives_ratios() {
        let rows = [
            row("ours", "7 mentions, 50.0 MB per CPU second\n"),
            row("theirs", "9 mentions, 12.5 MB per CPU second"),
            row("missing", "SKIPPED: no module"),
        ];
        let printed = table(&rows);
        for part in ["50.0           1.00", "12.5           0.25", "–              –  SKIPPED"]
        {
            assert!(printed.contains(part), "{part} in\n{printed}");
        }
    }
}
