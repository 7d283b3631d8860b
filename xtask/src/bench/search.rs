//! `cargo xtask bench search --harness FOLDER`: the page against other search libraries in
//! one browser, over the corpora and queries of a harness.
//!
//! The harness is only read: a copy below `target/` is run, with the built page, our adapter
//! (`bench/search/page/adapter.mjs`) and the corpus as a pack as one more contestant. What the
//! harness says on its own files is in its `README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::search_table;
use crate::page;
use crate::page::compress::files_below;
use crate::{paths, process, tools};

/// The measurements, and the peers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The folder of the harness.
    pub harness: PathBuf,
    /// Names of its corpora: `reuters`, `seeds`, `large`.
    pub corpora: Vec<String>,
    /// Names of its peers; empty for the page alone.
    pub peers: Vec<String>,
    /// Take `dist/` as it is.
    pub as_built: bool,
    /// Further arguments of the harness's runner, such as `--starts 2`.
    pub runner: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
        Self {
            harness: PathBuf::new(),
            corpora: names(&["reuters"]),
            // Those with right counts or good times; others are a matter of patience.
            peers: names(&["flexsearch", "minisearch", "sqlite-fts5-prefix", "ufuzzy", "scan"]),
            as_built: false,
            runner: Vec::new(),
        }
    }
}

/// Runs the harness and prints its tables, the floor, and where the page stands.
///
/// # Errors
/// When the page or a peer does not build, or the harness fails. A missing harness is no error.
pub fn search(options: &Options) -> Result<()> {
    if !options.harness.join("run.mjs").is_file() {
        println!("SKIPPED: {} holds no search harness (no run.mjs)", options.harness.display());
        return Ok(());
    }
    let browsers = tools::browsers::find()?;
    if !options.as_built {
        page::dist()?;
    }
    let scratch = paths::scratch("search");
    let harness = Harness { folder: scratch.join("harness"), chromium: browsers.chromium };
    harness.copy_from(&options.harness)?;
    harness.make_corpora(&options.corpora)?;
    harness.build_peers(options)?;
    let mut contestants = Vec::new();
    for corpus in &options.corpora {
        let site = scratch.join("site").join(corpus);
        our_site(&site, &harness.folder.join("corpora").join(format!("{corpus}.jsonl")))?;
        contestants.push(format!("dateline:{corpus}={}", site.display()));
    }
    let results = harness.folder.join("results/dateline.json");
    harness.run(options, &contestants, &results)?;
    harness.floor(&options.corpora)?;
    println!("\n{}", search_table::read(&results, &options.corpora)?);
    for corpus in &options.corpora {
        let mut timings = process::cargo();
        timings.args(["run", "--quiet", "--package", "dateline-e2e", "--bin", "timings", "--"]);
        timings.arg("--pack").arg(scratch.join("site").join(corpus).join("corpus.pack"));
        process::run_aloud(&mut timings)?;
    }
    Ok(())
}

/// The copy that is run.
struct Harness {
    folder: PathBuf,
    chromium: PathBuf,
}

impl Harness {
    /// Copies what the harness brings; what an earlier run made in the copy stays.
    fn copy_from(&self, source: &Path) -> Result<()> {
        for file in files_below(source)? {
            let inside = file.strip_prefix(source).unwrap_or(&file);
            if inside.starts_with("node_modules") || inside.starts_with("dist") {
                continue;
            }
            copy(&file, &self.folder.join(inside))?;
        }
        if self.folder.join("node_modules/playwright-core").is_dir() {
            return Ok(());
        }
        if process::which("npm").is_none() {
            bail!("the harness runs on Node; install it (https://nodejs.org) and run this again");
        }
        let mut install = self.command("npm");
        install.args(["install", "--no-audit", "--no-fund", "--loglevel=error"]);
        process::run_aloud(&mut install)
    }

    fn command(&self, program: &str) -> std::process::Command {
        let mut command = process::command(program);
        command.current_dir(&self.folder).env("CHROMIUM", &self.chromium);
        command.env("SEEDS_DIR", paths::project().join("seeds"));
        command
    }

    fn node(&self, script: &str, arguments: &[&str]) -> Result<()> {
        process::run_aloud(self.command("node").arg(script).args(arguments))
    }

    /// Each corpus with the truth about its queries.
    fn make_corpora(&self, corpora: &[String]) -> Result<()> {
        let file = |name: String| self.folder.join("corpora").join(name);
        if corpora.iter().any(|corpus| !file(format!("{corpus}.jsonl")).is_file()) {
            let large = corpora.iter().any(|corpus| corpus == "large");
            let size: &[&str] = if large { &[] } else { &["--large", "0"] };
            self.node("tools/make-corpora.mjs", size)?;
        }
        for corpus in corpora {
            if !file(format!("{corpus}.ref.json")).is_file() {
                self.node("tools/reference.mjs", &["--corpus", corpus])?;
            }
        }
        Ok(())
    }

    /// The indexes and pages of the peers that are not there yet, and the stored text, whose
    /// size is what bytes are held against.
    fn build_peers(&self, options: &Options) -> Result<()> {
        for corpus in &options.corpora {
            let built = self.folder.join("dist").join(corpus);
            // The floor reads the text of `scan`.
            let all = options.peers.iter().map(String::as_str).chain(["scan"]);
            let mut missing: Vec<&str> =
                all.filter(|peer| !built.join(peer).join("build.json").is_file()).collect();
            missing.dedup();
            if !missing.is_empty() {
                let peers = missing.join(",");
                self.node("tools/build.mjs", &["--corpus", corpus, "--peers", &peers])?;
            }
            if !built.join("_text/sizes.json").is_file() {
                self.node("tools/text-store.mjs", &["--corpus", corpus])?;
                let quality = if corpus == "large" { "9" } else { "11" };
                let sizes = ["--corpus", corpus, "--peers", "_text", "--quality", quality];
                self.node("tools/sizes.mjs", &sizes)?;
            }
        }
        Ok(())
    }

    fn run(&self, options: &Options, contestants: &[String], results: &Path) -> Result<()> {
        let mut run = self.command("node");
        run.args(["run.mjs", "--corpus", &options.corpora.join(","), "--peers"]);
        run.arg(if options.peers.is_empty() { "none".into() } else { options.peers.join(",") });
        for contestant in contestants {
            run.arg("--contestant").arg(contestant);
        }
        run.args(&options.runner).arg("--out").arg(results);
        process::run_aloud(&mut run)
    }

    /// What one pass over the text takes in the same browser.
    fn floor(&self, corpora: &[String]) -> Result<()> {
        self.node("floor.mjs", &["--corpus", &corpora.join(","), "--out", "results/floor.json"])
    }
}

/// The files of the built site with a page that answers the harness through its engine.
fn our_site(site: &Path, corpus: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site).with_context(|| format!("cannot remove {}", site.display()))?;
    }
    let dist = paths::dist();
    for file in files_below(&dist).context("run `cargo xtask dist` first")? {
        // The harness compresses by itself.
        if file.extension().is_none_or(|ending| ending != "br" && ending != "gz") {
            copy(&file, &site.join(file.strip_prefix(&dist).unwrap_or(&file)))?;
        }
    }
    let page = paths::project().join("bench/search/page");
    for file in files_below(&page)? {
        copy(&file, &site.join(file.strip_prefix(&page).unwrap_or(&file)))?;
    }
    let mut pack = process::cargo();
    pack.args(["run", "--quiet", "--release", "--package", "dateline-cli", "--"]);
    pack.args(["pack", "--jsonl"]).arg(corpus).arg("--out").arg(site.join("corpus.pack"));
    process::run_aloud(&mut pack)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    // A source that may only be read makes a copy that the next run could not replace.
    if to.exists() {
        fs::remove_file(to).with_context(|| format!("cannot replace {}", to.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
