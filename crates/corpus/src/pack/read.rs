//! Reading a pack in place: header and table are checked once, everything else
//! is borrowed.

use crate::pack::format::{ALIGN, HEADER, MAGIC, ROW, Section, VERSION};
use dateline_text::bytes::{Cursor, u32_at};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use xxhash_rust::xxh64::Xxh64;

/// Why some bytes could not be opened as a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenError {
    /// They do not begin like a pack.
    NotAPack,
    /// A version that this program does not know.
    Version {
        /// The version of the pack.
        found: u16,
        /// The latest version that this program reads.
        known: u16,
    },
    /// Not the bytes that were written.
    Damaged {
        /// The part in which it showed.
        part: &'static str,
    },
    /// It names something that this program does not know.
    Unknown {
        /// What it is.
        what: String,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAPack => {
                f.write_str("not a Dateline corpus: the file does not begin with DATELINE")
            }
            OpenError::Version { found, known } => write!(
                f,
                "corpus of version {found}; this page reads versions up to {known}: use a newer page, or pack the corpus again"
            ),
            OpenError::Damaged { part } => {
                write!(f, "damaged corpus ({part}): load it again, or pack it again")
            }
            OpenError::Unknown { what } => {
                write!(
                    f,
                    "the corpus names {what}, which this page does not know: use a newer page"
                )
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// Checks that `bytes`, which may be the beginning of a pack, are of a version that
/// this program reads.
pub(crate) fn version(bytes: &[u8]) -> Result<(), OpenError> {
    let header = bytes.get(..HEADER).filter(|header| header.starts_with(MAGIC));
    let header = header.ok_or(OpenError::NotAPack)?;
    match u16::from_le_bytes([header[8], header[9]]) {
        1..=VERSION => Ok(()),
        found => Err(OpenError::Version { found, known: VERSION }),
    }
}

/// The checksum of a pack, of bytes that are taken as they come.
#[derive(Clone)]
pub(crate) struct Checksum {
    hash: Xxh64,
    taken: usize,
}

impl Default for Checksum {
    fn default() -> Checksum {
        Checksum { hash: Xxh64::new(0), taken: HEADER }
    }
}

impl Checksum {
    /// Takes what is new in `bytes`, which are those of before and more.
    pub(crate) fn take(&mut self, bytes: &[u8]) {
        self.hash.update(bytes.get(self.taken..).unwrap_or_default());
        self.taken = self.taken.max(bytes.len());
    }

    /// Whether the pack `bytes` has the checksum that its header tells.
    fn fits(mut self, bytes: &[u8]) -> bool {
        self.take(bytes);
        bytes.get(16..HEADER) == Some(&self.hash.digest().to_le_bytes())
    }
}

/// The bytes of a pack with the places of its sections.
pub(crate) struct Pack {
    bytes: Arc<Cow<'static, [u8]>>,
    sections: [Range<usize>; Section::ALL.len()],
    articles: u32,
}

impl Pack {
    /// `checksum` is that of some first bytes.
    pub(crate) fn open(bytes: Cow<'static, [u8]>, checksum: Checksum) -> Result<Pack, OpenError> {
        let damaged = |part| OpenError::Damaged { part };
        version(&bytes)?;
        let header = &bytes[..HEADER];
        let mut fields = Cursor::new(&header[10..]);
        let two = |c: &mut Cursor<'_>| Some(u16::from_le_bytes(*c.take(2)?.first_chunk::<2>()?));
        let count = usize::from(two(&mut fields).ok_or(damaged("header"))?);
        let articles = u32_at(header, 3).ok_or(damaged("header"))?;
        if !checksum.fits(&bytes) {
            return Err(damaged("checksum"));
        }
        let rows = bytes.get(HEADER..HEADER + ROW * count).ok_or(damaged("table of sections"))?;
        let mut sections = [const { 0..0 }; Section::ALL.len()];
        for row in rows.chunks_exact(ROW) {
            let known = Section::ALL.iter().position(|s| s.letters() == &row[..4]);
            let start = u32_at(row, 1).ok_or(damaged("table of sections"))? as usize;
            let length = u32_at(row, 2).ok_or(damaged("table of sections"))? as usize;
            let end = start.checked_add(length).filter(|e| *e <= bytes.len());
            let end = end.ok_or(damaged("table of sections"))?;
            if !start.is_multiple_of(ALIGN) {
                return Err(damaged("table of sections"));
            }
            if let Some(place) = known {
                sections[place] = start..end;
            }
        }
        let pack = Pack { bytes: Arc::new(bytes), sections, articles };
        pack.check_lists()?;
        Ok(pack)
    }

    /// Every list of offsets has the right length, rises, and ends within its section.
    fn check_lists(&self) -> Result<(), OpenError> {
        let lists = [
            (Section::TextOffsets, Section::Text),
            (Section::RecordOffsets, Section::Records),
            (Section::BlockOffsets, Section::Blocks),
            (Section::MentionOffsets, Section::Mentions),
            (Section::AmbiguousOffsets, Section::Ambiguous),
        ];
        let n = self.articles as usize;
        for (offsets, things) in lists {
            let list = self.section(offsets);
            // The first packs did not keep what is ambiguous.
            if offsets == Section::AmbiguousOffsets && list.is_empty() {
                continue;
            }
            let rises = list.chunks_exact(4).map(|c| u32_at(c, 0)).is_sorted();
            let ends = u32_at(list, n).is_some_and(|e| e as usize == self.section(things).len());
            let long_enough = n.checked_add(1).and_then(|n| n.checked_mul(4)) == Some(list.len());
            if !long_enough || !rises || !ends {
                return Err(OpenError::Damaged { part: offsets.name() });
            }
        }
        if n.checked_mul(4) != Some(self.section(Section::Dates).len()) {
            return Err(OpenError::Damaged { part: Section::Dates.name() });
        }
        Ok(())
    }

    pub(crate) fn articles(&self) -> u32 {
        self.articles
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn section(&self, section: Section) -> &[u8] {
        &self.bytes[self.sections[section as usize].clone()]
    }

    /// A section that outlives the borrow: the search index reads in place too.
    pub(crate) fn shared(&self, section: Section) -> IndexBytes {
        let range = self.sections[section as usize].clone();
        IndexBytes::Packed(Arc::clone(&self.bytes), range)
    }

    /// Thing number `at` of a list; empty when there is none.
    pub(crate) fn item(&self, offsets: Section, things: Section, at: u32) -> &[u8] {
        let list = self.section(offsets);
        let ends = u32_at(list, at as usize).zip(u32_at(list, at as usize + 1));
        ends.and_then(|(a, b)| self.section(things).get(a as usize..b as usize)).unwrap_or(&[])
    }
}

/// The bytes of a search index: part of a pack, or built here.
pub(crate) enum IndexBytes {
    Packed(Arc<Cow<'static, [u8]>>, Range<usize>),
    Built(Vec<u8>),
}

impl AsRef<[u8]> for IndexBytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            IndexBytes::Packed(bytes, range) => &bytes[range.clone()],
            IndexBytes::Built(bytes) => bytes,
        }
    }
}
