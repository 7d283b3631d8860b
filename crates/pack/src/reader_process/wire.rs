//! Requests and answers between the processes of one program: a length (u32, little endian) and as
//! many bytes of postcard. No format for others: both ends are the same build.

use dateline_config::Columns;
use dateline_formats::{Document, Reading, Skipped};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// A request to a process.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// The articles of a document.
    Read(Document),
    /// The documents of a file.
    Split {
        /// Where it is.
        path: String,
        /// Its name in the corpus.
        name: String,
        /// The names of its columns.
        columns: Columns,
    },
}

/// An answer.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// All of a [`Request::Read`].
    Reading(Reading),
    /// One document of a [`Request::Split`].
    Document(Box<Document>),
    /// Something in the file that is no document.
    Skipped(Skipped),
    /// There are no more documents.
    End,
    /// The file cannot be opened, for this reason.
    Unreadable(String),
}

/// Writes a message.
///
/// # Errors
/// When the other end is gone, or the message has 4 GiB or more.
pub(super) fn send(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let bytes = postcard::to_allocvec(message).map_err(io::Error::other)?;
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&bytes)?;
    to.flush()
}

/// Reads a message; `None` where the other end closed between two messages.
///
/// # Errors
/// When the other end is gone in the middle of a message, or writes something else.
pub(super) fn receive<M: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<M>> {
    let mut length = [0; 4];
    match from.read(&mut length)? {
        0 => return Ok(None),
        read => from.read_exact(&mut length[read..])?,
    }
    let mut bytes = Vec::new();
    let length = u64::from(u32::from_le_bytes(length));
    if from.take(length).read_to_end(&mut bytes)? as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    postcard::from_bytes(&bytes).map(Some).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_arrive_and_cut_ones_are_errors() {
        let mut bytes = Vec::new();
        send(&mut bytes, &Answer::Unreadable("locked".to_owned())).expect("memory");
        let whole = receive(&mut bytes.as_slice()).expect("whole");
        assert!(matches!(whole, Some(Answer::Unreadable(reason)) if reason == "locked"));
        let nothing = receive::<Answer>(&mut [].as_slice());
        assert!(nothing.expect("closed between messages").is_none());
        for end in 1..bytes.len() {
            assert!(receive::<Answer>(&mut &bytes[..end]).is_err(), "cut at {end}");
        }
    }
}
