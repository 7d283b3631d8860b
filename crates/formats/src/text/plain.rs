//! Plain text: an article as it was saved, or an export of many.

use crate::article::{Article, Reading};
use crate::news_databases;
use crate::text::decode::decode;
use dateline_corpus::Input;

/// The article of a text, or those of an export of a news database.
///
/// # Errors
/// When it is no text.
pub(crate) fn articles(name: &str, bytes: &[u8]) -> Result<Reading, String> {
    let decoded = decode(bytes, None)?;
    if let Some(mut articles) = news_databases::articles(name, &decoded.text) {
        if let Some(first) = articles.first_mut() {
            first.notes.extend(decoded.note);
        }
        return Ok(Reading { articles, skipped: Vec::new() });
    }
    let input = Input::dump(name, decoded.text);
    let articles = vec![Article::new("text", input).noting(decoded.note)];
    Ok(Reading { articles, skipped: Vec::new() })
}
