//! Messages: newsletters, alerts, press releases.

use crate::article::{Article, Reading};
use crate::format::{Format, Reader};
use crate::web::flat;
use dateline_corpus::{Body, Date, Input, Metadata};
use mail_parser::{Message, MessageParser, MimeHeaders};

/// One message (RFC 5322).
pub(crate) static FORMAT: Format = Format {
    name: "EML",
    label: "e-mail",
    endings: &["eml"],
    reader: Reader::Whole(|file| article(file.name, file.bytes).map(Reading::from)),
    ..Format::BASE
};

/// The article of a message: its subject, its sender, its day, its text.
///
/// # Errors
/// When it has no header, or no text that can be read.
fn article(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let none = "no message: it has no header; save it as .txt if it is a text";
    let message = MessageParser::default().parse(bytes).ok_or(none)?;
    let from = message.from().and_then(|f| f.first());
    if message.subject().is_none() && from.is_none() && message.date().is_none() {
        return Err(none.into());
    }
    let is_encrypted = message
        .content_type()
        .is_some_and(|t| matches!(t.subtype(), Some("encrypted" | "pkcs7-mime" | "x-pkcs7-mime")));
    if is_encrypted {
        return Err("encrypted; decrypt it in your mail program and save it again".into());
    }
    let body = text(&message);
    if body.trim().is_empty() {
        return Err("no text in this message".into());
    }
    let date = message.date().and_then(day);
    let sender = from.and_then(|f| f.name.as_deref().or(f.address.as_deref()));
    let attachments = message.attachment_count();
    let note = (attachments > 0).then(|| format!("attachments left out: {attachments}"));
    let title = message.subject().map(str::to_owned);
    let metadata = Metadata { source: sender.map(str::to_owned), date, ..Metadata::default() };
    let evidence = date.map(|_| "Date of the message".to_owned()).unwrap_or_default();
    let body = Body::Read { title, body };
    let input = Input { body, metadata, evidence, ..Input::dump(name, "") };
    Ok(Article::new("e-mail", input).noting(note))
}

/// The plain text of a message, or that of its HTML where it has no other.
fn text(message: &Message<'_>) -> String {
    let parts: Vec<String> = message
        .text_bodies()
        .filter_map(|part| {
            let text = part.text_contents()?;
            Some(if part.is_text_html() { flat::text(text) } else { text.replace('\r', "") })
        })
        .collect();
    parts.join("\n\n")
}

/// The day and minute that the sender's clock showed.
fn day(date: &mail_parser::DateTime) -> Option<Date> {
    let (year, month, day) = (date.year, date.month, date.day);
    Date::parse(&format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", date.hour, date.minute))
}
