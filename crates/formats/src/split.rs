//! Cutting a file into documents, one at a time.

use crate::kind::HEAD;
use crate::limits::too_long;
use crate::{Document, Kind, Limits, Skipped};
use crate::{archive, mail, records, table, warc};
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

/// The documents of a file in its order, and what in it cannot be one. Reads on as
/// documents are taken.
pub type Documents<'a> = Box<dyn Iterator<Item = Result<Document, Skipped>> + 'a>;

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
            Ok(_) => archive::members(place, file),
            Err(error) => place.refuse(io_reason(&error)),
        };
    }
    known(place, head, Box::new(file))
}

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
        Kind::Table => table::rows(place, &head, whole),
        Kind::JsonLines => records::lines(place, BufReader::new(whole)),
        Kind::Mbox => mail::messages(place, BufReader::new(whole)),
        Kind::Warc => warc::pages(place, BufReader::new(whole)),
        Kind::Zip | Kind::Json => match bounded(whole, place.limits.document) {
            Err(reason) => place.refuse(reason),
            Ok(bytes) if kind == Kind::Zip => archive::members(place, Cursor::new(bytes)),
            Ok(bytes) => records::values(place, &bytes),
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

/// Everything, if it is not longer than a document may be.
pub(crate) fn bounded(reader: impl Read, limit: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|e| io_reason(&e))?;
    match bytes.len() {
        length if length > limit => {
            Err(too_long(length as u64, limit).replacen("are", "and more are", 1))
        }
        _ => Ok(bytes),
    }
}

/// The first bytes.
fn head(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD);
    reader.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// What to say of a failure to read.
pub(crate) fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "cut off: it ends too early; copy it again".into(),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
            format!("damaged: {error}; copy it again")
        }
        io::ErrorKind::OutOfMemory => error.to_string(),
        _ => format!("cannot be read: {error}"),
    }
}

/// What to say of an archive in an archive in an archive.
pub(crate) fn too_deep(nesting: usize) -> String {
    format!("an archive more than {nesting} archives deep; unpack it")
}

/// Unpacked bytes, counted against what may be unpacked.
pub(crate) struct Metered<R> {
    pub(crate) reader: R,
    pub(crate) left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64);
        self.left.set(left.unwrap_or(0));
        match left {
            Some(_) => Ok(read),
            None => Err(io::Error::new(io::ErrorKind::OutOfMemory, BOMB)),
        }
    }
}

/// What to say of an archive that unpacks to more than is allowed.
pub(crate) const BOMB: &str = "it unpacks to more than an archive may hold, as a zip bomb does; unpack it yourself if you trust it";
