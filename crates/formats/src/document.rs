//! A document on its way to articles.

use crate::article::{Reading, Skipped};
use crate::mail;
use crate::office::{docx, epub, pdf};
use crate::tables::columns;
use crate::text::{markdown, plain};
use crate::web::html;
use crate::{Columns, Kind};

/// What [`Article::format`] may be.
pub const FORMATS: &[&str] = &[
    "text",
    "Markdown",
    "HTML",
    "PDF",
    "DOCX",
    "e-mail",
    "EPUB",
    "row",
    "LexisNexis export",
    "Factiva export",
    "NewsBank export",
];

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
    /// The bytes of a file of a kind.
    File(Kind, Vec<u8>),
    /// A page from an archive of the web: its bytes, its declared encoding, its address.
    Page { kind: Kind, bytes: Vec<u8>, charset: Option<String>, url: String },
    /// Named values, and what the columns are called.
    Row(Vec<(String, Vec<String>)>, Columns),
}

impl Document {
    pub(crate) fn file(name: impl Into<String>, kind: Kind, bytes: Vec<u8>) -> Document {
        Document { name: name.into(), content: Content::File(kind, bytes) }
    }

    /// What the document holds, in bytes.
    pub fn len(&self) -> usize {
        match &self.content {
            Content::File(_, bytes) | Content::Page { bytes, .. } => bytes.len(),
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
            Content::File(kind, bytes) => {
                take(kind.name().as_bytes());
                take(bytes);
            }
            Content::Page { kind, bytes, charset, url } => {
                for said in [kind.name(), charset.as_deref().unwrap_or(""), url] {
                    take(said.as_bytes());
                }
                take(bytes);
            }
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
        let (kind, bytes) = match self.content {
            Content::Row(row, names) => return columns::article(name, row, &names).into(),
            Content::Page { kind, bytes, charset, url } => {
                return html::archived(name, kind, &bytes, charset.as_deref(), &url);
            }
            Content::File(kind, bytes) => (kind, bytes),
        };
        let refused = |reason: String| Err(Skipped::new(&name, reason)).into();
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return refused(format!(
                "empty: no text in its {} bytes; remove it or fill it",
                bytes.len()
            ));
        }
        let read = match kind {
            Kind::Html => html::article(&name, &bytes),
            Kind::Markdown => markdown::article(&name, &bytes),
            Kind::Pdf => pdf::article(&name, &bytes),
            Kind::Docx => docx::article(&name, &bytes),
            Kind::Epub => return epub::articles(&name, bytes).unwrap_or_else(refused),
            Kind::Eml => mail::article(&name, &bytes),
            // Containers have been cut by now; what is left of one is text.
            _ => return plain::articles(&name, &bytes).unwrap_or_else(refused),
        };
        read.map_or_else(refused, |article| Ok(article).into())
    }
}
