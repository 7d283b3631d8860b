//! Messages: newsletters, alerts, press releases.

use crate::article::{Article, Reading, Skipped};
use crate::dates::any_date;
use crate::format::{Format, Reader};
use crate::mail::letter::{self, Letter};
use crate::mail::parts;
use crate::web::flat;
use dateline_corpus::{Body, Date, Input, Metadata};
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

/// One message (RFC 5322).
pub(crate) static FORMAT: Format = Format {
    name: "EML",
    label: "e-mail",
    endings: &["eml"],
    looks_like,
    reader: Reader::Whole(|file| articles(file.name, file.bytes)),
    ..Format::BASE
};

/// How deep messages may stand in messages.
const MAX_DEPTH: usize = 8;

/// A letter with this many words or fewer, around another one, only passes that on.
const FEW_WORDS: usize = 40;

/// The headers that messages and nothing else begin with.
fn looks_like(head: &[u8]) -> bool {
    const FIRST: [&[u8]; 5] =
        [b"Return-Path:", b"Received:", b"Delivered-To:", b"MIME-Version:", b"Message-ID:"];
    FIRST.iter().any(|first| head.starts_with(first)) && head.windows(6).any(|w| w == b"\nFrom:")
}

/// The article of a message, and those of messages attached to it.
///
/// # Errors
/// When it has no header, or no text that can be read.
fn articles(name: &str, bytes: &[u8]) -> Result<Reading, String> {
    let none = "no message: it has no header; save it as .txt if it is a text";
    let message = MessageParser::default().parse(bytes).ok_or(none)?;
    let from = message.from().and_then(|f| f.first());
    if message.subject().is_none() && from.is_none() && message.date().is_none() {
        return Err(none.into());
    }
    of_message(name, &message, 0)
}

fn of_message(name: &str, message: &Message<'_>, depth: usize) -> Result<Reading, String> {
    let is_encrypted = message
        .content_type()
        .is_some_and(|t| matches!(t.subtype(), Some("encrypted" | "pkcs7-mime" | "x-pkcs7-mime")));
    if is_encrypted {
        return Err("encrypted; decrypt it in your mail program and save it again".into());
    }
    let mut reading = Reading::default();
    let mut others = Vec::new();
    for attached in message.attachments() {
        let PartType::Message(inner) = &attached.body else {
            let kind = attached.content_type().map(|t| {
                t.subtype().map_or_else(|| t.ctype().to_owned(), |s| format!("{}/{s}", t.ctype()))
            });
            let called = attached.attachment_name().map(str::to_owned).or(kind);
            others.push(called.unwrap_or_else(|| "without a name".to_owned()));
            continue;
        };
        let name = format!("{name}#{}", reading.articles.len() + reading.skipped.len() + 1);
        if depth + 1 >= MAX_DEPTH {
            let what = format!("a message more than {MAX_DEPTH} messages deep; save it by itself");
            reading.skipped.push(Skipped::new(name, what));
            continue;
        }
        match of_message(&name, inner, depth + 1) {
            Ok(inner) => {
                reading.articles.extend(inner.articles);
                reading.skipped.extend(inner.skipped);
            }
            Err(reason) => reading.skipped.push(Skipped::new(name, reason)),
        }
    }
    let letter = text(message)?;
    let words = letter.text.split_whitespace().count();
    if let Some(first) = reading.articles.first_mut().filter(|_| words <= FEW_WORDS) {
        if words > 0 {
            first.notes.push(format!("passed on with the words {:?}", one_line(&letter.text)));
        }
        first.notes.extend(left_out(&others));
        return Ok(reading);
    }
    if words == 0 {
        if let Some(why) = reading.skipped.pop() {
            return Err(why.reason);
        }
        return Err(match left_out(&others) {
            Some(others) => format!("no text in this message; {others}"),
            None if letter.quoted > 0 => "nothing but quoted lines in this message".into(),
            None => "no text in this message".into(),
        });
    }
    let article = article(name, message, letter).noting(left_out(&others));
    reading.articles.insert(0, article);
    Ok(reading)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn left_out(attachments: &[String]) -> Option<String> {
    (!attachments.is_empty()).then(|| {
        format!("attachments left out: {} ({})", attachments.len(), attachments.join(", "))
    })
}

/// The name of a sender, without the address behind it: `The Courier <news@courier.example>`,
/// `The Courier [mailto:news@courier.example]`; the address where there is no name.
fn sender_name(sender: &str) -> &str {
    let trimmed = |part: &str| -> usize { part.trim_matches(['"', '\'', ' ']).len() };
    let name = sender.split(['<', '[']).next().unwrap_or("");
    let name = if trimmed(name) == 0 { sender } else { name };
    name.trim_matches(['"', '\'', ' ', '<', '>'])
}

fn article(name: &str, message: &Message<'_>, letter: Letter) -> Article {
    let from = message.from().and_then(|f| f.first());
    let sender = from.and_then(|f| f.name.as_deref().or(f.address.as_deref()));
    let mut title = message.subject().map(one_line);
    // Some programs put the quotation marks of a name within its encoded words.
    let mut source = sender.map(|sender| sender_name(sender).to_owned());
    let mut date = message.date().and_then(day);
    let mut evidence = date.map(|_| "Date of the message".to_owned()).unwrap_or_default();
    let mut notes = Vec::new();
    if letter.quoted > 0 {
        notes.push(format!("lines of answered messages left out: {}", letter.quoted));
    }
    if letter.is_signed {
        notes.push("signature left out".to_owned());
    }
    let mut body = letter.text;
    let passed_on = letter::forwarded(&body)
        .filter(|found| found.above.split_whitespace().count() <= FEW_WORDS);
    if let Some(found) = passed_on {
        title = Some(found.subject);
        source = Some(sender_name(&found.from).to_owned());
        date = any_date(&found.date);
        evidence = date.map(|_| "Date of the forwarded message".to_owned()).unwrap_or_default();
        if !found.above.is_empty() {
            notes.push(format!("passed on with the words {:?}", one_line(&found.above)));
        }
        body = found.text;
    }
    let metadata = Metadata { source, date, ..Metadata::default() };
    let input =
        Input { body: Body::Read { title, body }, metadata, evidence, ..Input::dump(name, "") };
    Article { notes, ..Article::new("e-mail", input) }
}

/// The letter: the plain text, unless that says much less than the page beside it, as where it
/// only tells the reader to open the page.
fn text(message: &Message<'_>) -> Result<Letter, String> {
    let subject = message.subject().unwrap_or_default();
    let mut letter = Letter::default();
    let mut plain = Vec::new();
    for part in message.text_bodies().filter(|part| matches!(part.body, PartType::Text(_))) {
        let kind = part.content_type();
        let says = |key: &str, value: &str| {
            kind.and_then(|k| k.attribute(key)).is_some_and(|v| v.eq_ignore_ascii_case(value))
        };
        let flowed = says("format", "flowed").then(|| says("delsp", "yes"));
        let read = letter::plain(&parts::text(message, part)?, flowed);
        letter.quoted += read.quoted;
        letter.is_signed |= read.is_signed;
        plain.push(read.text);
    }
    letter.text = plain.join("\n\n");
    let mut pages = Vec::new();
    for part in message.html_bodies().filter(|part| matches!(part.body, PartType::Html(_))) {
        pages.push(flat::text(&parts::text(message, part)?));
    }
    let page = letter::page(&pages.join("\n\n"), subject);
    let words = |text: &str| text.split_whitespace().count();
    Ok(if words(&letter.text) * 2 < words(&page.text) { page } else { letter })
}

/// The day and minute that the sender's clock showed.
fn day(date: &mail_parser::DateTime) -> Option<Date> {
    let (year, month, day) = (date.year, date.month, date.day);
    Date::parse(&format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", date.hour, date.minute))
}
