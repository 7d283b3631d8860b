//! A file as it was opened: with its first bytes, and perhaps able to go back.

use crate::bytes::{bounded, head};
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};

/// Bytes that are looked at before the rest of what can be read once only.
const MAX_BYTES_AHEAD: u64 = 16 << 20;

/// A file that can go back to its beginning.
pub(crate) trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// A file of which the first bytes are known.
pub(crate) struct Opened<'a> {
    /// The first bytes.
    pub(crate) head: Vec<u8>,
    source: Source<'a>,
}

/// Fails once.
struct Failure(Option<io::Error>);

impl Read for Failure {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

enum Source<'a> {
    /// At its beginning.
    Seekable(Box<dyn ReadSeek + 'a>),
    /// Behind the first bytes.
    Once(Box<dyn Read + 'a>),
}

impl<'a> Opened<'a> {
    /// Opens a file on a disk or in memory.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn seekable(file: impl Read + Seek + 'a) -> io::Result<Opened<'a>> {
        let mut file: Box<dyn ReadSeek + 'a> = Box::new(file);
        let head = head(&mut file)?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Opened { head, source: Source::Seekable(file) })
    }

    /// Opens what can be read once only.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn once(mut reader: Box<dyn Read + 'a>) -> io::Result<Opened<'a>> {
        let head = head(&mut reader)?;
        Ok(Opened { head, source: Source::Once(reader) })
    }

    /// The whole file, to be read once.
    pub(crate) fn read(self) -> Box<dyn BufRead + 'a> {
        match self.source {
            Source::Seekable(file) => Box::new(BufReader::new(file)),
            Source::Once(rest) => Box::new(BufReader::new(Cursor::new(self.head).chain(rest))),
        }
    }

    /// The whole file, to be read once, behind a look at it: all of it where there is a way back,
    /// else its first bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn read_after(
        self,
        look: impl FnOnce(&mut dyn BufRead),
    ) -> io::Result<Box<dyn BufRead + 'a>> {
        match self.source {
            Source::Seekable(mut file) => {
                look(&mut BufReader::new(&mut file));
                file.seek(SeekFrom::Start(0))?;
                Ok(Box::new(BufReader::new(file)))
            }
            Source::Once(rest) => {
                let mut bytes = self.head;
                let mut rest = rest;
                let ahead = MAX_BYTES_AHEAD.saturating_sub(bytes.len() as u64);
                let read = rest.by_ref().take(ahead).read_to_end(&mut bytes);
                look(&mut bytes.as_slice());
                // What came before a failure is read, and then fails there.
                let failure = Failure(read.err());
                Ok(Box::new(BufReader::new(Cursor::new(bytes).chain(failure).chain(rest))))
            }
        }
    }

    /// The whole file, with a way back. What can be read once only is put into memory.
    ///
    /// # Errors
    /// When that is more than `limit` bytes, or cannot be read.
    pub(crate) fn with_seek(self, limit: usize) -> Result<Box<dyn ReadSeek + 'a>, String> {
        match self.source {
            Source::Seekable(file) => Ok(file),
            Source::Once(rest) => {
                let bytes = bounded(Cursor::new(self.head).chain(rest), limit)?;
                Ok(Box::new(Cursor::new(bytes)))
            }
        }
    }
}
