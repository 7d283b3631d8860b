//! Messages as mail programs send them: RFC 5322, RFC 2046.

/// A value of a header: what would break its line becomes a space.
pub(super) fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A part of a message.
pub(super) fn part(kind: &str, body: &[u8]) -> Vec<u8> {
    let mut out =
        format!("Content-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n").into_bytes();
    out.extend_from_slice(body);
    out
}

/// Texts of which a reader shows one, as one part.
pub(super) fn alternatives(texts: &[Vec<u8>], depth: usize) -> Vec<u8> {
    multipart("alternative", texts, &format!("alternatives-{depth}"))
}

/// A message of its headers and parts.
pub(super) fn joined(headers: &[String], parts: &[Vec<u8>], depth: usize) -> Vec<u8> {
    let mut out = headers.iter().map(|header| format!("{header}\r\n")).collect::<String>();
    out.push_str("MIME-Version: 1.0\r\n");
    let mut out = out.into_bytes();
    match parts {
        [] => out.extend_from_slice(&part("text/plain; charset=utf-8", b"")),
        [one] => out.extend_from_slice(one),
        parts => out.extend_from_slice(&multipart("mixed", parts, &format!("parts-{depth}"))),
    }
    out
}

/// Several parts as one, between lines that none of them holds.
fn multipart(kind: &str, parts: &[Vec<u8>], name: &str) -> Vec<u8> {
    let mut boundary = format!("=_dateline-{name}");
    while parts.iter().any(|part| part.windows(boundary.len()).any(|w| w == boundary.as_bytes())) {
        boundary.push('x');
    }
    let mut out =
        format!("Content-Type: multipart/{kind}; boundary=\"{boundary}\"\r\n\r\n").into_bytes();
    for part in parts {
        out.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        out.extend_from_slice(part);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    out
}
