//! Messages as Apple Mail stores them: a line with the length, the message, and a property list.

use crate::bytes::bounded;
use crate::document::Document;
use crate::format::{Format, Reader};
use crate::mail::message;
use crate::opened::Opened;
use crate::place::{Documents, Place};

/// Apple Mail.
pub(crate) static FORMAT: Format =
    Format { name: "EMLX", endings: &["emlx"], reader: Reader::Cut(messages), ..Format::BASE };

/// The message of a file.
fn messages<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let bytes = bounded(file.read(), place.limits.document)
        .and_then(|bytes| message(&bytes).map(<[u8]>::to_vec));
    match bytes {
        Ok(bytes) => {
            Box::new(std::iter::once(Ok(Document::file(place.name, &message::FORMAT, bytes))))
        }
        Err(reason) => place.refuse(reason),
    }
}

fn message(bytes: &[u8]) -> Result<&[u8], String> {
    let end = bytes.iter().position(|b| *b == b'\n').unwrap_or(bytes.len());
    let length =
        std::str::from_utf8(&bytes[..end]).ok().and_then(|n| n.trim().parse::<usize>().ok());
    let length = length.ok_or("not an EMLX: its first line is no length; save it as .eml")?;
    let rest = bytes.get(end + 1..).unwrap_or(&[]);
    rest.get(..length).ok_or_else(|| "cut off: it ends too early; copy it again".to_owned())
}

#[cfg(test)]
mod tests {
    type Case<'a> = (&'a [u8], Result<&'a [u8], &'a str>);

    #[test]
    fn lengths() {
        let cases: [Case<'_>; 3] = [
            (b"3  \nabc<plist>", Ok(b"abc")),
            (b"From: a", Err("not an EMLX: its first line is no length; save it as .eml")),
            (b"9\nabc", Err("cut off: it ends too early; copy it again")),
        ];
        for (bytes, want) in cases {
            assert_eq!(super::message(bytes), want.map_err(str::to_owned));
        }
    }
}
