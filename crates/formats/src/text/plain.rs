//! Plain text: an article as it was saved, or an export of many.

use crate::article::{Article, Reading};
use crate::format::{File, Format, Reader};
use crate::news_databases;
use crate::text::decode::{decode, lost_letters};
use dateline_corpus::Input;

/// Plain text.
pub(crate) static FORMAT: Format = Format {
    name: "text",
    label: "text",
    endings: &["txt", "text"],
    is_plain: true,
    reader: Reader::Whole(articles),
    ..Format::BASE
};

/// The article of a text, or those of an export of a news database.
///
/// # Errors
/// When it is no text.
fn articles(file: &File<'_>) -> Result<Reading, String> {
    let decoded = decode(file.bytes, file.charset)?;
    if let Some(mut reading) = news_databases::articles(file.name, &decoded.text) {
        if let Some(first) = reading.articles.first_mut() {
            first.notes.extend(decoded.note);
        }
        return Ok(reading);
    }
    let lost = lost_letters(&decoded.text);
    let input = Input::dump(file.name, decoded.text);
    Ok(Article::new("text", input).noting(decoded.note).noting(lost).into())
}
