//! A document on its way to articles.

use crate::article::{Reading, Skipped};
use crate::format::{File, Format, Reader};
use crate::news_databases;
#[cfg(feature = "all")]
use crate::{Columns, tables::columns};
use dateline_corpus::Body;

/// One document: a file, a member of an archive, a message, a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name in the corpus: the file's name, and behind `/` or `#` the place in it.
    pub name: String,
    pub(crate) content: Content,
}

/// What a document holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The bytes of a file of a format.
    File {
        format: &'static Format,
        bytes: Vec<u8>,
        /// The encoding that an archive of the web declares.
        charset: Option<String>,
        /// The address that an archive of the web gives.
        url: Option<String>,
    },
    #[cfg(feature = "all")]
    /// Named values, and how the columns are called.
    Row(Vec<(String, Vec<String>)>, Columns),
}

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
            Content::Row(row, _) => row.iter().flat_map(|(_, v)| v).map(String::len).sum(),
        }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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
            Content::Row(row, columns) => {
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
            Content::Row(row, names) => return columns::article(name, row, &names).into(),
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
