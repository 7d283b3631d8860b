//! Bytes of files within the limits, and what to say when they cannot be read.

use crate::limits::too_long;
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// Everything, if it is not longer than a document may be.
pub(crate) fn bounded(reader: impl Read, limit: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|e| io_reason(&e))?;
    match bytes.len() {
        length if length > limit => {
            Err(too_long(length as u64, limit).replacen("are", "and more are", 1))
        }
        _ => Ok(bytes),
    }
}

/// The first bytes.
pub(crate) fn head(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(crate::HEAD);
    reader.take(crate::HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// What to say of a failure to read.
pub(crate) fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "cut off: it ends too early; copy it again".into(),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
            format!("damaged: {error}; copy it again")
        }
        io::ErrorKind::OutOfMemory => error.to_string(),
        _ => format!("cannot be read: {error}"),
    }
}

/// Unpacked bytes, counted against what may be unpacked.
pub(crate) struct Metered<R> {
    pub(crate) reader: R,
    pub(crate) left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64);
        self.left.set(left.unwrap_or(0));
        match left {
            Some(_) => Ok(read),
            None => Err(io::Error::new(io::ErrorKind::OutOfMemory, BOMB)),
        }
    }
}

/// What to say of an archive that unpacks to more than is allowed.
pub(crate) const BOMB: &str = "it unpacks to more than an archive may hold, as a zip bomb does; unpack it yourself if you trust it";
