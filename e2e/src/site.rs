//! The built page, served the way a host would, or opened from its folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU16, AtomicU32, Ordering};

use anyhow::{Context, Result, bail};
use xtask::page::{ONE_FILE, compress, html, offline};
use xtask::paths;
use xtask::server::{Mount, Server};

use crate::watch;

/// A server with the hosted page in a sub-folder, as on most static hosts.
#[derive(Debug)]
pub struct Site {
    server: Server,
    folder: PathBuf,
}

const AT: &str = "/some/folder/";

impl Site {
    /// The page as it is, but watched: one more script notes errors and policy violations.
    ///
    /// # Errors
    /// When `dist/` is missing or the port cannot be opened.
    pub fn start() -> Result<Self> {
        Self::changed(watch::install)
    }

    /// A copy of the page that `change` may edit before it is served.
    ///
    /// # Errors
    /// Those of `change`, or when `dist/` is missing.
    pub fn changed(change: impl FnOnce(&Path) -> Result<()>) -> Result<Self> {
        let folder = copy_of_dist()?;
        change(&folder)?;
        Ok(Self { server: server(&folder)?, folder })
    }

    /// The address of the page with this fragment.
    #[must_use]
    pub fn address(&self, fragment: &str) -> String {
        format!("{}{}{fragment}", self.server.address(), &AT[1..])
    }

    /// Puts a file beside the page.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        fs::write(self.folder.join(name), bytes).with_context(|| format!("cannot write {name}"))
    }

    /// Takes a file away from beside the page and hands it back.
    ///
    /// # Errors
    /// When it is not there.
    pub fn take(&self, name: &str) -> Result<Vec<u8>> {
        let file = self.folder.join(name);
        let bytes = fs::read(&file).with_context(|| format!("no {name} beside the page"))?;
        fs::remove_file(file)?;
        Ok(bytes)
    }

    /// Puts another version of the page in the place of this one: what `change` makes of its
    /// files, with the worker that keeps them. Hands back their names.
    ///
    /// # Errors
    /// Those of `change`, or when the files cannot be read.
    pub fn publish(&self, change: impl FnOnce(&Path) -> Result<()>) -> Result<Vec<String>> {
        change(&self.folder)?;
        let mut version = offline::Version::default();
        let mut names = Vec::new();
        for file in compress::files_below(&self.folder)? {
            let name = file.strip_prefix(&self.folder)?.to_string_lossy().into_owned();
            let is_copy = name.ends_with(".br") || name.ends_with(".gz");
            if is_copy && name.starts_with(offline::NAME) {
                fs::remove_file(&file)?;
            }
            if !is_copy && name != offline::NAME && name != ONE_FILE {
                version.add(&name, &fs::read(&file)?);
                names.push(name);
            }
        }
        self.put(offline::NAME, version.worker()?.as_bytes())?;
        Ok(names)
    }

    /// The start of every address that belongs to this site.
    #[must_use]
    pub fn origin(&self) -> String {
        self.server.address()
    }

    /// What the server was asked, with its answers: `200 /some/folder/`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }
}

/// A server on a port that no other site of this run had: what a browser stores for a host is there
/// for the next test.
fn server(folder: &Path) -> Result<Server> {
    // Below the ports that the system gives to those who ask for any.
    const PORTS: std::ops::Range<u16> = 10_000..30_000;
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = PORTS.start + u16::try_from(std::process::id() % 10_000)?;
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed);
        if !PORTS.contains(&port) {
            bail!("no port up to {} is free", PORTS.end);
        }
        // Others on this machine may have it.
        if let Ok(server) = Server::with(vec![Mount::folder(AT, folder)], port) {
            return Ok(server);
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Left for the next run to overwrite if this fails.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The address of the one-file page, opened from its folder, with this fragment.
///
/// # Errors
/// When it was not built.
pub fn one_file(fragment: &str) -> Result<String> {
    let path = paths::dist().join(ONE_FILE);
    if !path.is_file() {
        bail!("{} is missing; run `cargo xtask dist`", path.display());
    }
    Ok(format!("file://{}{fragment}", path.display()))
}

/// Edits `index.html` of a copied page and drops its compressed copies, which would be sent instead.
///
/// # Errors
/// When it cannot be read or written.
pub fn edit_index(folder: &Path, edit: impl FnOnce(String) -> Result<String>) -> Result<()> {
    edit_file(&folder.join("index.html"), edit)
}

/// Edits the script of a copied page that runs the reader of files.
///
/// # Errors
/// When it is not there, or cannot be read or written.
pub fn edit_worker(folder: &Path, edit: impl FnOnce(String) -> Result<String>) -> Result<()> {
    let is_script = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("worker-") && name.ends_with(".js")
    };
    let files = compress::files_below(folder)?;
    edit_file(files.iter().find(|f| is_script(f)).context("no script of the worker")?, edit)
}

/// Edits a file and drops its compressed copies, which would be sent instead.
fn edit_file(file: &Path, edit: impl FnOnce(String) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("no {}", file.display()))?;
    fs::write(file, edit(text)?).with_context(|| format!("cannot write {}", file.display()))?;
    for ending in ["br", "gz"] {
        let mut copy = file.as_os_str().to_owned();
        copy.push(format!(".{ending}"));
        if Path::new(&copy).is_file() {
            fs::remove_file(copy)?;
        }
    }
    Ok(())
}

/// Puts a script before all others.
///
/// # Errors
/// When `index.html` has no policy.
pub fn first_script(page: &str, name: &str) -> Result<String> {
    let metas = html::elements(page, "meta");
    let policy = metas.iter().find(|meta| meta.attribute("http-equiv").is_some());
    let at = policy.context("index.html has no Content-Security-Policy")?.range.end;
    Ok(format!("{}<script src=\"./{name}\"></script>{}", &page[..at], &page[at..]))
}

fn copy_of_dist() -> Result<PathBuf> {
    static COPIES: AtomicU32 = AtomicU32::new(0);
    let number = COPIES.fetch_add(1, Ordering::Relaxed);
    let to = paths::scratch("e2e").join(format!("site-{}-{number}", std::process::id()));
    let from = paths::dist();
    for file in compress::files_below(&from).context("run `cargo xtask dist` first")? {
        let inside = file.strip_prefix(&from).unwrap_or(&file);
        // The list of files that is for the next build, which no host serves.
        if inside.to_string_lossy().starts_with('.') {
            continue;
        }
        let target = to.join(inside);
        fs::create_dir_all(target.parent().unwrap_or(&to))?;
        fs::copy(&file, &target).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(to)
}
