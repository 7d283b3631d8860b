//! Messages as Outlook saves them, written again as mail programs send them: RFC 5322. So one
//! reader tells the better of two texts, what was passed on, and signatures.

use crate::article::Reading;
use crate::format::{File, Format, Reader};
use crate::mail::written::{alternatives, joined, one_line, part};
use crate::mail::{message, packed_rtf};
use crate::office::rtf;
use cfb::CompoundFile;
use dateline_text::english::MONTHS;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// Outlook's messages (MS-OXMSG).
pub(crate) static FORMAT: Format = Format {
    name: "MSG",
    label: "e-mail",
    endings: &["msg", "oft"],
    reader: Reader::Whole(articles),
    ..Format::BASE
};

/// How deep messages may stand in messages.
const MAX_DEPTH: usize = 8;

/// Bytes of one property that are read.
const MAX_PROPERTY_BYTES: u64 = 64 << 20;

/// Attachments of one message that are named.
const MAX_ATTACHMENTS: usize = 2_000;

/// Properties by their numbers: MS-OXPROPS.
mod property {
    pub(super) const SUBJECT: u16 = 0x0037;
    pub(super) const CLIENT_SUBMIT_TIME: u16 = 0x0039;
    pub(super) const SENT_REPRESENTING_NAME: u16 = 0x0042;
    pub(super) const SENT_REPRESENTING_SMTP_ADDRESS: u16 = 0x5D02;
    pub(super) const TRANSPORT_MESSAGE_HEADERS: u16 = 0x007D;
    pub(super) const SENDER_NAME: u16 = 0x0C1A;
    pub(super) const SENDER_EMAIL_ADDRESS: u16 = 0x0C1F;
    pub(super) const SENDER_SMTP_ADDRESS: u16 = 0x5D01;
    pub(super) const MESSAGE_DELIVERY_TIME: u16 = 0x0E06;
    pub(super) const BODY: u16 = 0x1000;
    pub(super) const RTF_COMPRESSED: u16 = 0x1009;
    pub(super) const HTML: u16 = 0x1013;
    pub(super) const CREATION_TIME: u16 = 0x3007;
    pub(super) const DISPLAY_NAME: u16 = 0x3001;
    pub(super) const ATTACH_DATA: u16 = 0x3701;
    pub(super) const ATTACH_FILENAME: u16 = 0x3704;
    pub(super) const ATTACH_LONG_FILENAME: u16 = 0x3707;
    pub(super) const INTERNET_CODEPAGE: u16 = 0x3FDE;
    pub(super) const MESSAGE_CODEPAGE: u16 = 0x3FFD;
}

/// Types of properties: MS-OXCDATA, 2.11.1.
mod kind {
    pub(super) const STRING_8: u16 = 0x001E;
    pub(super) const STRING: u16 = 0x001F;
    pub(super) const BINARY: u16 = 0x0102;
    pub(super) const OBJECT: u16 = 0x000D;
}

type Compound<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// The article of a message, and those of messages attached to it.
///
/// # Errors
/// When it is damaged or locked, or has no text that can be read.
fn articles(file: &File<'_>) -> Result<Reading, String> {
    let mut compound = CompoundFile::open(Cursor::new(file.bytes))
        .map_err(|error| format!("damaged: {error}; save the message again as .eml"))?;
    if !compound.exists("/__properties_version1.0") {
        return Err("no message of Outlook, whatever its name says; save it as .eml".into());
    }
    let message = Message { at: PathBuf::from("/"), depth: 0 }.written(&mut compound)?;
    let mut reading = message::FORMAT.whole()(&File { bytes: &message.bytes, ..*file })?;
    if let Some(article) = reading.articles.first_mut().filter(|_| message.is_utc) {
        let note = "the date is that of UTC; the message does not say the sender's zone";
        article.notes.push(note.to_owned());
    }
    Ok(reading)
}

/// A message in a compound file.
struct Message {
    at: PathBuf,
    depth: usize,
}

/// A message as it is sent.
struct Written {
    bytes: Vec<u8>,
    /// Whether its date is known in UTC alone.
    is_utc: bool,
}

impl Message {
    /// Writes the message as RFC 5322.
    ///
    /// # Errors
    /// When it cannot be read, or is only encrypted.
    fn written(&self, compound: &mut Compound<'_>) -> Result<Written, String> {
        let fixed = self.fixed(compound);
        let codepage = fixed.codepage(property::MESSAGE_CODEPAGE).unwrap_or(WINDOWS_1252);
        let text = |compound: &mut Compound<'_>, number| text(compound, &self.at, number, codepage);
        let mut headers = Vec::new();
        if let Some(subject) = text(compound, property::SUBJECT) {
            headers.push(format!("Subject: {}", one_line(&subject)));
        }
        let mut first = |numbers: &[u16]| {
            numbers
                .iter()
                .find_map(|number| text(compound, *number).filter(|t| !t.trim().is_empty()))
        };
        let name = first(&[property::SENT_REPRESENTING_NAME, property::SENDER_NAME]);
        let address = first(&[
            property::SENT_REPRESENTING_SMTP_ADDRESS,
            property::SENDER_SMTP_ADDRESS,
            property::SENDER_EMAIL_ADDRESS,
        ]);
        let address = address.filter(|address| address.contains('@'));
        let sent = first(&[property::TRANSPORT_MESSAGE_HEADERS]).as_deref().and_then(header_date);
        match (name, address) {
            (None, None) => {}
            (Some(name), address) => {
                let name = one_line(&name).replace(['"', '\\', '<', '>'], "");
                let address = address.unwrap_or_default();
                headers.push(format!("From: \"{name}\" <{}>", one_line(&address)));
            }
            (None, Some(address)) => headers.push(format!("From: {}", one_line(&address))),
        }
        let is_utc = sent.is_none();
        let times = [
            property::CLIENT_SUBMIT_TIME,
            property::MESSAGE_DELIVERY_TIME,
            property::CREATION_TIME,
        ];
        let sent = sent.or_else(|| times.iter().find_map(|number| fixed.time(*number)));
        let is_utc = is_utc && sent.is_some();
        headers.extend(sent.map(|date| format!("Date: {date}")));
        let parts = self.parts(compound, &fixed, codepage)?;
        Ok(Written { bytes: joined(&headers, &parts, self.depth), is_utc })
    }

    /// Texts and attachments, each with its headers.
    fn parts(
        &self,
        compound: &mut Compound<'_>,
        fixed: &Fixed,
        codepage: &'static Encoding,
    ) -> Result<Vec<Vec<u8>>, String> {
        let mut texts = Vec::new();
        let plain = text(compound, &self.at, property::BODY, codepage);
        let plain = plain.filter(|plain| !plain.trim().is_empty());
        let html = match binary(compound, &self.at, property::HTML)? {
            Some(bytes) => {
                let charset = fixed.codepage(property::INTERNET_CODEPAGE).unwrap_or(UTF_8);
                Some(charset.decode(&bytes).0.into_owned())
            }
            None => text(compound, &self.at, property::HTML, codepage),
        };
        if let Some(plain) = &plain {
            texts.push(part("text/plain; charset=utf-8", plain.as_bytes()));
        }
        if let Some(html) = &html {
            texts.push(part("text/html; charset=utf-8", without_charset(html).as_bytes()));
        }
        if texts.is_empty()
            && let Some(packed) = binary(compound, &self.at, property::RTF_COMPRESSED)?
        {
            let text = rtf::text(&packed_rtf::unpacked(&packed)?)?;
            texts.push(part("text/plain; charset=utf-8", text.as_bytes()));
        }
        let mut parts = match texts.len() {
            0 | 1 => texts,
            _ => vec![alternatives(&texts, self.depth)],
        };
        let entries: Vec<PathBuf> = compound
            .read_storage(&self.at)
            .map_err(|error| format!("damaged: {error}; save the message again as .eml"))?
            .filter(|entry| entry.name().starts_with("__attach_version1.0_"))
            .map(|entry| entry.path().to_owned())
            .take(MAX_ATTACHMENTS)
            .collect();
        for at in entries {
            parts.push(self.attachment(compound, &at, codepage)?);
        }
        Ok(parts)
    }

    /// An attachment: a message as one, of others the name.
    fn attachment(
        &self,
        compound: &mut Compound<'_>,
        at: &Path,
        codepage: &'static Encoding,
    ) -> Result<Vec<u8>, String> {
        let inner = at.join(stream(property::ATTACH_DATA, kind::OBJECT));
        if compound.is_storage(&inner)
            && compound.exists(inner.join("__properties_version1.0"))
            && self.depth + 1 < MAX_DEPTH
        {
            let message = Message { at: inner, depth: self.depth + 1 }.written(compound)?;
            return Ok(part("message/rfc822", &message.bytes));
        }
        let names =
            [property::ATTACH_LONG_FILENAME, property::ATTACH_FILENAME, property::DISPLAY_NAME];
        let name = names.iter().find_map(|number| text(compound, at, *number, codepage));
        let name = one_line(&name.unwrap_or_else(|| "without a name".to_owned()));
        let name = name.replace(['"', '\\'], "");
        let header = format!(
            "application/octet-stream; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\""
        );
        Ok(part(&header, b""))
    }

    /// The properties of a fixed length: MS-OXMSG, 2.4.
    fn fixed(&self, compound: &mut Compound<'_>) -> Fixed {
        let bytes = read(compound, &self.at.join("__properties_version1.0")).ok().flatten();
        let bytes = bytes.unwrap_or_default();
        // 32 bytes of header in the outermost message, 24 within another; programs write 32 there too.
        let header = if bytes.len().is_multiple_of(16) { 32 } else { 24 };
        Fixed { entries: bytes.get(header..).unwrap_or(&[]).to_vec() }
    }
}

/// Properties of a fixed length, 16 bytes each.
struct Fixed {
    entries: Vec<u8>,
}

impl Fixed {
    fn value(&self, number: u16) -> Option<u64> {
        let (entries, _) = self.entries.as_chunks::<16>();
        let entry = entries.iter().find(|e| u16::from_le_bytes([e[2], e[3]]) == number)?;
        let (_, [.., value]) = entry.as_rchunks::<8>() else { return None };
        Some(u64::from_le_bytes(*value))
    }

    /// An encoding by its number: Windows, Internet Explorer and Outlook count so.
    fn codepage(&self, number: u16) -> Option<&'static Encoding> {
        let value = u32::try_from(self.value(number)? & 0xFFFF_FFFF).ok()?;
        codepage::to_encoding(u16::try_from(value).ok()?)
    }

    /// A time as headers write it: hundreds of nanoseconds since 1601, in UTC.
    fn time(&self, number: u16) -> Option<String> {
        const PER_SECOND: u64 = 10_000_000;
        const SECONDS_TO_1970: i64 = 11_644_473_600;
        let seconds = i64::try_from(self.value(number)? / PER_SECOND).ok()? - SECONDS_TO_1970;
        let date = crate::dates::from_epoch(seconds)?.to_string();
        let (year, month, day) =
            (date.get(..4)?, date.get(5..7)?.parse::<usize>().ok()?, date.get(8..10)?);
        let time = seconds.rem_euclid(86_400);
        let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
        let month = &MONTHS.get(month.checked_sub(1)?)?[..3];
        Some(format!("{day} {month} {year} {hour:02}:{minute:02}:{second:02} +0000"))
    }
}

/// The date of the headers with which a message came, in the zone of its sender.
fn header_date(headers: &str) -> Option<String> {
    let begins =
        |line: &&str| line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("date:"));
    let date = headers.lines().find(begins)?.get(5..)?.trim();
    (!date.is_empty()).then(|| date.to_owned())
}

/// The name of the stream of a property.
fn stream(number: u16, kind: u16) -> String {
    format!("__substg1.0_{number:04X}{kind:04X}")
}

fn text(
    compound: &mut Compound<'_>,
    at: &Path,
    number: u16,
    codepage: &'static Encoding,
) -> Option<String> {
    let wide = read(compound, &at.join(stream(number, kind::STRING))).ok().flatten();
    let text = match wide {
        Some(bytes) => encoding_rs::UTF_16LE.decode_without_bom_handling(&bytes).0.into_owned(),
        None => {
            let bytes = read(compound, &at.join(stream(number, kind::STRING_8))).ok().flatten()?;
            codepage.decode_without_bom_handling(&bytes).0.into_owned()
        }
    };
    Some(text.trim_end_matches('\0').to_owned())
}

fn binary(compound: &mut Compound<'_>, at: &Path, number: u16) -> Result<Option<Vec<u8>>, String> {
    read(compound, &at.join(stream(number, kind::BINARY)))
}

/// The bytes of a stream; `None` where there is none.
fn read(compound: &mut Compound<'_>, path: &Path) -> Result<Option<Vec<u8>>, String> {
    if !compound.is_stream(path) {
        return Ok(None);
    }
    let failed =
        |error: std::io::Error| format!("damaged: {error}; save the message again as .eml");
    let stream = compound.open_stream(path).map_err(failed)?;
    let mut bytes = Vec::new();
    stream.take(MAX_PROPERTY_BYTES).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Some(bytes))
}

/// A page without the encoding that it names: it is written as UTF-8.
fn without_charset(html: &str) -> String {
    const KEY: &str = "charset=";
    let Some(at) = html.to_ascii_lowercase().find(KEY) else { return html.to_owned() };
    let (before, value) = html.split_at(at + KEY.len());
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
    let value = value.strip_prefix(['"', '\'']).map_or((&value[..0], value), |v| (&value[..1], v));
    let (quote, value) = value;
    format!("{before}{quote}utf-8{}", value.trim_start_matches(is_name))
}
