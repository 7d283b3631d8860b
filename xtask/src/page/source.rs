//! `index.html` as it is written: its stylesheets and other files, and the page without their
//! links. Trunk reads the same links for `cargo xtask serve --dev`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::html::{self, Element};
use crate::paths;

/// The page as it stands in the sources.
#[derive(Debug, Clone)]
pub struct Source {
    /// `index.html` without the links that a bundler follows.
    pub html: String,
    /// All stylesheets in the order of their links.
    pub css: String,
    /// Files to copy: name below the page, and bytes.
    pub others: Vec<(String, Vec<u8>)>,
}

/// Reads `index.html` and everything that it links to.
///
/// # Errors
/// When a file is missing, or has something in it that the page as one file cannot carry.
pub fn read() -> Result<Source> {
    let project = paths::project();
    let html = text(&project.join("index.html"))?;
    if let Some(script) = html::elements(&html, "script").first() {
        bail!("index.html has a script, which its policy forbids: {}", &html[script.range.clone()]);
    }
    let links: Vec<Element> = html::elements(&html, "link")
        .into_iter()
        .filter(|link| link.attribute("data-trunk").is_some())
        .collect();
    let (mut css, mut others) = (String::new(), Vec::new());
    for link in &links {
        let file = link.attribute("href").map(|href| project.join(href));
        match (link.attribute("rel"), file) {
            (Some("css"), Some(file)) => css.push_str(&style(&file)?),
            (Some("copy-file"), Some(file)) => others.push(copy(&file)?),
            // The program: the crate of this folder.
            (Some("rust"), _) => {}
            _ => bail!("index.html has a link of an unknown kind: {}", &html[link.range.clone()]),
        }
    }
    Ok(Source { html: html::without(&html, &links), css, others })
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn copy(path: &Path) -> Result<(String, Vec<u8>)> {
    let name = path.file_name().with_context(|| format!("{} is no file", path.display()))?;
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok((name.to_string_lossy().into_owned(), bytes))
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
    Ok(small(&css))
}

/// The stylesheet without comments, indentation and empty lines.
fn small(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_this_project_links_to() {
        let source = read().expect("the page of this project");
        assert!(source.css.contains("--") && !source.css.contains("/*"), "stylesheets");
        assert!(source.others.iter().any(|(name, _)| name.ends_with("dateline.d.ts")));
        assert!(!source.html.contains("data-trunk") && source.html.contains("id=\"app\""));
    }

    #[test]
    fn leaves_out_what_only_people_read() {
        let css = "/* a */\na {\n  color: red; /* b\n  c */\n\n}\n";
        assert_eq!(small(css), "a {\ncolor: red;\n}\n");
    }
}
