//! Cutting a file into documents, one at a time.

use crate::bytes::{bounded, io_reason};
use crate::format::Reader;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::{Document, Format, Limits};
use std::cell::Cell;
use std::io::{Read, Seek};
use std::rc::Rc;

/// Cuts a file into documents. `name` is the file's name in the corpus; its ending tells
/// the format where the first bytes do not.
pub fn split<'a, R: Read + Seek + 'a>(name: &str, file: R, limits: Limits) -> Documents<'a> {
    let place = Place {
        name: name.to_owned(),
        depth: 0,
        left: Rc::new(Cell::new(limits.unpacked)),
        limits: Rc::new(limits),
    };
    match Opened::seekable(file) {
        Ok(file) => documents(place, file),
        Err(error) => place.refuse(io_reason(&error)),
    }
}

/// Cuts what can be read once only: an unpacked file.
pub(crate) fn stream<'a>(place: Place, reader: Box<dyn Read + 'a>) -> Documents<'a> {
    match Opened::once(reader) {
        Ok(file) => documents(place, file),
        Err(error) => place.refuse(io_reason(&error)),
    }
}

fn documents(place: Place, file: Opened<'_>) -> Documents<'_> {
    match Format::of(&place.name, &file.head) {
        Ok(format) => documents_of(format, place, file),
        Err(what) => place.refuse(what),
    }
}

/// Cuts a file of a known format.
pub(crate) fn documents_of<'a>(
    format: &'static Format,
    place: Place,
    file: Opened<'a>,
) -> Documents<'a> {
    match format.reader {
        Reader::Cut(cut) => cut(place, file),
        Reader::Whole(_) => match bounded(file.read(), place.limits.document) {
            Ok(bytes) => Box::new(std::iter::once(Ok(Document::file(place.name, format, bytes)))),
            Err(reason) => place.refuse(reason),
        },
    }
}
