//! Sites built by the command, as someone without our tools builds them: the same twice, and
//! as good as `dist/` in every engine.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::page::{ONE_FILE, compress::files_below};
use crate::tools::TestTools;
use crate::{cli, paths, process};

/// Builds the articles of the project twice, compares, and runs the end-to-end tests on the result.
///
/// # Errors
/// When something does not build, differs, or fails in a browser.
pub(super) fn published(found: &TestTools) -> Result<()> {
    let command = cli::build()?;
    let folder = paths::scratch("published");
    let sites = [folder.join("first"), folder.join("second")];
    for site in &sites {
        for options in [&["--compress"][..], &["--single"][..]] {
            let mut run = process::command(&command);
            run.arg("build").arg(paths::project().join("seeds")).args(options).arg("--quiet");
            // The one file goes beside the folder first: a site is replaced as a whole.
            let single = options.contains(&"--single");
            let out = if single { site.with_extension("html") } else { site.clone() };
            process::run(run.arg("--out").arg(out))?;
        }
        fs::rename(site.with_extension("html"), site.join(ONE_FILE))
            .context("the one-file page is missing")?;
    }
    same(&sites[0], &sites[1])?;
    let mut test = process::cargo();
    test.args(["test", "--package", "dateline-e2e"]);
    test.env("PATH", found.path()).env("DATELINE_E2E", "1").env("DATELINE_DIST", &sites[0]);
    process::run(&mut test)
}

/// Holds two folders equal, byte for byte.
fn same(first: &Path, second: &Path) -> Result<()> {
    let names = |folder: &Path| -> Result<Vec<_>> {
        let files = files_below(folder)?.into_iter();
        files.map(|file| Ok(file.strip_prefix(folder)?.to_owned())).collect()
    };
    let files = names(first)?;
    ensure!(files == names(second)?, "two builds of the same articles gave different files");
    for file in files {
        let equal = fs::read(first.join(&file))? == fs::read(second.join(&file))?;
        ensure!(equal, "two builds of the same articles gave different {}", file.display());
    }
    Ok(())
}
