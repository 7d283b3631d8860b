//! Where splitting has come to, and what it gives.

use crate::{Document, Limits, Skipped};
use std::cell::Cell;
use std::rc::Rc;

/// The documents of a file in its order, and what in it cannot be one. Reads on as
/// documents are taken.
pub type Documents<'a> = Box<dyn Iterator<Item = Result<Document, Skipped>> + 'a>;

/// Where splitting has come to: a name, how deep in archives, what may still be
/// unpacked.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) name: String,
    pub(crate) depth: usize,
    pub(crate) left: Rc<Cell<u64>>,
    pub(crate) limits: Rc<Limits>,
}

impl Place {
    /// Nothing but a reason.
    pub(crate) fn refuse<'a>(&self, reason: impl Into<String>) -> Documents<'a> {
        Box::new(std::iter::once(Err(Skipped::new(&self.name, reason))))
    }

    /// The same place one archive deeper.
    pub(crate) fn inside(&self, name: String) -> Place {
        Place { name, depth: self.depth + 1, ..self.clone() }
    }
}

/// What to say of an archive in an archive in an archive.
pub(crate) fn too_deep(nesting: usize) -> String {
    format!("an archive more than {nesting} archives deep; unpack it")
}
