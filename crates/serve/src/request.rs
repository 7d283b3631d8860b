//! The head of a request.

use std::io::Read;
use std::net::{IpAddr, TcpStream};
use std::time::{Duration, Instant};

/// The most that the head of a request may take, in bytes.
const MAX_HEAD_BYTES: usize = 64 * 1024;

/// The part of a request that matters here.
#[derive(Debug, Default)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) accepts: String,
    pub(crate) range: String,
    host: String,
}

impl Request {
    /// Nothing when the other side closed the connection or did not speak HTTP.
    ///
    /// # Errors
    /// When the head has not come within `patience`, however slowly it comes.
    pub(crate) fn read(
        connection: &mut TcpStream,
        patience: Duration,
    ) -> std::io::Result<Option<Self>> {
        let end = Instant::now() + patience;
        let mut head = Vec::new();
        let mut chunk = [0; 4096];
        while head.len() < MAX_HEAD_BYTES {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(std::io::ErrorKind::TimedOut.into());
            }
            connection.set_read_timeout(Some(left))?;
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
            host: header("host"),
        })
    }

    /// Whether it asks for a name of this machine. Pages elsewhere can make a browser connect here
    /// under a name of theirs, and would read the answer (DNS rebinding).
    pub(crate) fn is_for_this_machine(&self) -> bool {
        let name = match self.host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => &self.host,
        };
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        // Every browser names the host; scripts that speak HTTP/1.0 do not.
        name.is_empty()
            || name == "localhost"
            || name.ends_with(".localhost")
            || address.is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names_of_this_machine() {
        let cases = [
            ("127.0.0.1:8080", true),
            ("127.0.0.1", true),
            ("localhost", true),
            ("LocalHost:1", true),
            ("localhost.", true),
            ("press.localhost:8080", true),
            ("[::1]:8080", true),
            ("[::1]", true),
            ("", true),
            ("example.org", false),
            ("example.org:8080", false),
            ("localhost.example.org", false),
            ("notlocalhost", false),
            ("127.0.0.1.example.org", false),
            ("192.168.1.5:8080", false),
            ("0.0.0.0", false),
        ];
        for (host, expected) in cases {
            let request = Request { host: host.into(), ..Request::default() };
            assert_eq!(request.is_for_this_machine(), expected, "{host}");
        }
    }
}
