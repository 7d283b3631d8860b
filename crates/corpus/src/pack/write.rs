//! Writing a pack: sections in, bytes out.

use crate::BuildError;
use crate::build::spool::Store;
use crate::pack::format::{ALIGN, CHECKSUM, HEADER, MAGIC, ROW, Section, VERSION};
use std::io::{self, Cursor, Seek, SeekFrom, Write};
use xxhash_rust::xxh64::{Xxh64, xxh64};

/// Sections with their bytes.
pub(crate) type Sections = Vec<(Section, Vec<u8>)>;

/// Header without a checksum, and the table of sections of these lengths. `None` when
/// an offset would not fit 32 bits.
fn head(articles: u32, sections: &[(Section, u64)]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    out.extend_from_slice(MAGIC);
    let is_coded = sections.iter().any(|(s, length)| *s == Section::Words && *length > 0);
    // What the first readers can read is of their version.
    let version: u16 = if is_coded { VERSION } else { 1 };
    out.extend_from_slice(&version.to_le_bytes());
    out.extend_from_slice(&(sections.len() as u16).to_le_bytes());
    out.extend_from_slice(&articles.to_le_bytes());
    out.extend_from_slice(&[0; CHECKSUM.end - CHECKSUM.start]);
    let mut at = ((HEADER + ROW * sections.len()) as u64).next_multiple_of(ALIGN as u64);
    for (section, length) in sections {
        out.extend_from_slice(section.letters());
        out.extend_from_slice(&u32::try_from(at).ok()?.to_le_bytes());
        out.extend_from_slice(&u32::try_from(*length).ok()?.to_le_bytes());
        at = (at + length).next_multiple_of(ALIGN as u64);
    }
    Some(out)
}

/// Puts header, table and sections together. `None` when an offset would not fit
/// 32 bits.
pub(crate) fn assemble(articles: u32, sections: &[(Section, Vec<u8>)]) -> Option<Vec<u8>> {
    let lengths: Vec<_> = sections.iter().map(|(s, b)| (*s, b.len() as u64)).collect();
    let mut out = head(articles, &lengths)?;
    out.reserve_exact(sections.iter().map(|(_, b)| b.len() + ALIGN).sum());
    for (_, bytes) in sections {
        out.resize(out.len().next_multiple_of(ALIGN), 0);
        out.extend_from_slice(bytes);
    }
    let sum = xxh64(&out[HEADER..], 0);
    out[CHECKSUM].copy_from_slice(&sum.to_le_bytes());
    Some(out)
}

/// Writes header, table and sections to `out` from its first byte on; hands back the
/// length.
pub(crate) fn write(
    articles: u32,
    sections: &mut [(Section, Store)],
    out: &mut (impl Write + Seek),
) -> Result<u64, BuildError> {
    let lengths: Vec<_> = sections.iter().map(|(s, store)| (*s, store.len())).collect();
    let head = head(articles, &lengths).ok_or(BuildError::TooLarge)?;
    let (mut sum, mut at) = (Xxh64::new(0), HEADER as u64);
    out.rewind()?;
    out.write_all(&head[..HEADER])?;
    let mut put = |bytes: &[u8]| -> io::Result<u64> {
        sum.update(bytes);
        at += bytes.len() as u64;
        out.write_all(bytes)?;
        Ok(at)
    };
    let mut end = put(&head[HEADER..])?;
    for (_, store) in sections {
        let padding = end.next_multiple_of(ALIGN as u64) - end;
        end = put(&[0; ALIGN][..padding as usize])?;
        store.copy(&mut |bytes| {
            end = put(bytes)?;
            Ok(())
        })?;
    }
    out.seek(SeekFrom::Start(CHECKSUM.start as u64))?;
    out.write_all(&sum.digest().to_le_bytes())?;
    out.seek(SeekFrom::Start(end))?;
    out.flush()?;
    Ok(end)
}

/// As [`write()`], in memory.
pub(crate) fn in_memory(
    articles: u32,
    sections: &mut [(Section, Store)],
) -> Result<Vec<u8>, BuildError> {
    let size = sections.iter().map(|(_, s)| s.len() as usize + ROW + ALIGN).sum::<usize>();
    let mut out = Cursor::new(Vec::with_capacity(HEADER + size));
    write(articles, sections, &mut out)?;
    Ok(out.into_inner())
}

/// A list of things of different lengths with its offsets.
#[derive(Default)]
pub(crate) struct List {
    ends: Vec<usize>,
    /// The things, one after another.
    pub(crate) bytes: Vec<u8>,
}

impl List {
    /// Ends the thing that was just written to `bytes`.
    pub(crate) fn end_item(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// The offsets as a section and the things as another. `None` when they do
    /// not fit 32 bits.
    pub(crate) fn finish(self) -> Option<(Vec<u8>, Vec<u8>)> {
        let mut offsets = Vec::with_capacity(4 * (self.ends.len() + 1));
        offsets.extend_from_slice(&0_u32.to_le_bytes());
        for end in self.ends {
            offsets.extend_from_slice(&u32::try_from(end).ok()?.to_le_bytes());
        }
        Some((offsets, self.bytes))
    }
}
