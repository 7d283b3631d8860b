//! WACZ: a zip of archives of the web. Its lists and indexes repeat what the archives say.

use crate::containers::zip::{self, Member};
use crate::format::{Format, Reader};
use crate::opened::Opened;
use crate::place::{Documents, Place};

/// WACZ (Webrecorder).
pub(crate) static FORMAT: Format = Format {
    name: "WACZ",
    endings: &["wacz"],
    member: Some("datapackage.json"),
    reader: Reader::Cut(archives),
    ..Format::BASE
};

fn archives<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    zip::cut(place, file, |names| {
        // Other packages of data have the same list of contents.
        let is_archive = |name: &str| name.ends_with(".warc") || name.ends_with(".warc.gz");
        if !names.iter().any(|name| is_archive(name)) {
            return None;
        }
        Some(Box::new(move |name: &str| match is_archive(name) {
            true => Member::Read,
            false => Member::Quiet("a list or an index of a web archive"),
        }))
    })
}
