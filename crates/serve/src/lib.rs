//! A static file server on 127.0.0.1, for a look at a site: `dateline serve`, `cargo xtask
//! serve`, and the end-to-end tests.
//!
//! It answers GET and HEAD below one folder, sends the pre-compressed copy that a browser accepts,
//! and answers ranges of uncompressed files. It is not meant for the open internet.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result};

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    mounts: Vec<Mount>,
    /// Whether browsers are to keep nothing of what is served.
    forget: bool,
    requests: Mutex<Vec<String>>,
    stopped: AtomicBool,
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
    /// Serves `folder` at `/` for a look at it; port 0 takes any free one. Browsers keep
    /// nothing: the next build, or the next site on this port, is what they show.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        Self::serve(vec![Mount { at: "/".into(), folder: folder.to_owned() }], port, true)
    }

    /// Serves several folders as a host would; the first mount whose path fits answers.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn with(mounts: Vec<Mount>, port: u16) -> Result<Self> {
        Self::serve(mounts, port, false)
    }

    fn serve(mounts: Vec<Mount>, port: u16, forget: bool) -> Result<Self> {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on 127.0.0.1:{port}"))?;
        let port = socket.local_addr().context("the socket has no address")?.port();
        let (requests, stopped) = (Mutex::default(), AtomicBool::new(false));
        let shared = Arc::new(Shared { mounts, forget, requests, stopped });
        let listener = std::thread::spawn({
            let shared = shared.clone();
            move || listen(&socket, &shared)
        });
        Ok(Self { port, shared, listener: Some(listener) })
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
        self.shared.requests.lock().map(|requests| requests.clone()).unwrap_or_default()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(listener) = self.listener.take() {
            // It only ends when the server is dropped.
            let _ = listener.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the listener, which waits for a connection.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

/// One thread and one request a connection: slower than keeping connections open, and impossible
/// to block by a browser that keeps many.
fn listen(socket: &TcpListener, shared: &Arc<Shared>) {
    for connection in socket.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(connection) = connection else { continue };
        let shared = shared.clone();
        // The browser may have closed the connection; there is nobody to tell.
        std::thread::spawn(move || drop(converse(connection, &shared)));
    }
}

fn converse(mut connection: TcpStream, shared: &Shared) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_nodelay(true)?;
    let Some(request) = Request::read(&mut connection)? else { return Ok(()) };
    let answer = match shared.forget && request.path.ends_with(WORKER) {
        true => Answer::script(FORGETTING),
        false => answer(&request, &shared.mounts),
    };
    if let Ok(mut requests) = shared.requests.lock() {
        requests.push(format!("{} {}", answer.status, request.path));
    }
    answer.write(&mut connection, request.method == "HEAD")
}

/// The service worker of a site, and what is sent in its place where browsers are to keep
/// nothing.
const WORKER: &str = "/sw.js";
const FORGETTING: &str = include_str!("../assets/forgetting.js");

/// Browsers open connections ahead and leave them idle.
const PATIENCE: Duration = Duration::from_secs(30);

/// The most that the head of a request may take.
const HEAD_LIMIT: usize = 64 * 1024;

/// What of a request matters here.
#[derive(Debug, Default)]
struct Request {
    method: String,
    path: String,
    accepts: String,
    range: String,
}

impl Request {
    /// Nothing when the other side closed the connection or did not speak HTTP.
    fn read(connection: &mut TcpStream) -> std::io::Result<Option<Self>> {
        let mut head = Vec::new();
        let mut chunk = [0; 4096];
        while head.len() < HEAD_LIMIT {
            let length = connection.read(&mut chunk)?;
            if length == 0 {
                return Ok(None);
            }
            head.extend_from_slice(&chunk[..length]);
            if head.windows(4).any(|end| end == b"\r\n\r\n") {
                return Ok(Self::parse(&head));
            }
        }
        Ok(None)
    }

    fn parse(head: &[u8]) -> Option<Self> {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut parsed = httparse::Request::new(&mut headers);
        parsed.parse(head).ok()?;
        let header = |name: &str| {
            let found = parsed.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
            found
                .map(|header| String::from_utf8_lossy(header.value).into_owned())
                .unwrap_or_default()
        };
        Some(Self {
            method: parsed.method?.to_owned(),
            path: parsed.path?.to_owned(),
            accepts: header("accept-encoding"),
            range: header("range"),
        })
    }
}

struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Box<dyn Read + Send>,
    length: u64,
}

impl Answer {
    fn text(status: u16, text: &str) -> Self {
        Self::of(status, "text/plain; charset=utf-8", text)
    }

    fn script(text: &str) -> Self {
        Self::of(200, "text/javascript; charset=utf-8", text)
    }

    fn of(status: u16, content_type: &str, text: &str) -> Self {
        let headers = vec![("Content-Type", content_type.to_owned())];
        let body = Box::new(std::io::Cursor::new(text.to_owned().into_bytes()));
        Self { status, headers, body, length: text.len() as u64 }
    }

    fn write(mut self, out: &mut TcpStream, head_only: bool) -> std::io::Result<()> {
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
        _ => "Internal Server Error",
    }
}

fn answer(request: &Request, mounts: &[Mount]) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return Answer::text(405, "only GET and HEAD are answered here\n");
    }
    let path = request.path.split(['?', '#']).next().unwrap_or("/");
    let Some(file) = locate(path, mounts) else {
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
            ("/a%20b/src/lib.rs", Some("src/lib.rs")),
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
    fn answers_files_and_says_what_is_missing() {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0).expect("a port");
        let ask = |request: &str| {
            let mut stream =
                TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).expect("a connection");
            stream.write_all(request.as_bytes()).expect("written");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("an answer");
            answer
        };
        let cases = [
            ("GET /Cargo.toml HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK", "\r\n\r\n[package]"),
            (
                "GET /Cargo.toml HTTP/1.1\r\nRange: bytes=1-7\r\n\r\n",
                "HTTP/1.1 206",
                "\r\n\r\npackage",
            ),
            ("HEAD /Cargo.toml HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK", "close\r\n\r\n"),
            ("GET /absent HTTP/1.1\r\n\r\n", "HTTP/1.1 404", "no such file"),
            ("PUT /Cargo.toml HTTP/1.1\r\n\r\n", "HTTP/1.1 405", "only GET"),
            ("GET /sw.js HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK", "registration.unregister()"),
        ];
        for (request, status, part) in cases {
            let answer = ask(request);
            assert!(answer.starts_with(status) && answer.contains(part), "{request}: {answer}");
        }
        assert_eq!(server.requests().len(), cases.len());
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
