//! `dateline pack`: a corpus as one file.

use crate::arguments::Input;
use crate::output::Stop;
use crate::{readers, spool};
use dateline_corpus::CorpusBuilder;
use dateline_pack::{Articles, Error, Job};
use std::path::Path;

/// Packs `input` into the file `out`.
pub(crate) fn run(input: &Input, out: &Path, corrections: Option<&Path>) -> Result<(), Stop> {
    let corrections = corrections.map(dateline_pack::read_corrections).transpose()?;
    let corrections = corrections.unwrap_or_default();
    let (articles, from) = match &input.jsonl {
        None => {
            let paths = input.paths.as_slice();
            (Articles::Paths(paths), paths.first().map_or(Path::new(""), |p| p))
        }
        Some(file) => (Articles::Jsonl(file), file.as_path()),
    };
    let readers = readers::pool();
    let job = Job { corrections: &corrections, readers: readers.as_ref(), ..Job::of(articles) };
    let builder = job.gather_into(place(out)?, &mut |_| true)?;
    let failed = |e: std::io::Error| Error::new(out, e.to_string());
    if is_special(out) {
        let bytes = builder.build().map_err(|e| Error::new(from, e.to_string()))?;
        return Ok(std::fs::write(out, bytes).map_err(failed)?);
    }
    // Written beside and renamed: an interrupted run leaves the old file.
    let new = spool::beside(out)?;
    let written = spool::PackFile::write(builder, new.path().to_owned(), from)?;
    let renamed = new.persist(out).map(drop).map_err(|e| failed(e.error));
    drop(written);
    Ok(renamed?)
}

/// Where articles wait: beside the pack, but not beside a device.
fn place(out: &Path) -> Result<CorpusBuilder, Stop> {
    if is_special(out) { Ok(CorpusBuilder::new()) } else { spool::builder(out) }
}

/// Whether something is there that is no file, such as standard output.
fn is_special(out: &Path) -> bool {
    out.exists() && !out.is_file()
}
