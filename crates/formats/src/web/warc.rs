//! Archives of web pages: the pages that were found, with their addresses. ISO 28500
//! as far as reading needs it. The crate `warc` keeps whole records in memory and
//! brings identifiers and a random source that the page could not link.

use crate::article::Skipped;
use crate::bytes::{bounded, io_reason};
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::office::pdf;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::text::plain;
use crate::web::html;
use std::io::{self, BufRead, Read};

/// WARC.
pub(crate) static FORMAT: Format = Format {
    name: "WARC",
    endings: &["warc"],
    magic: &[b"WARC/1."],
    reader: Reader::Cut(pages),
    ..Format::BASE
};

/// The longest line of a header, in bytes.
const LINE: u64 = 1 << 16;

/// The most headers that a response may have.
const MAX_HTTP_HEADERS: usize = 256;

/// Cuts an archive into its pages: responses with status 200 that hold HTML, text or
/// a PDF. Pictures, scripts and failed requests are no articles.
fn pages<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let mut file = file.read();
    let (mut number, mut found, mut done) = (0, 0, false);
    Box::new(std::iter::from_fn(move || {
        while !done {
            number += 1;
            let name = format!("{}#{number}", place.name);
            match record(&mut file, place.limits.document) {
                Ok(Some(Record::Page(content))) => {
                    found += 1;
                    return Some(Ok(Document { name, content: *content }));
                }
                Ok(Some(Record::Other)) => {}
                Ok(Some(Record::TooLong(length))) => {
                    let reason = too_long(length, place.limits.document);
                    return Some(Err(Skipped::new(name, reason)));
                }
                Ok(None) => {
                    done = true;
                    if found == 0 {
                        return Some(Err(Skipped::new(&place.name, "no web page in this archive")));
                    }
                }
                Err(error) => {
                    done = true;
                    return Some(Err(Skipped::new(name, io_reason(&error))));
                }
            }
        }
        None
    }))
}

enum Record {
    Page(Box<Content>),
    TooLong(u64),
    Other,
}

/// The next record; `None` at the end.
fn record(file: &mut impl BufRead, limit: usize) -> io::Result<Option<Record>> {
    let version = loop {
        match line(file)? {
            None => return Ok(None),
            Some(line) if line.is_empty() => {}
            Some(line) => break line,
        }
    };
    if !version.starts_with("WARC/") {
        let what = "a record does not begin with WARC/";
        return Err(io::Error::new(io::ErrorKind::InvalidData, what));
    }
    let headers = headers(file)?;
    let header = |name: &str| value(&headers, name);
    let length: u64 = header("content-length").and_then(|n| n.parse().ok()).ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidData, "a record without Content-Length")
    })?;
    if !matches!(header("warc-type"), Some("response" | "resource")) {
        skip(file, length)?;
        return Ok(Some(Record::Other));
    }
    if length > limit as u64 {
        skip(file, length)?;
        return Ok(Some(Record::TooLong(length)));
    }
    let mut block = Vec::new();
    if file.take(length).read_to_end(&mut block)? as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let url = header("warc-target-uri").unwrap_or("").trim_matches(['<', '>']).to_owned();
    let page = match header("content-type") {
        Some(http) if http.starts_with("application/http") => response(&block, limit),
        Some(mime) => of_type(mime).map(|format| (format, charset(mime), block.clone())),
        None => None,
    };
    Ok(Some(match page {
        Some((format, charset, bytes)) => {
            Record::Page(Box::new(Content::File { format, bytes, charset, url: Some(url) }))
        }
        None => Record::Other,
    }))
}

fn skip(file: &mut impl BufRead, length: u64) -> io::Result<()> {
    match io::copy(&mut file.take(length), &mut io::sink())? {
        skipped if skipped == length => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// One line without its end; `None` at the end of the file.
fn line(file: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if file.take(LINE).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}

/// Names in small letters with their values, to the empty line.
fn headers(file: &mut impl BufRead) -> io::Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    loop {
        let Some(line) = line(file)? else { return Err(io::ErrorKind::UnexpectedEof.into()) };
        match line.split_once(':') {
            _ if line.is_empty() => return Ok(headers),
            Some((name, value)) => {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
            None => {}
        }
    }
}

fn value<'h>(headers: &'h [(String, String)], name: &str) -> Option<&'h str> {
    headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// Format, declared encoding and bytes of an HTTP response that holds a page.
fn response(block: &[u8], limit: usize) -> Option<(&'static Format, Option<String>, Vec<u8>)> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HTTP_HEADERS];
    let mut http = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(start) = http.parse(block).ok()? else { return None };
    if http.code != Some(200) {
        return None;
    }
    let value = |name: &str| {
        let found = http.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(found.value).ok().map(str::trim)
    };
    let mime = value("content-type").unwrap_or("text/html");
    let format = of_type(mime)?;
    let mut body = block.get(start..)?.to_vec();
    if value("transfer-encoding").is_some_and(|t| t.eq_ignore_ascii_case("chunked")) {
        body = unchunked(&body).unwrap_or(body);
    }
    if value("content-encoding").is_some_and(|e| e.eq_ignore_ascii_case("gzip")) {
        body = bounded(flate2::read::MultiGzDecoder::new(&body[..]), limit).unwrap_or(body);
    }
    Some((format, charset(mime), body))
}

/// The body of a response that came in pieces; `None` when it is not in pieces, since
/// some archives put it together and keep the header.
fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    loop {
        let size = line(&mut body).ok()??;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(out);
        }
        out.extend_from_slice(body.get(..size)?);
        body = body.get(size..)?.strip_prefix(b"\r\n")?;
    }
}

fn of_type(mime: &str) -> Option<&'static Format> {
    match mime.split(';').next().unwrap_or("").trim().to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => Some(&html::FORMAT),
        "text/plain" => Some(&plain::FORMAT),
        "application/pdf" => Some(&pdf::FORMAT),
        _ => None,
    }
}

fn charset(mime: &str) -> Option<String> {
    let (_, after) = mime.split_once("charset=")?;
    Some(after.split(';').next()?.trim().trim_matches('"').to_owned())
}
