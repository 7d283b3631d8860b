//! Answers: status, headers and what is sent.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use crate::mount::{self, Mount};
use crate::request::Request;

/// A response.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(&'static str, String)>,
    body: Box<dyn Read + Send>,
    length: u64,
}

impl Answer {
    pub(crate) fn text(status: u16, text: &str) -> Self {
        Self::of(status, "text/plain; charset=utf-8", text)
    }

    pub(crate) fn script(text: &str) -> Self {
        Self::of(200, "text/javascript; charset=utf-8", text)
    }

    fn of(status: u16, content_type: &str, text: &str) -> Self {
        let headers = vec![("Content-Type", content_type.to_owned())];
        let body = Box::new(std::io::Cursor::new(text.to_owned().into_bytes()));
        Self { status, headers, body, length: text.len() as u64 }
    }

    pub(crate) fn write(mut self, out: &mut TcpStream, head_only: bool) -> std::io::Result<()> {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", self.length));
        out.write_all(head.as_bytes())?;
        if !head_only {
            std::io::copy(&mut self.body, out)?;
        }
        out.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        404 => "Not Found",
        405 => "Method Not Allowed",
        421 => "Misdirected Request",
        _ => "Internal Server Error",
    }
}

/// The answer to a request for a file of the mounts.
pub(crate) fn answer(request: &Request, mounts: &[Mount]) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return Answer::text(405, "only GET and HEAD are answered here\n");
    }
    let path = request.path.split(['?', '#']).next().unwrap_or("/");
    let Some(file) = mount::locate(path, mounts) else {
        return Answer::text(404, "there is no such file\n");
    };
    serve_file(&file, &request.accepts, &request.range)
        .unwrap_or_else(|error| Answer::text(500, &format!("cannot read the file: {error}\n")))
}

fn serve_file(file: &Path, accepts: &str, range: &str) -> std::io::Result<Answer> {
    let mut headers = vec![
        ("Content-Type", content_type(file).to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cache-Control", "no-cache".to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    let length = fs::metadata(file)?.len();
    if let Some((start, end)) = byte_range(range, length) {
        let mut body = File::open(file)?;
        body.seek(SeekFrom::Start(start))?;
        headers.push(("Content-Range", format!("bytes {start}-{}/{length}", end - 1)));
        let body = Box::new(body.take(end - start));
        return Ok(Answer { status: 206, headers, body, length: end - start });
    }
    headers.push(("Accept-Ranges", "bytes".to_owned()));
    for (coding, suffix) in [("br", ".br"), ("gzip", ".gz")] {
        let packed = with_suffix(file, suffix);
        if accepts_coding(accepts, coding) && packed.is_file() {
            headers.push(("Content-Encoding", coding.to_owned()));
            let length = fs::metadata(&packed)?.len();
            return Ok(Answer {
                status: 200,
                headers,
                body: Box::new(File::open(&packed)?),
                length,
            });
        }
    }
    Ok(Answer { status: 200, headers, body: Box::new(File::open(file)?), length })
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn accepts_coding(accepts: &str, coding: &str) -> bool {
    accepts.split(',').filter_map(|part| part.split(';').next()).any(|part| part.trim() == coding)
}

/// The half-open range that a `Range` header asks for; only one range, as browsers send it.
fn byte_range(header: &str, length: u64) -> Option<(u64, u64)> {
    let (start, end) = header.strip_prefix("bytes=")?.split_once('-')?;
    let (start, end) = match (start, end) {
        ("", last) => (length.saturating_sub(last.parse().ok()?), length),
        (start, "") => (start.parse().ok()?, length),
        (start, end) => {
            (start.parse().ok()?, end.parse::<u64>().ok()?.saturating_add(1).min(length))
        }
    };
    (start < end).then_some((start, end))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_ranges() {
        let cases = [
            ("bytes=0-3", Some((0, 4))),
            ("bytes=4-", Some((4, 10))),
            ("bytes=-3", Some((7, 10))),
            ("bytes=0-99", Some((0, 10))),
            ("bytes=10-", None),
            ("bytes=5-4", None),
            ("", None),
            ("lines=1-2", None),
        ];
        for (header, expected) in cases {
            assert_eq!(byte_range(header, 10), expected, "{header}");
        }
    }

    #[test]
    fn takes_a_coding_only_when_it_is_named() {
        let cases =
            [("gzip, deflate, br;q=1.0", "br", true), ("gzip", "br", false), ("", "gzip", false)];
        for (accepts, coding, expected) in cases {
            assert_eq!(accepts_coding(accepts, coding), expected, "{accepts}");
        }
    }
}
