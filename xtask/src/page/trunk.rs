//! Runs Trunk and takes its output apart.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::compress::files_below;
use super::html::{self, Element};
use crate::tools::PageTools;
use crate::{paths, process};

/// The cargo profile of the page.
pub const PROFILE: &str = "page";

/// The app's program, which gives Trunk's files their names.
pub const BINARY: &str = "dateline-page";

/// Trunk's output by kind.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// `index.html` without stylesheets, preloads and scripts.
    pub html: String,
    /// All stylesheets in the order of their links.
    pub css: String,
    /// wasm-bindgen's JavaScript module.
    pub glue: String,
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
    /// Other files: path below the page and where they are now.
    pub others: Vec<(PathBuf, PathBuf)>,
}

/// Builds the release page into a scratch folder.
///
/// # Errors
/// When Trunk or the compiler fails.
pub fn build(tools: &PageTools) -> Result<PathBuf> {
    let staging = paths::scratch("trunk");
    let mut trunk = process::command("trunk");
    trunk.args(["build", "--release", "--offline", "--skip-version-check", "--no-sri=true"]);
    trunk.args(["--public-url", "./", "--dist"]).arg(&staging);
    // Trunk wants `true` or `false` where others are content with any value.
    trunk.env("PATH", tools.path()).env_remove("NO_COLOR").env("RUSTFLAGS", rust_flags());
    process::run(&mut trunk).context("the page does not build")?;
    Ok(staging)
}

/// Paths of this machine do not belong into a published page, where every place that can panic
/// would carry one; without them, equal sources also give equal pages on every machine.
#[must_use]
pub fn rust_flags() -> String {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let mut flags = vec![remap(&paths::project(), "dateline")];
    flags.extend(paths::cargo_home().map(|home| remap(&home, "cargo")));
    flags.join(" ")
}

/// Reads what Trunk left in `staging`.
///
/// # Errors
/// When something is there that these pages cannot carry, or something is missing.
pub fn read(staging: &Path) -> Result<Bundle> {
    let html = text(&staging.join("index.html"))?;
    let links = html::elements(&html, "link");
    let rel = |link: &Element, wanted: &str| link.attribute("rel") == Some(wanted);
    let sheets: Vec<Element> =
        links.iter().filter(|link| rel(link, "stylesheet")).cloned().collect();
    let preloads = links.iter().filter(|link| rel(link, "preload") || rel(link, "modulepreload"));
    let scripts = trunks_scripts(&html)?;
    let mut used = vec![PathBuf::from("index.html")];
    let mut css = String::new();
    for sheet in &sheets {
        let name = local(sheet.attribute("href"))?;
        css.push_str(&style(&staging.join(&name))?);
        used.push(name);
    }
    let glue = one_ending(staging, ".js")?;
    let wasm = one_ending(staging, "_bg.wasm")?;
    used.extend([glue.clone(), wasm.clone()]);
    let gone: Vec<Element> = sheets.iter().chain(preloads).chain(&scripts).cloned().collect();
    let wasm_file = staging.join(&wasm);
    Ok(Bundle {
        html: html::without(&html, &gone),
        css,
        glue: text(&staging.join(&glue))?,
        wasm: fs::read(&wasm_file)
            .with_context(|| format!("cannot read {}", wasm_file.display()))?,
        others: others(staging, &used)?,
    })
}

/// Trunk's own start, which our boot script replaces. A script of the page's own would be lost.
fn trunks_scripts(html: &str) -> Result<Vec<Element>> {
    let scripts = html::elements(html, "script");
    match scripts.iter().find(|script| !html[script.range.clone()].contains(TRUNKS_OWN)) {
        None => Ok(scripts),
        Some(other) => bail!("index.html has a script: {}", &html[other.range.clone()]),
    }
}

/// The event that Trunk's inline script sends.
const TRUNKS_OWN: &str = "TrunkApplicationStarted";

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A stylesheet that needs no other file; the one-file page could not carry one.
fn style(path: &Path) -> Result<String> {
    let css = text(path)?;
    let foreign = css.match_indices("url(").find(|(at, _)| {
        let target = css[at + 4..].trim_start_matches(['"', '\'']);
        !target.starts_with("data:") && !target.starts_with('#')
    });
    if foreign.is_some() || css.contains("@import") {
        bail!("{} loads another file; put it in as a data: URL", path.display());
    }
    Ok(css + "\n")
}

/// The path of a link to a file of our own.
fn local(href: Option<&str>) -> Result<PathBuf> {
    let href = href.context("a stylesheet link has no href")?;
    if href.contains("://") || href.starts_with("//") {
        bail!("index.html links to another host: {href}");
    }
    Ok(PathBuf::from(href.trim_start_matches("./").trim_start_matches('/')))
}

/// The only file directly in the folder with this ending.
fn one_ending(staging: &Path, ending: &str) -> Result<PathBuf> {
    let files = files_below(staging)?;
    let names = files.iter().filter_map(|file| file.strip_prefix(staging).ok());
    let fitting: Vec<&Path> = names
        .filter(|name| name.components().count() == 1)
        .filter(|name| name.to_string_lossy().ends_with(ending))
        .filter(|name| name.to_string_lossy().starts_with(BINARY))
        .collect();
    match fitting[..] {
        [name] => Ok(name.to_owned()),
        _ => bail!("expected one {BINARY}*{ending} from Trunk, found {}", fitting.len()),
    }
}

fn others(staging: &Path, used: &[PathBuf]) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut others = Vec::new();
    for file in files_below(staging)? {
        let inside = file.strip_prefix(staging).unwrap_or(&file).to_owned();
        if inside.starts_with("snippets") {
            bail!(
                "a dependency brings JavaScript of its own ({}), which the one-file page \
                 cannot carry; turn that feature off",
                inside.display()
            );
        }
        if !used.contains(&inside) {
            others.push((inside, file));
        }
    }
    Ok(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_links_to_our_own_files_only() {
        let cases =
            [("./a.css", Some("a.css")), ("/b.css", Some("b.css")), ("https://x/y.css", None)];
        for (href, expected) in cases {
            assert_eq!(local(Some(href)).ok(), expected.map(PathBuf::from), "{href}");
        }
    }
}
