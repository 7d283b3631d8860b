//! Writing a site: a folder, or one file.

use crate::output::Stop;
use crate::spool::PackFile;
use dateline_pack::Error;
use dateline_site::hosted::write_into;
use dateline_site::workplace::Workplace;
use dateline_site::{Articles, Contents, Program, compress, one_file, replace};
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// The page, as `build.rs` found it; empty when there was none.
const PROGRAM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/program"));

/// Packs of so many bytes or more are better not put into one file: a browser would have
/// to read all of it before it shows anything.
const MAX_BYTES_IN_ONE_FILE: u64 = 64 << 20;

/// The temporary name of a page as one file.
const PAGE: &str = "page.html";

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
    if single && out.exists() && !one_file::is_page(out) {
        return refuse(
            "this file was not written by Dateline and would be overwritten; choose another name",
        );
    }
    if !single && out.is_file() {
        return refuse("a file is there; a site is a folder (or one file, with --single)");
    }
    if !single && out.is_dir() && !replace::is_free(out) {
        return refuse("this folder holds something other than a site; choose a new or empty one");
    }
    Ok(())
}

/// Takes the place of a site, in which everything stands until it is finished.
///
/// # Errors
/// When another build is writing it, or it cannot be written.
pub(crate) fn workplace(out: &Path, single: bool) -> Result<Workplace, Stop> {
    let place = if single { Workplace::for_file(out) } else { Workplace::for_folder(out) };
    Ok(place.map_err(|e| Error::new(out, format!("{e:#}")))?)
}

/// Where a build keeps what it read: a hidden file beside the site, which may be removed. Nothing
/// when something else has that name.
pub(crate) fn cache(out: &Path) -> Option<PathBuf> {
    let whole = out.canonicalize().or_else(|_| std::path::absolute(out)).ok()?;
    let name = whole.file_name()?.to_string_lossy().into_owned();
    let cache = whole.with_file_name(format!(".{name}.cache"));
    dateline_pack::may_be_cache(&cache).then_some(cache)
}

impl Site {
    /// Writes the site as a folder; hands back what it holds, in words.
    pub(crate) fn folder(&self, place: Workplace) -> Result<String, Stop> {
        let out = place.target().to_owned();
        let size = self.with_articles(|articles, count| {
            let mut size = 0;
            let fill = |folder: &Path| {
                write_into(&self.program, articles, folder)?;
                if self.compress {
                    compress::folder_in_pieces(folder)?;
                }
                for file in compress::files_below(folder)? {
                    size += std::fs::metadata(&file)?.len();
                }
                Ok(())
            };
            place.put_folder(fill, &mut || {})?;
            Ok(format!(
                "{count} articles, {} in all, of which the pack has {}",
                bytes(size),
                bytes(self.pack.bytes)
            ))
        });
        Ok(size.map_err(|what| Error::new(&out, what))?)
    }

    /// Writes the site as one file; hands back what it holds, in words.
    pub(crate) fn single(&self, place: Workplace) -> Result<String, Stop> {
        let out = place.target().to_owned();
        if self.pack.bytes >= MAX_BYTES_IN_ONE_FILE {
            eprintln!(
                "dateline: {} of articles in one file open slowly; without --single they load with progress",
                bytes(self.pack.bytes)
            );
        }
        let size = self.with_articles(|articles, count| {
            let mut page = BufWriter::new(File::create(place.file(PAGE))?);
            one_file::write(&self.program, articles, &mut page)?;
            let size = std::fs::metadata(place.file(PAGE))?.len();
            place.put_file(PAGE)?;
            let pack = bytes(self.pack.bytes);
            Ok(format!(
                "{count} articles, {} in one file (the pack has {pack} before packing)",
                bytes(size)
            ))
        });
        Ok(size.map_err(|what| Error::new(&out, what))?)
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
