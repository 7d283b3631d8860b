//! Prepared articles as bytes: in spools, between workers, in the cache of a build. No format for
//! others: they are read by the program that wrote them.

use crate::Prepared;
use serde::{Deserialize, Serialize};

/// An article without its text, and the name of its source, which stands in the text.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Draft {
    pub(crate) source: String,
    pub(crate) article: Prepared,
}

impl Draft {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// The draft that [`Draft::to_bytes`] wrote; `None` for other bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Draft> {
        from_bytes(bytes)
    }
}

impl Prepared {
    /// The article as bytes for [`Prepared::from_bytes`] of the same program.
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// The article that [`Prepared::to_bytes`] wrote; `None` for other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Prepared> {
        from_bytes(bytes).filter(Prepared::is_whole)
    }
}

fn to_bytes(value: &impl Serialize) -> Vec<u8> {
    // Nothing here has a length that is not known or a type that postcard lacks, and a vector
    // always has room.
    postcard::to_allocvec(value).unwrap_or_default()
}

/// All of the bytes as one value.
fn from_bytes<T: for<'b> Deserialize<'b>>(bytes: &[u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(value)
}
