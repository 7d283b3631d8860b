//! Mailboxes: messages one behind the other.

use crate::article::Skipped;
use crate::bytes::io_reason;
use crate::document::Document;
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::mail::message;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use std::io::{self, BufRead, Read};

/// Mailboxes as Unix programs and Thunderbird write them.
pub(crate) static FORMAT: Format = Format {
    name: "MBOX",
    endings: &["mbox"],
    looks_like,
    reader: Reader::Cut(messages),
    ..Format::BASE
};

fn looks_like(head: &[u8]) -> bool {
    head.trim_ascii_start().starts_with(b"From ") && head.windows(6).any(|w| w == b"\nFrom:")
}

/// Cuts a mailbox into messages.
fn messages<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let mut mailbox = Mailbox::new(file.read(), place.limits.document);
    let (mut number, mut done) = (0, false);
    Box::new(std::iter::from_fn(move || {
        if done {
            return None;
        }
        number += 1;
        let name = format!("{}#{number}", place.name);
        match mailbox.next() {
            Ok(Some(Message { length, .. })) if length > place.limits.document as u64 => {
                Some(Err(Skipped::new(name, too_long(length, place.limits.document))))
            }
            Ok(Some(message)) => Some(Ok(Document::file(name, &message::FORMAT, message.bytes))),
            Err(error) => {
                done = true;
                Some(Err(Skipped::new(name, io_reason(&error))))
            }
            Ok(None) => {
                done = true;
                let none = "no message in this mailbox: one begins with a line \"From …\"";
                (number == 1).then(|| Err(Skipped::new(&place.name, none)))
            }
        }
    }))
}

struct Message {
    /// Empty when there are more than a document may have.
    bytes: Vec<u8>,
    length: u64,
}

/// The longest line that is looked at as a whole; a longer one begins no message.
const MAX_LINE_BYTES: u64 = 1 << 20;

/// A mailbox, read line by line.
struct Mailbox<R> {
    lines: R,
    limit: usize,
    /// The next line, and the one behind it.
    line: Vec<u8>,
    next: Vec<u8>,
    is_behind_blank: bool,
    is_begun: bool,
}

impl<R: BufRead> Mailbox<R> {
    fn new(lines: R, limit: usize) -> Mailbox<R> {
        let (line, next) = (Vec::new(), Vec::new());
        Mailbox { lines, limit, line, next, is_behind_blank: true, is_begun: false }
    }

    /// Goes on by a line.
    fn advance(&mut self) -> io::Result<()> {
        std::mem::swap(&mut self.line, &mut self.next);
        self.next.clear();
        self.lines.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut self.next)?;
        Ok(())
    }

    /// The next message, from behind its envelope line to before the next one.
    fn next(&mut self) -> io::Result<Option<Message>> {
        if !self.is_begun {
            self.is_begun = true;
            self.advance()?;
            self.advance()?;
            while !self.line.is_empty() && !self.is_envelope() {
                self.is_behind_blank = self.line.trim_ascii().is_empty();
                self.advance()?;
            }
        }
        if self.line.is_empty() {
            return Ok(None);
        }
        self.advance()?;
        let mut message = Message { bytes: Vec::new(), length: 0 };
        self.is_behind_blank = false;
        while !self.line.is_empty() && !self.is_envelope() {
            // What begins like an envelope line was quoted, with one ">" more each time.
            let quotes = self.line.iter().take_while(|b| **b == b'>').count();
            let is_quoted = quotes > 0 && self.line[quotes..].starts_with(b"From ");
            let line = &self.line[usize::from(is_quoted)..];
            message.length += line.len() as u64;
            if message.length <= self.limit as u64 {
                message.bytes.extend_from_slice(line);
            } else {
                message.bytes = Vec::new();
            }
            self.is_behind_blank = line.trim_ascii().is_empty();
            self.advance()?;
        }
        Ok(Some(message))
    }

    /// Whether the line begins a message: `From `, a sender and the day as `asctime` writes it,
    /// behind a blank line or before a header. Programs leave out the blank line, the sender or
    /// the year, and texts have lines that begin with "From ", but not all of this at once.
    fn is_envelope(&self) -> bool {
        let Some(rest) = self.line.strip_prefix(b"From ") else { return false };
        let dated = is_dated(rest);
        let header = is_header(&self.next);
        header && (dated || self.is_behind_blank && rest.contains(&b'@'))
            || dated && self.is_behind_blank
    }
}

/// Whether the words end with a day of the week or month and a time.
fn is_dated(words: &[u8]) -> bool {
    const NAMES: [&str; 19] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun",
        "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let words = String::from_utf8_lossy(words).to_ascii_lowercase();
    let is_time = |word: &str| {
        let parts: Vec<&str> = word.split(':').collect();
        (2..=3).contains(&parts.len())
            && parts
                .iter()
                .all(|p| p.len() <= 2 && !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let names = words.split_whitespace().filter(|word| NAMES.contains(&word.trim_end_matches(',')));
    names.count() >= 2 && words.split_whitespace().any(is_time)
}

/// Whether a line is a header: a name without spaces and a colon.
fn is_header(line: &[u8]) -> bool {
    let name = line.iter().take_while(|b| b.is_ascii_graphic() && **b != b':').count();
    name > 0 && line.get(name) == Some(&b':') || line.starts_with(b">From ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_messages_begin() {
        let envelope = "From a@b.example Mon Mar  4 09:12:00 2024";
        let cases: [(&str, String, &[&str]); 7] = [
            (
                "a line of text",
                format!("{envelope}\nSubject: 1\n\nFrom Norway it came.\n"),
                &["Subject: 1\n\nFrom Norway it came.\n"],
            ),
            (
                "behind a blank line",
                format!("{envelope}\nSubject: 1\n\na\n\n{envelope}\nSubject: 2\n\nb\n"),
                &["Subject: 1\n\na\n\n", "Subject: 2\n\nb\n"],
            ),
            (
                "without a blank line",
                format!("{envelope}\nSubject: 1\n\na\n{envelope}\nSubject: 2\n\nb\n"),
                &["Subject: 1\n\na\n", "Subject: 2\n\nb\n"],
            ),
            (
                "Thunderbird's",
                "From - Mon Jan 01 00:00:00 2024\nSubject: 1\n\na\n".to_owned(),
                &["Subject: 1\n\na\n"],
            ),
            (
                "Gmail's",
                "From 17@xxx Mon Mar 04 09:12:00 +0000 2024\r\nSubject: 1\r\n\r\na\r\n".to_owned(),
                &["Subject: 1\r\n\r\na\r\n"],
            ),
            (
                "quoted lines",
                format!("{envelope}\nSubject: 1\n\n>From here\n>>From there\n> a quotation\n"),
                &["Subject: 1\n\nFrom here\n>From there\n> a quotation\n"],
            ),
            (
                "a text that names a day",
                format!(
                    "{envelope}\nSubject: 1\n\n\nFrom Monday on: it rained.\nFrom Mon to Tue\n"
                ),
                &["Subject: 1\n\n\nFrom Monday on: it rained.\nFrom Mon to Tue\n"],
            ),
        ];
        for (what, mailbox, want) in cases {
            let mut mailbox = Mailbox::new(mailbox.as_bytes(), 1 << 20);
            let mut got = Vec::new();
            while let Some(message) = mailbox.next().expect("bytes in memory") {
                got.push(String::from_utf8(message.bytes).expect("UTF-8"));
            }
            assert_eq!(got, want, "{what}");
        }
    }
}
