//! A pack that arrives piece by piece: how much there is, what is wrong with it as
//! soon as that shows, and the corpus at the end.

use crate::pack::format::{HEADER, ROW};
use crate::pack::read::{Checksum, version};
use crate::{Corpus, OpenError};
use dateline_text::bytes::u32_at;

/// How many times the bytes that have come memory is reserved for at most.
const AHEAD: usize = 4;

/// The bytes of a pack as far as they have come.
#[derive(Default)]
pub struct Arriving {
    bytes: Vec<u8>,
    total: Option<usize>,
    checksum: Checksum,
}

impl std::fmt::Debug for Arriving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let received = self.bytes.len();
        f.debug_struct("Arriving").field("received", &received).field("total", &self.total).finish()
    }
}

impl Arriving {
    /// Nothing yet.
    pub fn new() -> Arriving {
        Arriving::default()
    }

    /// Takes the next bytes. Room is made for as many as the table of sections claims, but
    /// never for more than `AHEAD` times as many as have come: a table may claim anything.
    ///
    /// # Errors
    /// When the bytes do not begin as a pack does, or are of a later version.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), OpenError> {
        self.make_room(piece.len());
        self.bytes.extend_from_slice(piece);
        if self.total.is_none() && self.bytes.len() >= HEADER {
            version(&self.bytes)?;
            self.total = length_of(&self.bytes);
        }
        // While others are on their way: there is nothing else to do then.
        self.checksum.take(&self.bytes);
        Ok(())
    }

    fn make_room(&mut self, more: usize) {
        let come = self.bytes.len() + more;
        let claimed = self.total.unwrap_or(come);
        if come > self.bytes.capacity() {
            let room = claimed.clamp(come, come.saturating_mul(AHEAD));
            // Without the room, the bytes find their own.
            let _ = self.bytes.try_reserve_exact(room - self.bytes.len());
        }
    }

    /// How many bytes have come.
    pub fn received(&self) -> usize {
        self.bytes.len()
    }

    /// How many bytes there are, once that is known: counted as they are here, which
    /// is more than go over a line that compresses.
    pub fn total(&self) -> Option<usize> {
        self.total
    }

    /// The corpus, when everything has come.
    ///
    /// # Errors
    /// When the bytes are no pack, a pack of a later version, or damaged, also by
    /// ending too early.
    pub fn open(self) -> Result<Corpus, OpenError> {
        Corpus::open_hashed(self.bytes.into(), self.checksum)
    }

    /// The corpus of a pack that this very program has built, as [`Corpus::open_built`].
    ///
    /// # Errors
    /// As [`Arriving::open`].
    pub fn open_built(self) -> Result<Corpus, OpenError> {
        Corpus::open_built_hashed(self.bytes.into(), self.checksum)
    }
}

/// Where the last section ends, from the table of sections when all of it is there.
fn length_of(bytes: &[u8]) -> Option<usize> {
    let count = usize::from(u16::from_le_bytes(*bytes.get(10..)?.first_chunk::<2>()?));
    let table = bytes.get(HEADER..HEADER + ROW * count)?;
    let end = |row: &[u8]| u32_at(row, 1)?.checked_add(u32_at(row, 2)?);
    let last = table.chunks_exact(ROW).filter_map(end).max();
    Some(last.map_or(HEADER + table.len(), |end| end as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CorpusBuilder, Input};

    fn pack() -> Vec<u8> {
        let mut builder = CorpusBuilder::new();
        builder.add(Input::dump("a", "A road opens\n\nChina paid for it.")).expect("an article");
        builder.build().expect("a pack")
    }

    fn arrive(bytes: &[u8], piece: usize) -> Result<Arriving, OpenError> {
        let mut arriving = Arriving::new();
        for piece in bytes.chunks(piece) {
            arriving.push(piece)?;
        }
        Ok(arriving)
    }

    #[test]
    fn pieces_of_any_size_make_the_pack() {
        let pack = pack();
        for piece in [1, 7, 24, 100, pack.len()] {
            let arriving = arrive(&pack, piece).expect("pieces of a pack");
            assert_eq!((arriving.total(), arriving.received()), (Some(pack.len()), pack.len()));
            assert_eq!(arriving.open().expect("a corpus").len(), 1, "{piece}");
        }
    }

    #[test]
    fn what_is_wrong_shows_as_soon_as_it_can() {
        let pack = pack();
        let page = b"<!doctype html><title>Not found</title>";
        assert_eq!(arrive(page, 10).err(), Some(OpenError::NotAPack));
        let mut later = pack.clone();
        later[8] = 9;
        let version = OpenError::Version { found: 9, known: 2 };
        assert_eq!(arrive(&later[..30], 10).err(), Some(version));
        let cut = arrive(&pack[..pack.len() - 9], 64).expect("the beginning of a pack");
        assert_eq!(cut.total(), Some(pack.len()));
        assert_eq!(cut.open().err(), Some(OpenError::Damaged { part: "checksum" }));
        assert_eq!(arrive(b"DATE", 1).expect("too short").open().err(), Some(OpenError::NotAPack));
    }
}
