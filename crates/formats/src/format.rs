//! A format of files: its name, how it is recognized, its reader.

use crate::article::Reading;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use std::fmt;

/// A format of files. Each stands in the file of its reader; [`crate::FORMATS`] lists them.
pub struct Format {
    /// The name in lists of formats: `PDF with a text layer`. No two formats share one.
    pub name: &'static str,
    /// What reports call an article that was read from it: `PDF`; empty for what holds files
    /// of other formats.
    pub label: &'static str,
    /// Endings of file names, without the dot, in small letters.
    pub endings: &'static [&'static str],
    /// Whether a file of this format is its text, byte for byte.
    pub is_plain: bool,
    /// Whether the page reads it too, or the command alone.
    pub in_page: bool,
    /// The bytes that a file of this format, and no other, begins with.
    pub(crate) magic: &'static [&'static [u8]],
    /// A member that a zip of this format, and no other, holds.
    pub(crate) member: Option<&'static str>,
    /// Whether the first bytes look like this format, where neither they nor the name
    /// decide.
    pub(crate) looks_like: fn(&[u8]) -> bool,
    pub(crate) reader: Reader,
}

/// How files of a format are read.
pub(crate) enum Reader {
    /// The file is one document, which may give several articles.
    ///
    /// # Errors
    /// Why there is no article in it, and what to do.
    Whole(fn(&File<'_>) -> Result<Reading, String>),
    /// The file is cut into documents as it is read.
    Cut(for<'a> fn(Place, Opened<'a>) -> Documents<'a>),
}

/// A file that is read as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct File<'a> {
    /// The name of its document.
    pub(crate) name: &'a str,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
    /// The encoding that was declared beside it: by the server that it came from, for instance.
    pub(crate) charset: Option<&'a str>,
    /// Its address on the web, where that is known.
    pub(crate) url: Option<&'a str>,
}

impl Format {
    /// The reader of whole files; what is cut into documents has none.
    #[cfg(feature = "all")]
    pub(crate) fn whole(&self) -> fn(&File<'_>) -> Result<Reading, String> {
        match self.reader {
            Reader::Whole(read) => read,
            Reader::Cut(_) => |_| Err("holds further files; unpack it".to_owned()),
        }
    }

    /// Whether its files are cut into documents as they are read.
    pub fn is_cut(&self) -> bool {
        matches!(self.reader, Reader::Cut(_))
    }

    /// What most formats have in common.
    pub(crate) const BASE: Format = Format {
        name: "",
        label: "",
        endings: &[],
        is_plain: false,
        in_page: true,
        magic: &[],
        member: None,
        looks_like: |_| false,
        reader: Reader::Whole(|_| Err("no format".to_owned())),
    };
}

/// A format in bytes: its name.
pub(crate) mod by_name {
    use super::Format;
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub(crate) fn serialize<S: Serializer>(format: &Format, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(format.name)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<&'static Format, D::Error> {
        let name = String::deserialize(from)?;
        let named = crate::FORMATS.iter().copied().find(|format| format.name == name);
        named.ok_or_else(|| de::Error::custom("no such format"))
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Format) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
