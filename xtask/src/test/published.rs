//! Sites built by the command, as someone without our tools builds them: the same twice, and
//! as good as `dist/` in every engine.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use dateline_site::replace::LIST;

use crate::page::{ONE_FILE, compress::files_below};
use crate::steps::{note, step};
use crate::tools::TestTools;
use crate::{cli, paths, process};

/// Builds the articles of the project twice, compares, and runs the end-to-end tests on the result,
/// unless it is byte for byte what has `passed` them as `dist/`.
///
/// # Errors
/// When something does not build, differs, or fails in a browser.
pub(super) fn published(found: &TestTools, passed: bool) -> Result<()> {
    let command = cli::build_for_tests()?;
    let folder = paths::scratch("published");
    let sites = [folder.join("first"), folder.join("second")];
    for site in &sites {
        step("build a site", || build(&command, site))?;
    }
    if let Some(file) = difference(&sites[0], &sites[1])? {
        bail!("two builds of the same articles gave different {}", file.display());
    }
    if passed && difference(&sites[0], &paths::dist())?.is_none() {
        note("The site is byte for byte dist/, which has passed the end-to-end tests.");
        return Ok(());
    }
    let mut test = super::end_to_end_tests(found);
    test.env("DATELINE_DIST", &sites[0]);
    process::run(&mut test)
}

/// Builds the site with its compressed copies, and the one-file page in it.
fn build(command: &Path, site: &Path) -> Result<()> {
    for options in [&["--compress"][..], &["--single"][..]] {
        let mut run = process::command(command);
        run.arg("build").arg(paths::project().join("seeds")).args(options).arg("--quiet");
        // The one file goes beside the folder first: a site is replaced as a whole.
        let single = options.contains(&"--single");
        let out = if single { site.with_extension("html") } else { site.to_owned() };
        process::run(run.arg("--out").arg(out))?;
    }
    fs::rename(site.with_extension("html"), site.join(ONE_FILE))
        .context("the one-file page is missing")
}

/// The first file that two sites do not both have with the same bytes. Which of them a build wrote,
/// and may remove again, is no part of what is served.
fn difference(first: &Path, second: &Path) -> Result<Option<PathBuf>> {
    let names = |folder: &Path| -> Result<BTreeSet<PathBuf>> {
        let files = files_below(folder)?.into_iter();
        let names = files.map(|file| Ok(file.strip_prefix(folder)?.to_owned()));
        names.filter(|name| !name.as_ref().is_ok_and(|name| name == Path::new(LIST))).collect()
    };
    let (ours, theirs) = (names(first)?, names(second)?);
    if let Some(file) = ours.symmetric_difference(&theirs).next() {
        return Ok(Some(file.clone()));
    }
    for file in ours {
        if fs::read(first.join(&file))? != fs::read(second.join(&file))? {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names and texts.
    type Files<'a> = &'a [(&'a str, &'a str)];

    #[test]
    fn sites_differ_in_what_is_served() {
        let folder = paths::scratch(&format!("difference-{}", std::process::id()));
        let site = |name: &str, files: Files<'_>| -> Result<PathBuf> {
            let site = folder.join(name);
            fs::create_dir_all(site.join("a"))?;
            for (file, text) in files {
                fs::write(site.join(file), text)?;
            }
            Ok(site)
        };
        let page = [("index.html", "page"), ("a/b.js", "script")];
        let cases: [(&str, Files<'_>, Option<&str>); 4] = [
            ("same", &page, None),
            ("written", &[page[0], page[1], (LIST, "index.html")], None),
            ("changed", &[page[0], ("a/b.js", "other")], Some("a/b.js")),
            ("more", &[page[0], page[1], ("c.css", "")], Some("c.css")),
        ];
        let first = site("first", &page).expect("a site");
        for (name, files, want) in cases {
            let second = site(name, files).expect("a site");
            let found = difference(&first, &second).expect("two sites");
            assert_eq!(found.as_deref(), want.map(Path::new), "{name}");
        }
        fs::remove_dir_all(folder).expect("the folder");
    }
}
