//! Documents of office programs, PDF and e-books.

pub(crate) mod docx;
pub(crate) mod epub;
pub(crate) mod parts;
pub(crate) mod pdf;
