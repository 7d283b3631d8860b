//! A static file server on 127.0.0.1, for `cargo xtask serve` and the end-to-end tests.
//!
//! It answers GET and HEAD below one folder, sends the pre-compressed copy that a browser accepts,
//! and answers ranges of uncompressed files. It is not meant for the open internet.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server as Http, StatusCode};

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    http: Arc<Handle>,
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    workers: Vec<JoinHandle<()>>,
}

struct Handle(Http);

impl std::fmt::Debug for Handle {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Handle")
    }
}

/// One folder shown below one path, such as `/` or `/some/folder/`.
#[derive(Debug, Clone)]
pub struct Mount {
    /// Starts and ends with a slash.
    pub at: String,
    /// What is served there.
    pub folder: PathBuf,
}

impl Server {
    /// Serves `folder` at `/`; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        Self::with(vec![Mount { at: "/".into(), folder: folder.to_owned() }], port)
    }

    /// Serves several folders; the first mount whose path fits answers.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn with(mounts: Vec<Mount>, port: u16) -> Result<Self> {
        let http = Http::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("{error}"))
            .with_context(|| format!("cannot listen on 127.0.0.1:{port}"))?;
        let port = http.server_addr().to_ip().map_or(port, |address| address.port());
        let http = Arc::new(Handle(http));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let mounts = Arc::new(mounts);
        let worker = |_| {
            let (http, mounts, requests) = (http.clone(), mounts.clone(), requests.clone());
            std::thread::spawn(move || work(&http.0, &mounts, &requests))
        };
        let workers = (0..4).map(worker).collect();
        Ok(Self { http, port, requests, workers })
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address of its root, with a slash at the end.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Every path asked for so far, in order, with its status: `200 /index.html`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().map(|requests| requests.clone()).unwrap_or_default()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            // A worker only ends when the server does.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in 0..self.workers.len() {
            self.http.0.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn work(http: &Http, mounts: &[Mount], log: &Mutex<Vec<String>>) {
    while let Ok(request) = http.recv() {
        let answer = answer(&request, mounts);
        if let Ok(mut log) = log.lock() {
            log.push(format!("{} {}", answer.status, request.url()));
        }
        // The browser may have closed the connection; there is nobody to tell.
        let _ = request.respond(answer.into_response());
    }
}

struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Box<dyn Read + Send>,
    length: usize,
}

impl Answer {
    fn text(status: u16, text: &str) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        let body = Box::new(std::io::Cursor::new(text.to_owned().into_bytes()));
        Self { status, headers, body, length: text.len() }
    }

    fn into_response(self) -> Response<Box<dyn Read + Send>> {
        let header =
            |(name, value): &(&str, String)| Header::from_bytes(*name, value.as_str()).ok();
        let headers = self.headers.iter().filter_map(header).collect();
        Response::new(StatusCode(self.status), headers, self.body, Some(self.length), None)
    }
}

fn answer(request: &Request, mounts: &[Mount]) -> Answer {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Answer::text(405, "only GET and HEAD are answered here\n");
    }
    let path = request.url().split(['?', '#']).next().unwrap_or("/");
    let Some(file) = locate(path, mounts) else {
        return Answer::text(404, "there is no such file\n");
    };
    let header = |name: &str| {
        let found = request
            .headers()
            .iter()
            .find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
        found.map(|header| header.value.as_str().to_owned()).unwrap_or_default()
    };
    serve_file(&file, &header("Accept-Encoding"), &header("Range"))
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
        return Ok(Answer { status: 206, headers, body, length: size(end - start) });
    }
    headers.push(("Accept-Ranges", "bytes".to_owned()));
    for (coding, suffix) in [("br", ".br"), ("gzip", ".gz")] {
        let packed = with_suffix(file, suffix);
        if accepts_coding(accepts, coding) && packed.is_file() {
            headers.push(("Content-Encoding", coding.to_owned()));
            let length = size(fs::metadata(&packed)?.len());
            return Ok(Answer {
                status: 200,
                headers,
                body: Box::new(File::open(&packed)?),
                length,
            });
        }
    }
    Ok(Answer { status: 200, headers, body: Box::new(File::open(file)?), length: size(length) })
}

fn size(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn accepts_coding(accepts: &str, coding: &str) -> bool {
    accepts.split(',').filter_map(|part| part.split(';').next()).any(|part| part.trim() == coding)
}

/// The file that a path of a URL means, if it lies below a mount.
fn locate(path: &str, mounts: &[Mount]) -> Option<PathBuf> {
    let path = decode(path)?;
    let mount = mounts.iter().find(|mount| path.starts_with(&mount.at))?;
    let inside = Path::new(&path[mount.at.len()..]);
    if inside.components().any(|part| !matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = mount.folder.join(inside);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

/// Undoes `%20` and the like.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
        bytes.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(bytes).ok()
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
    fn finds_files_below_the_mount_and_nothing_else() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mounts = [Mount { at: "/a b/".into(), folder: root.to_owned() }];
        let cases = [
            ("/a%20b/Cargo.toml", Some("Cargo.toml")),
            ("/a%20b/src/main.rs", Some("src/main.rs")),
            ("/a%20b/src/", None),
            ("/a%20b/../README.md", None),
            ("/a%20b/%2e%2e/README.md", None),
            ("/a%20b//etc/passwd", None),
            ("/a%20b/absent", None),
            ("/Cargo.toml", None),
            ("/a%2", None),
        ];
        for (path, expected) in cases {
            assert_eq!(locate(path, &mounts), expected.map(|file| root.join(file)), "{path}");
        }
    }

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
