//! Parts of a message with their true bytes and letters.

use crate::text::decode::{declared_within, decode};
use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

/// The bytes of a part as they were before they were sent.
pub(crate) fn bytes(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let (start, end) = (part.raw_body_offset() as usize, part.raw_end_offset() as usize);
    let raw = message.raw_message.get(start..end).unwrap_or(&[]);
    let decoded = match part.encoding {
        Encoding::None => None,
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    decoded.unwrap_or_else(|| raw.to_vec())
}

/// The text of a part: UTF-8 where it fits, whatever the message claims, else in the
/// encoding that it names, or that a page in it names.
///
/// # Errors
/// When it is no text.
pub(crate) fn text(message: &Message<'_>, part: &MessagePart<'_>) -> Result<String, String> {
    let bytes = bytes(message, part);
    let named = part.content_type().and_then(|kind| kind.attribute("charset"));
    let named = named.map(str::to_owned).or_else(|| {
        matches!(part.body, PartType::Html(_)).then(|| declared_within(&bytes)).flatten()
    });
    // The first encoding that claims nothing beyond ASCII says nothing of other bytes.
    let named = named.filter(|name| !name.eq_ignore_ascii_case("us-ascii"));
    decode(&bytes, named.as_deref()).map(|decoded| decoded.text.replace("\r\n", "\n"))
}
