//! Packs that are larger than memory: articles wait in temporary files while they are
//! read, and the pack is written to a file of its own.

use crate::output::Stop;
use dateline_corpus::{Corpus, CorpusBuilder, Spool};
use dateline_pack::Error;
use std::fs::File;
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, SpooledTempFile};

/// A builder whose articles wait beside `out`, in files that have no name and go with the
/// command, however it ends.
pub(crate) fn builder(out: &Path) -> Result<CorpusBuilder, Stop> {
    let folder = folder_of(out);
    let file = || Ok(Box::new(tempfile::tempfile_in(folder)?) as Box<dyn Spool>);
    let made = std::fs::create_dir_all(folder).and_then(|()| CorpusBuilder::spooled(file));
    made.map_err(|e| Error::new(folder, format!("cannot write temporary files: {e}")).into())
}

/// Bytes of a temporary file that stay in memory: a small folder needs no file.
const MAX_BYTES_IN_MEMORY: usize = 1 << 20;

/// A builder whose articles wait where the system keeps temporary files (`TMPDIR`), since
/// nothing is written beside them.
pub(crate) fn apart() -> Result<CorpusBuilder, Stop> {
    Ok(CorpusBuilder::spooled(|| Ok(Box::new(file()) as Box<dyn Spool>))?)
}

/// A temporary file that goes with the command, in memory while it is small.
pub(crate) fn file() -> SpooledTempFile {
    tempfile::spooled_tempfile(MAX_BYTES_IN_MEMORY)
}

/// A new file beside `out`, to be renamed when it is finished; it goes when that never comes.
///
/// # Errors
/// When nothing can be written there.
pub(crate) fn beside(out: &Path) -> Result<NamedTempFile, Stop> {
    let folder = folder_of(out);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dateline-");
    // As for every other new file: the user's mask decides who may read it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let made = std::fs::create_dir_all(folder).and_then(|()| builder.tempfile_in(folder));
    made.map_err(|e| Error::new(folder, format!("cannot be written: {e}")).into())
}

/// The folder that a file or a folder is in.
fn folder_of(out: &Path) -> &Path {
    out.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A pack in a file, which is removed with this value unless it was moved.
#[derive(Debug)]
pub(crate) struct PackFile {
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
    /// The part of it that the frame of the page needs.
    pub(crate) outline: Corpus,
}

impl PackFile {
    /// Writes the pack of `builder` to `path`. `from` is for the errors.
    pub(crate) fn write(builder: CorpusBuilder, path: PathBuf, from: &Path) -> Result<Self, Stop> {
        let failed = |e: std::io::Error| Error::new(&path, format!("cannot be written: {e}"));
        let mut file = File::create(&path).map_err(failed)?;
        match builder.write(&mut file, dateline_pack::LISTED) {
            Ok(written) => Ok(PackFile { path, bytes: written.bytes, outline: written.outline }),
            Err(error) => {
                // What cannot be removed is overwritten the next time.
                let _ = std::fs::remove_file(&path);
                Err(Error::new(from, error.to_string()).into())
            }
        }
    }
}

impl Drop for PackFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
