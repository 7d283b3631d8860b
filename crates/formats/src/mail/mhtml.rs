//! Pages that a browser saved as one file (MHTML): a message whose parts are the page and what
//! it shows.

use crate::bytes::bounded;
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::mail::parts;
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::text::decode::declared_within;
use crate::web::html;
use mail_parser::{HeaderName, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// MHTML (RFC 2557).
pub(crate) static FORMAT: Format = Format {
    name: "MHTML",
    endings: &["mhtml", "mht"],
    looks_like,
    reader: Reader::Cut(pages),
    ..Format::BASE
};

fn looks_like(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.contains("multipart/related")
        && (head.contains("snapshot-content-location:") || head.contains("from: <saved by "))
}

/// The page of a file. Frames, which are mostly advertisements, are parts of their own; the Date
/// in the header is the day of saving.
fn pages<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let page = bounded(file.read(), place.limits.document).and_then(|bytes| page(&bytes));
    match page {
        Ok(page) => {
            let content = Content::File {
                format: &html::FORMAT,
                bytes: page.bytes,
                charset: page.charset,
                url: page.url,
            };
            Box::new(std::iter::once(Ok(Document { name: place.name, content })))
        }
        Err(reason) => place.refuse(reason),
    }
}

struct Page {
    bytes: Vec<u8>,
    charset: Option<String>,
    url: Option<String>,
}

fn page(bytes: &[u8]) -> Result<Page, String> {
    let none = "no page in this file: it has no part of HTML; save the page again";
    let message = MessageParser::default().parse(bytes).ok_or(none)?;
    let wanted = header(&message, "Snapshot-Content-Location");
    let start = message
        .content_type()
        .and_then(|kind| kind.attribute("start"))
        .map(|id| id.trim_matches(['<', '>']).to_owned());
    let pages: Vec<&MessagePart<'_>> =
        message.parts.iter().filter(|part| matches!(part.body, PartType::Html(_))).collect();
    let of_address =
        |part: &&&MessagePart<'_>| wanted.is_some() && part.content_location() == wanted.as_deref();
    let of_start =
        |part: &&&MessagePart<'_>| start.is_some() && part.content_id() == start.as_deref();
    let part = pages.iter().find(of_address).or_else(|| pages.iter().find(of_start));
    let part = part.or_else(|| pages.first()).ok_or(none)?;
    let bytes = parts::bytes(&message, part);
    // Browsers name no encoding in the header of a part, and leave the page in its own.
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    let charset = charset.map(str::to_owned).filter(|_| declared_within(&bytes).is_none());
    let url = wanted.or_else(|| part.content_location().map(str::to_owned));
    let url = url.filter(|url| url.starts_with("http"));
    Ok(Page { bytes: with_shadows(bytes), charset, url })
}

fn header(message: &Message<'_>, name: &'static str) -> Option<String> {
    let value = message.root_part().headers.iter().find(|header| match &header.name {
        HeaderName::Other(other) => other.eq_ignore_ascii_case(name),
        _ => false,
    })?;
    let text = message.raw_message.get(value.offset_start as usize..value.offset_end as usize)?;
    Some(String::from_utf8_lossy(text).split_whitespace().collect())
}

/// A page with the text of its shadow trees in place: browsers save it as
/// `<template shadowmode="open">`, and a template is not shown.
fn with_shadows(page: Vec<u8>) -> Vec<u8> {
    const BEGIN: &[u8] = b"<template";
    const END: &[u8] = b"</template";
    let marked: &[u8] = b"<template shadowmode";
    if !page.windows(marked.len()).any(|window| window == marked) {
        return page;
    }
    let mut out = Vec::with_capacity(page.len());
    let mut open: Vec<bool> = Vec::new();
    let mut rest = page.as_slice();
    while let Some((first, behind)) = rest.split_first() {
        if rest.starts_with(BEGIN) {
            let is_shadow = rest.starts_with(marked);
            open.push(is_shadow);
            out.extend_from_slice(if is_shadow { b"<div" } else { BEGIN });
            rest = &rest[BEGIN.len()..];
        } else if rest.starts_with(END) {
            out.extend_from_slice(if open.pop() == Some(true) { b"</div" } else { END });
            rest = &rest[END.len()..];
        } else {
            out.push(*first);
            rest = behind;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_among_its_parts() {
        let file = |header: &str, parts: &[(&str, &str)]| {
            let mut out = format!(
                "From: <Saved by Blink>\r\n{header}Subject: x\r\nDate: Fri, 27 Nov 2026 21:43:16 -0000\r\n\
                 MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
            );
            for (headers, body) in parts {
                out.push_str(&format!("--b\r\n{headers}\r\n{body}\r\n"));
            }
            out + "--b--\r\n"
        };
        let snapshot = "Snapshot-Content-Location: https://a.example/page\r\n";
        let ad = "Content-Type: text/html\r\nContent-Location: https://ad.example/\r\n";
        let own = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/page\r\n";
        let cases: [(&str, String, Result<&str, ()>); 4] = [
            (
                "by its address",
                file(snapshot, &[(ad, "<p>ad"), (own, "<p>caf=C3=A9")]),
                Ok("<p>café"),
            ),
            ("the first without one", file("", &[(own, "<p>one"), (ad, "<p>two")]), Ok("<p>one")),
            (
                "shadow trees",
                file(
                    snapshot,
                    &[(
                        own,
                        "<a><template shadowmode=3D\"open\"><p>x</template></a><template>y</template>",
                    )],
                ),
                Ok("<a><div shadowmode=\"open\"><p>x</div></a><template>y</template>"),
            ),
            ("none", file("", &[("Content-Type: image/png\r\n", "x")]), Err(())),
        ];
        for (what, file, want) in cases {
            let page = page(file.as_bytes());
            let got = page.as_ref().map(|p| String::from_utf8_lossy(&p.bytes).trim().to_owned());
            assert_eq!(got.map_err(|_| ()), want.map(str::to_owned), "{what}");
        }
    }
}
