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
use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
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

/// Bytes that are read at once from a compressed page.
const BUFFER: usize = 4096;

/// The most headers that a response may have.
const MAX_HTTP_HEADERS: usize = 256;

/// Cuts an archive into its pages: responses with status 200, resources and conversions that
/// hold HTML, text or a PDF. Pictures, scripts, failed requests and what a crawler writes about
/// itself are no articles; the same page is one article, however often it was crawled.
fn pages<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let mut file = file.read();
    let mut seen = Seen::default();
    let (mut number, mut found, mut done) = (0, 0, false);
    let mut waiting: Vec<Skipped> = Vec::new();
    Box::new(std::iter::from_fn(move || {
        loop {
            if let Some(skipped) = waiting.pop() {
                return Some(Err(skipped));
            }
            if done {
                return None;
            }
            number += 1;
            let name = format!("{}#{number}", place.name);
            match record(&mut file, place.limits.document, &mut seen) {
                Ok(Some(Record::Page(content))) => {
                    found += 1;
                    return Some(Ok(Document { name, content: *content }));
                }
                Ok(Some(Record::Other)) => {}
                Ok(Some(Record::Refused(reason))) => return Some(Err(Skipped::new(name, reason))),
                Ok(Some(Record::Expected(what))) => return Some(Err(Skipped::quiet(name, what))),
                Ok(None) => {
                    done = true;
                    waiting = seen.missing(&place.name);
                    if found == 0 && waiting.is_empty() && seen.is_of_the_crawler() {
                        let what = "nothing but what the crawler wrote about its work";
                        return Some(Err(Skipped::quiet(&place.name, what)));
                    }
                    if found == 0 && waiting.is_empty() {
                        return Some(Err(Skipped::new(&place.name, "no web page in this archive")));
                    }
                }
                Err(error) => {
                    done = true;
                    return Some(Err(Skipped::new(name, io_reason(&error))));
                }
            }
        }
    }))
}

enum Record {
    Page(Box<Content>),
    /// What is wrong, and what to do.
    Refused(String),
    /// Things that nobody would expect an article of.
    Expected(&'static str),
    Other,
}

/// What stood in the records so far.
#[derive(Default)]
struct Seen {
    /// Hashes of pages.
    pages: HashSet<u64>,
    /// Addresses of pages.
    addresses: HashSet<String>,
    /// Addresses of records that say that a page had not changed since an earlier crawl.
    unchanged: Vec<String>,
    /// Whether a record is one of the crawler's own: a log, a picture or the text of a page.
    has_own: bool,
    /// Whether a record is one of the web, with a page or without.
    has_web: bool,
}

impl Seen {
    /// Whether an archive holds nothing that came from the web, as the files that Browsertrix
    /// keeps for pictures and texts of its pages.
    fn is_of_the_crawler(&self) -> bool {
        self.has_own && !self.has_web
    }

    /// Pages that had not changed since a crawl whose file is not this one.
    fn missing(&mut self, archive: &str) -> Vec<Skipped> {
        let unchanged = std::mem::take(&mut self.unchanged);
        let missing = unchanged.into_iter().filter(|url| !self.addresses.contains(url));
        missing
            .map(|url| {
                let what = format!(
                    "{url}: unchanged since an earlier crawl, whose file holds the page; \
                     bring that file too"
                );
                Skipped::new(archive, what)
            })
            .collect()
    }
}

/// The next record; `None` at the end.
fn record(file: &mut impl BufRead, limit: usize, seen: &mut Seen) -> io::Result<Option<Record>> {
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
    let url = header("warc-target-uri").unwrap_or("").trim_matches(['<', '>']).to_owned();
    let kind = header("warc-type").unwrap_or("");
    let is_web = is_of_the_web(&url);
    seen.has_web |= is_web && matches!(kind, "response" | "resource" | "conversion" | "revisit");
    seen.has_own |= kind == "warcinfo" || !is_web;
    if kind == "revisit" {
        skip(file, length)?;
        let same = header("warc-refers-to-target-uri").map(|u| u.trim_matches(['<', '>']));
        seen.unchanged.push(same.unwrap_or(&url).to_owned());
        return Ok(Some(Record::Other));
    }
    if !matches!(kind, "response" | "resource" | "conversion") || !is_web {
        skip(file, length)?;
        return Ok(Some(Record::Other));
    }
    if length > limit as u64 {
        skip(file, length)?;
        let reason = format!("{url}: {}", too_long(length, limit));
        return Ok(Some(Record::Refused(reason)));
    }
    let mut block = Vec::new();
    if file.take(length).read_to_end(&mut block)? as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let page = match header("content-type") {
        Some(http) if http.starts_with("application/http") => response(&block, limit, &url),
        Some(mime) => {
            Ok(of_type(mime, &block, &url).map(|format| (format, charset(mime), block.clone())))
        }
        None => Ok(None),
    };
    Ok(Some(match page {
        Ok(Some((format, charset, bytes))) => {
            let mut hash = DefaultHasher::new();
            bytes.hash(&mut hash);
            let is_text_of_a_page = kind == "conversion" && seen.addresses.contains(&url);
            let is_new = seen.pages.insert(hash.finish());
            seen.addresses.insert(url.clone());
            match is_new && !is_text_of_a_page {
                true => {
                    Record::Page(Box::new(Content::File { format, bytes, charset, url: Some(url) }))
                }
                false => Record::Expected("a page that was crawled before, with the same text"),
            }
        }
        Ok(None) => Record::Other,
        Err(reason) => Record::Refused(format!("{url}: {reason}")),
    }))
}

/// Whether an address is that of a page. Crawlers write their logs and settings as resources
/// with addresses of their own (`metadata://`, `urn:text:`, `dns:`).
fn is_of_the_web(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or("").to_ascii_lowercase();
    matches!(scheme.as_str(), "http" | "https" | "ftp" | "file" | "")
        || (!url.contains("://")
            && !matches!(scheme.as_str(), "urn" | "dns" | "whois" | "metadata"))
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

/// A page of the web: its format, its declared encoding, its bytes.
type Page = (&'static Format, Option<String>, Vec<u8>);

/// The page of an HTTP response; `None` when it holds none.
///
/// # Errors
/// When its compression cannot be undone.
fn response(block: &[u8], limit: usize, url: &str) -> Result<Option<Page>, String> {
    let block = &with_known_version(block);
    let mut headers = [httparse::EMPTY_HEADER; MAX_HTTP_HEADERS];
    let mut http = httparse::Response::new(&mut headers);
    let start = match http.parse(block) {
        Ok(httparse::Status::Complete(start)) => start,
        Ok(httparse::Status::Partial) => {
            return Err("its HTTP header is cut off; crawl it again".into());
        }
        Err(error) => return Err(format!("its HTTP header is damaged: {error}; crawl it again")),
    };
    if http.code != Some(200) {
        return Ok(None);
    }
    let value = |name: &str| {
        let found = http.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(found.value).ok().map(str::trim)
    };
    let mime = value("content-type").unwrap_or("");
    let mut body = block.get(start..).unwrap_or(&[]).to_vec();
    if of_type(mime, &body, url).is_none() && !mime.is_empty() {
        return Ok(None);
    }
    if value("transfer-encoding").is_some_and(|t| t.eq_ignore_ascii_case("chunked")) {
        body = unchunked(&body).unwrap_or(body);
    }
    // Some archives undo the compression and keep the header.
    for coding in value("content-encoding").unwrap_or("").rsplit(',') {
        body = decoded(coding.trim(), body, limit)?;
    }
    Ok(of_type(mime, &body, url).map(|format| (format, charset(mime), body)))
}

/// A response whose first line httparse knows: crawlers write `HTTP/2 200` and `HTTP/3 200` of
/// pages that came by newer versions.
fn with_known_version(block: &[u8]) -> Cow<'_, [u8]> {
    let is_known = block.starts_with(b"HTTP/1.0") || block.starts_with(b"HTTP/1.1");
    let end = block.iter().take(16).position(|byte| *byte == b' ');
    match end.filter(|_| !is_known && block.starts_with(b"HTTP/")) {
        Some(end) => Cow::Owned([b"HTTP/1.1", &block[end..]].concat()),
        None => Cow::Borrowed(block),
    }
}

/// A body without one of the codings of HTTP. A body that is not coded, whatever its header
/// says, stays as it is.
///
/// # Errors
/// When the coding is not known, or the body damaged.
fn decoded(coding: &str, body: Vec<u8>, limit: usize) -> Result<Vec<u8>, String> {
    let coding = coding.to_ascii_lowercase();
    let undone = match coding.as_str() {
        "" | "identity" => return Ok(body),
        "gzip" | "x-gzip" if !body.starts_with(b"\x1F\x8B") => return Ok(body),
        "gzip" | "x-gzip" => bounded(flate2::read::MultiGzDecoder::new(&body[..]), limit),
        // Some servers send it bare, without the frame that the standard asks for.
        "deflate" => bounded(flate2::read::ZlibDecoder::new(&body[..]), limit)
            .or_else(|_| bounded(flate2::read::DeflateDecoder::new(&body[..]), limit)),
        "br" => bounded(brotli_decompressor::Decompressor::new(&body[..], BUFFER), limit),
        "zstd" if !body.starts_with(b"\x28\xB5\x2F\xFD") => return Ok(body),
        "zstd" => match ruzstd::decoding::StreamingDecoder::new(&body[..]) {
            Ok(decoder) => bounded(decoder, limit),
            Err(error) => Err(error.to_string()),
        },
        other => Err(format!("compressed with {other:?}, which is not known")),
    };
    match undone {
        Err(_) if looks_like_a_page(&body) => Ok(body),
        Err(reason) => Err(format!("its {coding} compression cannot be undone: {reason}")),
        undone => undone,
    }
}

fn looks_like_a_page(body: &[u8]) -> bool {
    (html::FORMAT.looks_like)(body) || body.trim_ascii_start().starts_with(b"<")
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

/// The format of a page by its declared type, and by its bytes where the type says nothing.
fn of_type(mime: &str, body: &[u8], url: &str) -> Option<&'static Format> {
    match mime.split(';').next().unwrap_or("").trim().to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => Some(&html::FORMAT),
        "text/plain" => Some(&plain::FORMAT).filter(|_| !is_of_the_server(url)),
        "application/pdf" => Some(&pdf::FORMAT),
        "" | "unknown" | "application/octet-stream" if (html::FORMAT.looks_like)(body) => {
            Some(&html::FORMAT)
        }
        _ => None,
    }
}

/// Whether a text tells machines about a site: `robots.txt` and its like.
fn is_of_the_server(url: &str) -> bool {
    const FILES: [&str; 7] = [
        "robots.txt",
        "ads.txt",
        "app-ads.txt",
        "sellers.txt",
        "humans.txt",
        "security.txt",
        "llms.txt",
    ];
    let path = url.split(['?', '#']).next().unwrap_or(url);
    FILES.contains(&path.rsplit('/').next().unwrap_or(path))
}

fn charset(mime: &str) -> Option<String> {
    let (_, after) = mime.split_once("charset=")?;
    Some(after.split(';').next()?.trim().trim_matches('"').to_owned())
}
