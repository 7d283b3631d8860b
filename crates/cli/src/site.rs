//! Writing a site: a folder, or one file.

use crate::output::Stop;
use crate::spool::PackFile;
use dateline_pack::Error;
use dateline_site::hosted::{replace, write_into};
use dateline_site::{Articles, Contents, Program, compress, one_file};
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// The page, as `build.rs` found it; empty when there was none.
const PROGRAM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/program"));

/// Packs of so many bytes or more are better not put into one file: a browser would have
/// to read all of it before it shows anything.
const LARGE: u64 = 64 << 20;

/// Everything a site is made from.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) program: Program,
    pub(crate) pack: PackFile,
    pub(crate) compress: bool,
}

/// The page that this command carries; `None` when it was built without.
pub(crate) fn program() -> Option<Program> {
    Program::from_bytes(PROGRAM).ok()
}

/// Whether a site may be written there: to a name that is free, or over an older site.
///
/// # Errors
/// When something else is there, or one file has no name of a page.
pub(crate) fn check(out: &Path, single: bool) -> Result<(), Stop> {
    let refuse = |what: &str| Err(Error::new(out, what).into());
    let is_page = out.extension().is_some_and(|e| e == "html" || e == "htm");
    if single && (!is_page || out.is_dir()) {
        return refuse("--single writes one file; give it a name that ends with .html");
    }
    if !single && out.is_file() {
        return refuse("a file is there; a site is a folder (or one file, with --single)");
    }
    let is_empty = || std::fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    if !single && out.is_dir() && !is_site(out) && !is_empty() {
        return refuse("this folder holds something else than a site; choose a new or empty one");
    }
    Ok(())
}

/// A folder that a site was built into: its page, and its articles beside it.
fn is_site(folder: &Path) -> bool {
    let named = |entry: std::fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("corpus-") && name.ends_with(".pack")
    };
    let packed = std::fs::read_dir(folder).is_ok_and(|entries| entries.flatten().any(named));
    packed && folder.join("index.html").is_file()
}

/// Where a site stands until it is finished.
pub(crate) fn unfinished(out: &Path) -> PathBuf {
    dateline_site::hosted::unfinished(out)
}

/// Where a build keeps what it read: a hidden file beside the site, which may be removed.
pub(crate) fn cache(out: &Path) -> PathBuf {
    hidden(out, "cache")
}

/// Where the pack of a build stands until the site has it.
pub(crate) fn pack(out: &Path) -> PathBuf {
    hidden(out, "pack")
}

/// A hidden file beside the site.
fn hidden(out: &Path, ending: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{ending}"))
}

impl Site {
    /// Writes the site as a folder; hands back what it holds, in words.
    pub(crate) fn folder(&self, out: &Path) -> Result<String, Stop> {
        let size = self.with_articles(|articles, count| {
            replace(out, |folder| {
                write_into(&self.program, articles, folder)?;
                if self.compress { compress::folder_in_pieces(folder) } else { Ok(()) }
            })?;
            let mut size = 0;
            for file in compress::files_below(out)? {
                size += std::fs::metadata(&file)?.len();
            }
            Ok(format!(
                "{count} articles, {} in all, of which the pack has {}",
                bytes(size),
                bytes(self.pack.bytes)
            ))
        });
        Ok(size.map_err(|what| Error::new(out, what))?)
    }

    /// Writes the site as one file; hands back what it holds, in words.
    pub(crate) fn single(&self, out: &Path) -> Result<String, Stop> {
        if self.pack.bytes >= LARGE {
            eprintln!(
                "dateline: {} of articles in one file open slowly; without --single they load with progress",
                bytes(self.pack.bytes)
            );
        }
        let size = self.with_articles(|articles, count| {
            // Written beside and renamed: an interrupted run leaves the old file.
            let new = unfinished(out);
            let mut page = BufWriter::new(File::create(&new)?);
            one_file::write(&self.program, articles, &mut page)?;
            std::fs::rename(&new, out)?;
            let size = std::fs::metadata(out)?.len();
            let pack = bytes(self.pack.bytes);
            Ok(format!(
                "{count} articles, {} in one file (the pack has {pack} before packing)",
                bytes(size)
            ))
        });
        Ok(size.map_err(|what| Error::new(out, what))?)
    }

    fn with_articles(
        &self,
        write: impl FnOnce(&Articles<'_>, usize) -> anyhow::Result<String>,
    ) -> Result<String, String> {
        let corpus = &self.pack.outline;
        let (title, language) = (corpus.title(), corpus.language());
        let (pack, frame) = (Contents::File(&self.pack.path), dateline_pack::frame_of(corpus));
        let articles = Articles { pack, frame: &frame, title, language };
        write(&articles, corpus.len()).map_err(|e| format!("{e:#}"))
    }
}

/// A size as people read it.
fn bytes(size: u64) -> String {
    match size {
        0..1_000_000 => format!("{} kB", size.div_ceil(1000)),
        _ => format!("{:.1} MB", size as f64 / 1e6),
    }
}
