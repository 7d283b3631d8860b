//! Gzip: one file, compressed.

use crate::bytes::Metered;
use crate::format::{Format, Reader};
use crate::opened::Opened;
use crate::place::{Documents, Place, too_deep};
use crate::split::stream;
use flate2::read::MultiGzDecoder;

/// Gzip.
pub(crate) static FORMAT: Format = Format {
    name: "gzip",
    endings: &["gz"],
    magic: &[b"\x1F\x8B"],
    reader: Reader::Cut(unpacked),
    ..Format::BASE
};

/// The file under the name that it had.
fn unpacked<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    if place.depth >= place.limits.nesting {
        return place.refuse(too_deep(place.limits.nesting));
    }
    let inner = place.name.strip_suffix(".gz").unwrap_or(&place.name).to_owned();
    let within = place.inside(inner);
    let reader = Metered { reader: MultiGzDecoder::new(file.read()), left: within.left.clone() };
    stream(within, Box::new(reader))
}
