//! A document on its way to articles.

use crate::article::{Reading, Skipped};
use crate::format::{File, Format, Reader};
#[cfg(feature = "all")]
use crate::{Columns, tables::dates::DateOrders, tables::row};
use crate::{news_databases, text};
use dateline_corpus::Body;
use serde::{Deserialize, Serialize};

/// One document: a file, a member of an archive, a message, a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its name in the corpus: the file's name, and behind `/` or `#` the place in it.
    pub name: String,
    pub(crate) content: Content,
}

/// What a document holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Content {
    /// The bytes of a file of a format.
    File {
        #[serde(with = "crate::format::by_name")]
        format: &'static Format,
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// The encoding that an archive of the web declares.
        charset: Option<String>,
        /// The address that an archive of the web gives.
        url: Option<String>,
    },
    #[cfg(feature = "all")]
    /// Named values, how the columns are called, and the order of day and month in them.
    Row(Vec<(String, Vec<String>)>, Columns, DateOrders),
}

/// Bytes of plain text that take little memory and time, whatever they are.
const MAX_BYTES_AT_ONCE: usize = 1 << 20;

impl Document {
    pub(crate) fn file(
        name: impl Into<String>,
        format: &'static Format,
        bytes: Vec<u8>,
    ) -> Document {
        let content = Content::File { format, bytes, charset: None, url: None };
        Document { name: name.into(), content }
    }

    /// What the document holds, in bytes.
    pub fn len(&self) -> usize {
        match &self.content {
            Content::File { bytes, .. } => bytes.len(),
            #[cfg(feature = "all")]
            Content::Row(row, ..) => row.iter().flat_map(|(_, v)| v).map(String::len).sum(),
        }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a reader of a library, or a reader of much, reads it: one that a file may take down.
    /// Short plain text and rows without markup are read by simple code of this crate.
    pub fn may_take_down_its_reader(&self) -> bool {
        match &self.content {
            Content::File { format, bytes, .. } => {
                *format != &text::plain::FORMAT || bytes.len() > MAX_BYTES_AT_ONCE
            }
            #[cfg(feature = "all")]
            Content::Row(row, ..) => {
                let is_markup = |value: &String| value.contains("</") || value.contains("/>");
                self.len() > MAX_BYTES_AT_ONCE || row.iter().any(|(_, v)| v.iter().any(is_markup))
            }
        }
    }

    /// Gives everything that decides what is read from it, piece by piece: for a hash.
    pub fn feed(&self, take: &mut dyn FnMut(&[u8])) {
        take(self.name.as_bytes());
        match &self.content {
            Content::File { format, bytes, charset, url } => {
                let charset = charset.as_deref().unwrap_or("");
                for part in [format.name, charset, url.as_deref().unwrap_or("")] {
                    take(part.as_bytes());
                }
                take(bytes);
            }
            #[cfg(feature = "all")]
            Content::Row(row, columns, orders) => {
                orders.feed(take);
                take(format!("{columns:?}").as_bytes());
                for (name, values) in row {
                    take(name.as_bytes());
                    values.iter().for_each(|value| take(value.as_bytes()));
                    take(b"");
                }
            }
        }
    }

    /// Makes articles of it.
    pub fn read(self) -> Reading {
        let name = self.name;
        let (format, bytes, charset, url) = match self.content {
            #[cfg(feature = "all")]
            Content::Row(row, names, orders) => {
                return row::article(name, row, &names, &orders).into();
            }
            Content::File { format, bytes, charset, url } => (format, bytes, charset, url),
        };
        let read = if bytes.iter().all(u8::is_ascii_whitespace) {
            let length = bytes.len();
            Err(format!("empty: no text in its {length} bytes; remove it or fill it"))
        } else {
            match format.reader {
                Reader::Whole(read) => read(&File {
                    name: &name,
                    bytes: &bytes,
                    charset: charset.as_deref(),
                    url: url.as_deref(),
                }),
                Reader::Cut(_) => Err("holds further files; unpack it".to_owned()),
            }
        };
        let read = read.map(|reading| exports_in(&name, reading));
        let Some(url) = url else {
            return read.unwrap_or_else(|reason| Err(Skipped::new(name, reason)).into());
        };
        match read {
            Err(reason) => Err(Skipped::new(name, format!("{url}: {reason}"))).into(),
            Ok(mut reading) => {
                for article in &mut reading.articles {
                    article.input.metadata.url.get_or_insert_with(|| url.clone());
                }
                reading
            }
        }
    }
}

/// What a news database exported as RTF, DOCX or PDF is as many articles as its text holds.
fn exports_in(name: &str, reading: Reading) -> Reading {
    let [article] = reading.articles.as_slice() else { return reading };
    let Body::Dump(text) = &article.input.body else { return reading };
    match news_databases::articles(name, text) {
        Some(mut exported) => {
            exported.skipped.extend(reading.skipped);
            exported
        }
        None => reading,
    }
}
