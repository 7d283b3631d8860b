//! Parts of a zip: what documents of office programs and EPUB have in common.

use crate::bytes::bounded;
use crate::containers::zip::reason;
use std::io::{Cursor, Read, Seek};
use zip::ZipArchive;

/// A document that is a zip, in memory.
pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The longest part that is read, in bytes.
const MAX_PART_BYTES: usize = 64 << 20;

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
    bounded(file, MAX_PART_BYTES).map(Some)
}
