//! A static file server on 127.0.0.1, for a look at a site: `dateline serve`, `cargo xtask
//! serve`, and the end-to-end tests.
//!
//! It answers GET and HEAD for what was named and nothing beside it, to browsers that asked for a
//! name of this machine, sends the pre-compressed copy that a browser accepts, and answers ranges
//! of uncompressed files. It is not meant for the open internet.

mod answer;
mod connections;
mod mount;
mod request;

pub use mount::Mount;

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use anyhow::{Context, Result};

/// A port of this machine that nobody else has: taken before there is anything to serve.
#[derive(Debug)]
pub struct Port {
    socket: TcpListener,
    number: u16,
}

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

/// The most requests whose paths are noted.
const MAX_NOTED_REQUESTS: usize = 100_000;

impl Port {
    /// Takes a port; 0 takes any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn take(number: u16) -> Result<Self> {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, number))
            .with_context(|| format!("cannot listen on 127.0.0.1:{number}"))?;
        let number = socket.local_addr().context("the socket has no address")?.port();
        Ok(Self { socket, number })
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> u16 {
        self.number
    }

    /// The address of a server on this port, with a slash at the end.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.number)
    }

    /// Serves a folder at `/` as [`Server::start`] does.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn serve(self, folder: &Path) -> Result<Server> {
        Server::on(self, vec![Mount::folder("/", folder)], true)
    }
}

impl Server {
    /// Serves `folder` at `/` for a look at it; port 0 takes any free one. Browsers keep
    /// nothing: the next build, or the next site on this port, is what they show.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        Port::take(port)?.serve(folder)
    }

    /// As [`Server::start`], for one file, at `/` and its name.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start_with_file(file: &Path, port: u16) -> Result<Self> {
        Self::on(Port::take(port)?, vec![Mount::file("/", file)], true)
    }

    /// Serves several folders as a host would; the first mount whose path fits answers.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn with(mounts: Vec<Mount>, port: u16) -> Result<Self> {
        Self::on(Port::take(port)?, mounts, false)
    }

    fn on(port: Port, mounts: Vec<Mount>, forget: bool) -> Result<Self> {
        let (requests, stopped) = (Mutex::default(), AtomicBool::new(false));
        let shared = Arc::new(Shared { mounts, forget, requests, stopped });
        let (socket, shared_there) = (port.socket, shared.clone());
        let listener = std::thread::Builder::new()
            .spawn(move || connections::listen(&socket, &shared_there))
            .context("cannot start a thread")?;
        Ok(Self { port: port.number, shared, listener: Some(listener) })
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

    /// Every path asked for so far (of the first hundred thousand), in order, with its status:
    /// `200 /index.html`.
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

impl Shared {
    fn note(&self, request: String) {
        if let Ok(mut requests) = self.requests.lock()
            && requests.len() < MAX_NOTED_REQUESTS
        {
            requests.push(request);
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    fn ask(server: &Server, request: &str) -> String {
        let mut stream =
            TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).expect("a connection");
        stream.write_all(request.as_bytes()).expect("written");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    #[test]
    fn answers_files_and_says_what_is_missing() {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0).expect("a port");
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
            (
                "GET /Cargo.toml HTTP/1.1\r\nHost: localhost:80\r\n\r\n",
                "HTTP/1.1 200 OK",
                "[package]",
            ),
            (
                "GET /Cargo.toml HTTP/1.1\r\nHost: example.org\r\n\r\n",
                "HTTP/1.1 421",
                "this machine",
            ),
        ];
        for (request, status, part) in cases {
            let answer = ask(&server, request);
            assert!(answer.starts_with(status) && answer.contains(part), "{request}: {answer}");
        }
        assert_eq!(server.requests().len(), cases.len());
    }

    #[test]
    fn one_file_is_served_without_its_neighbours() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let server = Server::start_with_file(&file, 0).expect("a port");
        for (path, status) in [("/Cargo.toml", "200"), ("/src/lib.rs", "404"), ("/", "404")] {
            let answer = ask(&server, &format!("GET {path} HTTP/1.1\r\n\r\n"));
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {answer}");
        }
    }

    #[test]
    fn a_port_is_taken_before_anything_is_served() {
        let port = Port::take(0).expect("a port");
        let number = port.number();
        assert!(Port::take(number).is_err());
        let server = port.serve(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("a server");
        assert_eq!(server.port(), number);
        assert!(ask(&server, "GET /Cargo.toml HTTP/1.1\r\n\r\n").contains("200 OK"));
    }

    #[test]
    fn many_silent_connections_stop_nobody() {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0).expect("a port");
        let connect = || TcpStream::connect((Ipv4Addr::LOCALHOST, server.port()));
        let silent: Vec<_> = (0..3 * connections::MAX_CONNECTIONS).map(|_| connect()).collect();
        let answer = ask(&server, "GET /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
        assert!(silent.iter().all(Result::is_ok));
    }
}
