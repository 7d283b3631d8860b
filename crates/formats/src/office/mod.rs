//! Documents of office programs, PDF and e-books.

pub(crate) mod docx;
pub(crate) mod epub;
pub(crate) mod ods;
pub(crate) mod odt;
mod opendocument;
mod paragraphs;
pub(crate) mod parts;
pub(crate) mod pdf;
pub(crate) mod rtf;
mod sheets;
pub(crate) mod xlsx;
