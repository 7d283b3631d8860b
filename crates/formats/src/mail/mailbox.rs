//! Mailboxes: messages one behind the other.

use crate::article::Skipped;
use crate::bytes::io_reason;
use crate::document::Document;
use crate::format::{Format, Reader};
use crate::limits::too_long;
use crate::mail::message;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use mail_parser::mailbox::mbox::MessageIterator;

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
    let mut messages = MessageIterator::new(file.read());
    let (mut number, mut done) = (0, false);
    Box::new(std::iter::from_fn(move || {
        if done {
            return None;
        }
        number += 1;
        let name = format!("{}#{number}", place.name);
        match messages.next() {
            Some(Ok(message)) if message.contents().len() > place.limits.document => {
                let length = message.contents().len() as u64;
                Some(Err(Skipped::new(name, too_long(length, place.limits.document))))
            }
            Some(Ok(message)) => {
                Some(Ok(Document::file(name, &message::FORMAT, message.unwrap_contents())))
            }
            Some(Err(error)) => {
                done = true;
                Some(Err(Skipped::new(name, io_reason(&error))))
            }
            None => {
                done = true;
                let none = "no message in this mailbox: one begins with a line \"From …\"";
                (number == 1).then(|| Err(Skipped::new(&place.name, none)))
            }
        }
    }))
}
