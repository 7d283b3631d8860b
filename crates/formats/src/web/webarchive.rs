//! Pages that Safari saved as one file: a property list with the page, and with what it shows.

use crate::article::Reading;
use crate::format::{File, Format, Reader};
use crate::web::html;
use plist::{Dictionary, Value};
use std::io::Cursor;

/// Safari's web archive, as bytes or as XML.
pub(crate) static FORMAT: Format = Format {
    name: "webarchive",
    label: "webarchive",
    endings: &["webarchive"],
    magic: &[b"bplist00"],
    looks_like,
    reader: Reader::Whole(page),
    ..Format::BASE
};

/// What to say of a property list that is no web archive.
const NO_ARCHIVE: &str = "a property list of macOS, not a web archive; it holds no article";

/// Property lists are XML too; what they begin with stands in the first lines.
fn looks_like(head: &[u8]) -> bool {
    let has = |words: &[u8]| head.windows(words.len()).any(|window| window == words);
    head.trim_ascii_start().starts_with(b"<?xml") && has(b"<plist") && has(b"<key>Web")
}

/// The articles of the page. Frames are mostly advertisements, and are not read.
///
/// # Errors
/// When the list is damaged, or holds no page.
fn page(file: &File<'_>) -> Result<Reading, String> {
    let list = Value::from_reader(Cursor::new(file.bytes))
        .map_err(|error| format!("damaged: {error}; save the page again"))?;
    let main = list.as_dictionary().and_then(|list| list.get("WebMainResource"));
    let main = main.and_then(Value::as_dictionary).ok_or(NO_ARCHIVE)?;
    let page = main.get("WebResourceData").and_then(Value::as_data);
    let page = page.ok_or("no page in this web archive; save the page again")?;
    let text = |key: &str| text(main, key);
    if let Some(kind) = text("WebResourceMIMEType").filter(|kind| !kind.contains("html")) {
        return Err(format!("a web archive of {kind}, not of a page; save what it shows"));
    }
    let url = text("WebResourceURL").filter(|url| url.starts_with("http"));
    let charset = text("WebResourceTextEncodingName");
    let page = File { bytes: page, charset, url, ..*file };
    let mut reading = html::FORMAT.whole()(&page)?;
    for article in &mut reading.articles {
        article.format = FORMAT.label;
        if article.input.metadata.url.is_none() {
            article.input.metadata.url = url.map(str::to_owned);
        }
    }
    Ok(reading)
}

fn text<'d>(dictionary: &'d Dictionary, key: &str) -> Option<&'d str> {
    dictionary.get(key).and_then(Value::as_string)
}
