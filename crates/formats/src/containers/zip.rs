//! Zips: those of files, and those that are one document of another format.

use crate::FORMATS;
use crate::article::Skipped;
use crate::bytes::{BOMB, Metered, bounded, io_reason};
use crate::format::{Format, Reader};
use crate::junk::junk;
use crate::limits::too_long;
use crate::opened::{Opened, ReadSeek};
use crate::place::{Documents, Place, too_deep};
use crate::split::{documents_of, stream};
use crate::web::embedded;
use std::collections::HashSet;
use std::io::{Cursor, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// The file type in the mode of a member that was packed on Unix, and its value for
/// a link.
const TYPE: u32 = 0o170_000;
const LINK: u32 = 0o120_000;

/// Zip.
pub(crate) static FORMAT: Format = Format {
    name: "zip",
    endings: &["zip"],
    magic: &[b"PK\x03\x04", b"PK\x05\x06"],
    reader: Reader::Cut(open),
    ..Format::BASE
};

/// What to do with a member.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Member {
    Read,
    /// Left out as what nobody would expect an article of.
    Quiet(&'static str),
}

/// Says of each member, by its name, what to do with it.
pub(crate) type Choice = Box<dyn Fn(&str) -> Member>;

type Archive<'a> = ZipArchive<Box<dyn ReadSeek + 'a>>;

fn archive<'a>(place: &Place, file: Opened<'a>) -> Result<Archive<'a>, String> {
    let file = file.with_seek(place.limits.document)?;
    ZipArchive::new(file).map_err(|e| reason(&e))
}

/// Documents of office programs and e-books are zips too: their members tell.
fn open<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let archive = match archive(&place, file) {
        Ok(archive) => archive,
        Err(reason) => return place.refuse(reason),
    };
    let holds = |format: &&Format| {
        format.member.is_some_and(|member| archive.index_for_name(member).is_some())
    };
    if let Some(format) = FORMATS.iter().copied().find(holds) {
        return again(archive, format, place);
    }
    let named = Format::of(&place.name, b"").ok().and_then(|f| Some((f, f.member?)));
    match named {
        Some((format, member)) => {
            let what = format!("no {}: its part {member} is missing; save it again", format.name);
            place.refuse(what)
        }
        None => {
            let mut archive = archive;
            let parts = parts_of_pages(&mut archive, &place);
            let usual = usual();
            let choice = move |name: &str| match parts.contains(name) {
                true => Member::Quiet("a part of a saved page"),
                false => usual(name),
            };
            members(place, archive, Box::new(choice))
        }
    }
}

/// Pages of an archive in which is looked for the files that they show.
const MAX_PAGES_LOOKED_THROUGH: usize = 1_000;

/// Bytes of these pages together.
const MAX_BYTES_LOOKED_THROUGH: usize = 256 << 20;

/// The members that pages among the members show: frames, pictures, scripts.
fn parts_of_pages(archive: &mut Archive<'_>, place: &Place) -> HashSet<String> {
    let mut parts = HashSet::new();
    let is_page = |at: &usize| {
        archive
            .name_for_index(*at)
            .and_then(Result::ok)
            .is_some_and(|name| embedded::is_page(&name))
    };
    let pages: Vec<usize> = (0..archive.len()).filter(is_page).collect();
    let mut left = MAX_BYTES_LOOKED_THROUGH;
    for at in pages.into_iter().take(MAX_PAGES_LOOKED_THROUGH) {
        // What cannot be read is told where it is read as an article.
        let Ok(file) = archive.by_index(at) else { continue };
        let Ok(name) = file.name().map(|name| name.into_owned()) else { continue };
        let Ok(page) = bounded(file, left.min(place.limits.document)) else { continue };
        left -= page.len();
        embedded::embedded(&page, &name, &mut parts);
    }
    parts
}

/// Everything but what systems and browsers put beside articles.
fn usual() -> Choice {
    Box::new(|name| junk(name).map_or(Member::Read, Member::Quiet))
}

/// Cuts the members that are chosen by the names of all; `None` takes all that may hold an
/// article.
pub(crate) fn cut<'a>(
    place: Place,
    file: Opened<'a>,
    choose: impl FnOnce(&[&str]) -> Option<Choice>,
) -> Documents<'a> {
    let archive = match archive(&place, file) {
        Ok(archive) => archive,
        Err(reason) => return place.refuse(reason),
    };
    let names: Vec<String> =
        archive.file_names().filter_map(|n| Some(n.ok()?.into_owned())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let choice = choose(&names).unwrap_or_else(usual);
    members(place, archive, choice)
}

/// Reads the whole zip as a file of another format.
fn again<'a>(archive: Archive<'a>, format: &'static Format, place: Place) -> Documents<'a> {
    let mut file = archive.into_inner();
    match file.seek(SeekFrom::Start(0)).and_then(|_| Opened::seekable(file)) {
        Ok(file) => documents_of(format, place, file),
        Err(error) => place.refuse(io_reason(&error)),
    }
}

/// Cuts each member, in the order of their names. Hidden ones and the resource forks
/// of macOS are left out.
fn members<'a>(place: Place, mut archive: Archive<'a>, choice: Choice) -> Documents<'a> {
    if place.depth >= place.limits.nesting {
        return place.refuse(too_deep(place.limits.nesting));
    }
    let name = |at: usize| match archive.name_for_index(at) {
        Some(Ok(name)) => name.into_owned(),
        // Not UTF-8, nor what old archives hold: the place tells it from the others.
        _ => format!("member {}", at + 1),
    };
    let mut order: Vec<(String, usize)> = (0..archive.len()).map(|at| (name(at), at)).collect();
    order.retain(|(name, _)| !name.ends_with('/') && !is_hidden(name));
    order.sort();
    if order.is_empty() {
        return place.refuse("an empty archive; no file in it");
    }
    Box::new(order.into_iter().flat_map(move |(name, at)| {
        let within = place.inside(format!("{}/{}", place.name, name.trim_start_matches('/')));
        if let Member::Quiet(what) = choice(&name) {
            let skipped = Skipped::quiet(within.name, what);
            return Box::new(std::iter::once(Err(skipped))) as Documents<'a>;
        }
        match member(&mut archive, at, &within) {
            Ok(bytes) => stream(within, Box::new(Cursor::new(bytes))),
            Err(reason) => within.refuse(reason),
        }
    }))
}

fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part == "__MACOSX" || part.starts_with('.') && !is_up(part))
}

fn is_up(part: &str) -> bool {
    part == ".." || part == "."
}

/// The bytes of one member.
fn member<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    at: usize,
    place: &Place,
) -> Result<Vec<u8>, String> {
    let limit = place.limits.document;
    let file = archive.by_index_raw(at).map_err(|e| reason(&e))?;
    check(&file, limit)?;
    drop(file);
    if place.left.get() == 0 {
        return Err(BOMB.into());
    }
    let file = archive.by_index(at).map_err(|e| reason(&e))?;
    // The size that a member declares may be a lie: what comes out is counted.
    bounded(Metered { reader: file, left: place.left.clone() }, limit)
}

fn check<R: Read>(file: &ZipFile<'_, R>, limit: usize) -> Result<(), String> {
    if file.encrypted() {
        return Err("password-protected; unpack it and drop the files".into());
    }
    let name = file.name().unwrap_or_default();
    if file.enclosed_name().is_none() || name.split(['/', '\\']).any(is_up) {
        return Err("its path leads out of the archive; rename it".into());
    }
    if file.unix_mode().is_some_and(|mode| mode & TYPE == LINK) {
        return Err("a link to another file; pack the file itself".into());
    }
    if file.size() > limit as u64 {
        return Err(too_long(file.size(), limit));
    }
    Ok(())
}

/// What to say of a zip that cannot be read.
pub(crate) fn reason(error: &ZipError) -> String {
    match error {
        ZipError::Io(error) => io_reason(error),
        ZipError::InvalidArchive(_) | ZipError::FileNotFound => {
            "damaged or cut off: not a whole zip; copy it again".into()
        }
        ZipError::UnsupportedArchive(what) if what.contains("assword") => {
            "password-protected; unpack it and drop the files".into()
        }
        other => format!("a zip that cannot be unpacked: {other}; unpack it yourself"),
    }
}
