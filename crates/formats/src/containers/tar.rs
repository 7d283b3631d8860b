//! Tar (POSIX ustar and pax, GNU names), read as a stream. The crate `tar` lends its entries
//! from the archive, which a list of documents that are taken one at a time cannot hold.

use crate::article::Skipped;
use crate::bytes::{BOMB, Metered, bounded, io_reason};
use crate::format::{Format, Reader};
use crate::junk::junk;
use crate::limits::too_long;
use crate::opened::Opened;
use crate::place::{Documents, Place, too_deep};
use crate::split::stream;
use std::io::{self, BufRead, Cursor, Read};

/// Tar.
pub(crate) static FORMAT: Format = Format {
    name: "tar",
    endings: &["tar", "tgz"],
    looks_like,
    reader: Reader::Cut(members),
    ..Format::BASE
};

/// Bytes of a block.
const BLOCK: usize = 512;

/// The longest name, or list of properties, that stands in blocks of its own, in bytes.
const MAX_NAME: u64 = 1 << 16;

fn looks_like(head: &[u8]) -> bool {
    head.get(257..262) == Some(b"ustar")
}

/// A file in the archive.
struct Member {
    name: String,
    size: u64,
    kind: u8,
}

/// Cuts each file, in the order of the archive.
fn members<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    if place.depth >= place.limits.nesting {
        return place.refuse(too_deep(place.limits.nesting));
    }
    let (mut archive, mut found, mut done) = (file.read(), false, false);
    let whole = place.clone();
    let members = std::iter::from_fn(move || -> Option<Documents<'a>> {
        while !done {
            match next(&mut archive) {
                Ok(Some(member)) => match documents(&place, &mut archive, &member) {
                    Ok(Some(documents)) => {
                        found = true;
                        return Some(documents);
                    }
                    Ok(None) => {}
                    Err(error) => {
                        done = true;
                        return Some(place.refuse(io_reason(&error)));
                    }
                },
                Ok(None) => {
                    done = true;
                    if !found {
                        return Some(place.refuse("an empty archive; no file in it"));
                    }
                }
                Err(error) => {
                    done = true;
                    return Some(whole.refuse(io_reason(&error)));
                }
            }
        }
        None
    });
    Box::new(members.flatten())
}

/// The documents of one member; `None` for folders, devices and hidden files.
fn documents<'a>(
    place: &Place,
    archive: &mut impl BufRead,
    member: &Member,
) -> io::Result<Option<Documents<'a>>> {
    let name = member.name.trim_start_matches("./").trim_start_matches('/');
    let within = place.inside(format!("{}/{name}", place.name));
    let is_hidden = name.split('/').any(|part| part.starts_with('.') && part != "..");
    let refused = match member.kind {
        _ if is_hidden || name.ends_with('/') => None,
        b'1' | b'2' => Some(within.refuse("a link to another file; pack the file itself")),
        b'0' | b'7' | 0 => {
            if let Some(what) = junk(name) {
                let skipped = Skipped::quiet(&within.name, what);
                Some(Box::new(std::iter::once(Err(skipped))) as Documents<'a>)
            } else if name.split('/').any(|part| part == "..") {
                Some(within.refuse("its path leads out of the archive; rename it"))
            } else if member.size > place.limits.document as u64 {
                Some(within.refuse(too_long(member.size, place.limits.document)))
            } else if place.left.get() < member.size {
                Some(within.refuse(BOMB))
            } else {
                let bytes = read(archive, place, member.size)?;
                return Ok(Some(stream(within, Box::new(Cursor::new(bytes)))));
            }
        }
        _ => None,
    };
    skip(archive, padded(member.size))?;
    Ok(refused)
}

fn read(archive: &mut impl BufRead, place: &Place, size: u64) -> io::Result<Vec<u8>> {
    let metered = Metered { reader: archive.take(size), left: place.left.clone() };
    let bytes = bounded(metered, place.limits.document).map_err(io::Error::other)?;
    if bytes.len() as u64 != size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    skip(archive, padded(size) - size)?;
    Ok(bytes)
}

fn skip(archive: &mut impl BufRead, length: u64) -> io::Result<()> {
    match io::copy(&mut archive.take(length), &mut io::sink())? {
        skipped if skipped == length => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

fn padded(size: u64) -> u64 {
    size.div_ceil(BLOCK as u64).saturating_mul(BLOCK as u64)
}

/// The next member that is no list of properties; `None` at the end.
fn next(archive: &mut impl BufRead) -> io::Result<Option<Member>> {
    let (mut long_name, mut long_size) = (None, None);
    loop {
        let mut block = [0; BLOCK];
        if archive.fill_buf()?.is_empty() {
            return Ok(None);
        }
        archive.read_exact(&mut block)?;
        if block.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "no tar header");
        if checksum(&block) != octal(&block[148..156]) {
            return Err(damaged());
        }
        let size = octal(&block[124..136]).ok_or_else(damaged)?;
        let kind = block[156];
        match kind {
            b'L' | b'x' if size <= MAX_NAME => {
                let mut bytes = Vec::new();
                archive.by_ref().take(padded(size)).read_to_end(&mut bytes)?;
                bytes.truncate(size as usize);
                if kind == b'L' {
                    long_name = Some(text(&bytes));
                } else {
                    let (path, size) = pax(&bytes);
                    long_name = path.or(long_name);
                    long_size = size.or(long_size);
                }
            }
            b'L' | b'x' | b'K' | b'g' => skip(archive, padded(size))?,
            kind => {
                let prefix = if &block[257..262] == b"ustar" {
                    text(&block[345..500])
                } else {
                    String::new()
                };
                let name = text(&block[..100]);
                let name = if prefix.is_empty() || &block[257..265] == b"ustar  \0" {
                    name
                } else {
                    format!("{prefix}/{name}")
                };
                let (name, size) = (long_name.unwrap_or(name), long_size.unwrap_or(size));
                return Ok(Some(Member { name, size, kind }));
            }
        }
    }
}

/// The path and the size that pax gives: lines of `length key=value`.
fn pax(bytes: &[u8]) -> (Option<String>, Option<u64>) {
    let (mut path, mut size) = (None, None);
    for line in text(bytes).lines() {
        let Some((key, value)) = line.split_once(' ').and_then(|(_, l)| l.split_once('=')) else {
            continue;
        };
        match key {
            "path" => path = Some(value.to_owned()),
            "size" => size = value.parse().ok(),
            _ => {}
        }
    }
    (path, size)
}

/// Characters up to the first zero.
fn text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).into_owned()
}

/// A number in octal digits, or in binary with the highest bit set (GNU).
fn octal(bytes: &[u8]) -> Option<u64> {
    if bytes.first()? & 0x80 != 0 {
        let (first, rest) = bytes.split_first()?;
        let value = rest.iter().try_fold(u64::from(first & 0x7F), |value, byte| {
            value.checked_mul(256)?.checked_add(u64::from(*byte))
        });
        return value;
    }
    let digits = text(bytes);
    let digits = digits.trim();
    if digits.is_empty() { Some(0) } else { u64::from_str_radix(digits, 8).ok() }
}

/// The sum of the bytes of a header, its own field taken as spaces.
fn checksum(block: &[u8; BLOCK]) -> Option<u64> {
    let bytes = block.iter().enumerate();
    Some(bytes.map(|(at, b)| if (148..156).contains(&at) { 32 } else { u64::from(*b) }).sum())
}
