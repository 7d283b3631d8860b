//! Cutting a file into documents, one at a time.

use crate::bytes::{Metered, bounded, head, io_reason};
use crate::containers::zip;
use crate::place::{Documents, Place, too_deep};
use crate::tables::{delimited, json};
use crate::web::warc;
use crate::{Document, Kind, Limits, mail};
use std::cell::Cell;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

/// Cuts a file into documents. `name` is the file's name in the corpus; its end tells
/// the kind where the first bytes do not.
pub fn split<'a, R: Read + Seek + 'a>(name: &str, mut file: R, limits: Limits) -> Documents<'a> {
    let place = Place {
        name: name.to_owned(),
        depth: 0,
        left: Rc::new(Cell::new(limits.unpacked)),
        limits: Rc::new(limits),
    };
    let head = match head(&mut file) {
        Ok(head) => head,
        Err(error) => return place.refuse(io_reason(&error)),
    };
    if Kind::of(name, &head) == Ok(Kind::Zip) {
        return match file.seek(SeekFrom::Start(0)) {
            Ok(_) => zip::members(place, file),
            Err(error) => place.refuse(io_reason(&error)),
        };
    }
    known(place, head, Box::new(file))
}

/// Cuts what can be read once only: the member of an archive, an unpacked file.
pub(crate) fn stream<'a>(place: Place, mut reader: Box<dyn Read + 'a>) -> Documents<'a> {
    match head(&mut reader) {
        Ok(head) => known(place, head, reader),
        Err(error) => place.refuse(io_reason(&error)),
    }
}

/// Cuts a file of which the first bytes have been read.
fn known<'a>(place: Place, head: Vec<u8>, rest: Box<dyn Read + 'a>) -> Documents<'a> {
    let kind = match Kind::of(&place.name, &head) {
        Ok(kind) => kind,
        Err(what) => return place.refuse(what),
    };
    let whole = Cursor::new(head.clone()).chain(rest);
    match kind {
        Kind::Gzip => unpacked(place, whole),
        Kind::Table => delimited::rows(place, &head, whole),
        Kind::JsonLines => json::lines(place, BufReader::new(whole)),
        Kind::Mbox => mail::messages(place, BufReader::new(whole)),
        Kind::Warc => warc::pages(place, BufReader::new(whole)),
        Kind::Zip | Kind::Json => match bounded(whole, place.limits.document) {
            Err(reason) => place.refuse(reason),
            Ok(bytes) if kind == Kind::Zip => zip::members(place, Cursor::new(bytes)),
            Ok(bytes) => json::values(place, &bytes),
        },
        _ => match bounded(whole, place.limits.document) {
            Ok(bytes) => Box::new(std::iter::once(Ok(Document::file(place.name, kind, bytes)))),
            Err(reason) => place.refuse(reason),
        },
    }
}

/// A compressed file under the name that it had.
fn unpacked<'a>(place: Place, packed: impl Read + 'a) -> Documents<'a> {
    if place.depth >= place.limits.nesting {
        return place.refuse(too_deep(place.limits.nesting));
    }
    let inner = place.name.strip_suffix(".gz").unwrap_or(&place.name).to_owned();
    let within = place.inside(inner);
    let reader =
        Metered { reader: flate2::read::MultiGzDecoder::new(packed), left: within.left.clone() };
    stream(within, Box::new(reader))
}
