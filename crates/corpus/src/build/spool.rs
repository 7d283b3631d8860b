//! Bytes that a builder puts away until it needs them again: in memory, or where its
//! caller says (a temporary file), since this crate knows no files.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

/// Where bytes can be put away: a file, or `std::io::Cursor<Vec<u8>>`.
pub trait Spool: Read + Write + Seek + Send {}

impl<T: Read + Write + Seek + Send> Spool for T {}

/// Bytes gathered before they are written to a spool, and read from it at once.
const BUFFER: usize = 1 << 18;

/// Bytes one after another, appended at the end, read anywhere.
pub(crate) enum Store {
    /// In memory.
    Memory(Vec<u8>),
    /// In a spool, but for those of the end.
    Spooled {
        spool: Box<dyn Spool>,
        /// How many are in the spool.
        written: u64,
        /// Those that come after them.
        end: Vec<u8>,
    },
}

impl Default for Store {
    fn default() -> Self {
        Store::Memory(Vec::new())
    }
}

impl Store {
    /// An empty store in an empty spool.
    pub(crate) fn spooled(spool: Box<dyn Spool>) -> Store {
        Store::Spooled { spool, written: 0, end: Vec::new() }
    }

    /// How many bytes there are.
    pub(crate) fn len(&self) -> u64 {
        match self {
            Store::Memory(bytes) => bytes.len() as u64,
            Store::Spooled { written, end, .. } => written + end.len() as u64,
        }
    }

    /// Adds bytes at the end.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Store::Memory(all) => all.extend_from_slice(bytes),
            Store::Spooled { end, .. } => {
                end.extend_from_slice(bytes);
                if end.len() >= BUFFER {
                    self.flush()?;
                }
            }
        }
        Ok(())
    }

    /// The bytes of a range that lies within.
    pub(crate) fn read(&mut self, range: Range<u64>) -> io::Result<Vec<u8>> {
        self.flush()?;
        match self {
            Store::Memory(bytes) => {
                let found = bytes.get(range.start as usize..range.end as usize);
                found.map(<[u8]>::to_vec).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
            }
            Store::Spooled { spool, .. } => {
                let mut out = vec![0; (range.end - range.start) as usize];
                spool.seek(SeekFrom::Start(range.start))?;
                spool.read_exact(&mut out)?;
                Ok(out)
            }
        }
    }

    /// Gives all bytes to `out`, in pieces.
    pub(crate) fn copy(&mut self, out: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        self.flush()?;
        match self {
            Store::Memory(bytes) => out(bytes),
            Store::Spooled { spool, written, .. } => {
                spool.rewind()?;
                let mut buffer = vec![0; BUFFER];
                let mut left = *written;
                while left > 0 {
                    let some = &mut buffer[..(BUFFER as u64).min(left) as usize];
                    spool.read_exact(some)?;
                    out(some)?;
                    left -= some.len() as u64;
                }
                Ok(())
            }
        }
    }

    /// Writes what waits in memory into the spool.
    fn flush(&mut self) -> io::Result<()> {
        let Store::Spooled { spool, written, end } = self else { return Ok(()) };
        if !end.is_empty() {
            spool.seek(SeekFrom::Start(*written))?;
            spool.write_all(end)?;
            *written += end.len() as u64;
            end.clear();
        }
        Ok(())
    }
}

impl From<Vec<u8>> for Store {
    fn from(bytes: Vec<u8>) -> Self {
        Store::Memory(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_appended_is_read() {
        let spool = || Store::spooled(Box::new(io::Cursor::new(Vec::new())));
        for (name, mut store) in [("memory", Store::default()), ("spool", spool())] {
            let mut want = Vec::new();
            for n in 0..7_u8 {
                let piece = vec![n; BUFFER / 3 + usize::from(n)];
                store.append(&piece).expect(name);
                want.extend_from_slice(&piece);
                // Reading in between moves the place of the spool.
                assert_eq!(store.read(0..1).expect(name), [0], "{name}");
            }
            assert_eq!(store.len(), want.len() as u64, "{name}");
            let (from, to) = (BUFFER / 2, 2 * BUFFER - 5);
            let found = store.read(from as u64..to as u64).expect(name);
            assert_eq!(found, want[from..to], "{name}");
            let mut all = Vec::new();
            let copied = store.copy(&mut |bytes| {
                all.extend_from_slice(bytes);
                Ok(())
            });
            copied.expect(name);
            assert!(all == want, "{name}: everything in order");
            assert!(store.read(0..store.len() + 1).is_err(), "{name}: past the end");
        }
    }
}
