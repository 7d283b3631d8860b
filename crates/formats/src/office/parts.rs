//! Parts of a zip: what DOCX and EPUB have in common.

use crate::bytes::bounded;
use crate::containers::zip::reason;
use std::io::{Read, Seek};
use zip::ZipArchive;

/// The longest part that is read, in bytes.
const LONGEST: usize = 64 << 20;

/// The bytes of one part; `None` when there is no such part.
///
/// # Errors
/// When it is there and cannot be read.
pub(crate) fn part<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    name: &str,
) -> Result<Option<Vec<u8>>, String> {
    let Some(at) = archive.index_for_name(name) else { return Ok(None) };
    let file = archive.by_index(at).map_err(|e| reason(&e))?;
    bounded(file, LONGEST).map(Some)
}
