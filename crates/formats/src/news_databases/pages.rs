//! Exports of news databases as web pages.

use super::{EUROPRESSE, articles, europresse, reading};
use crate::article::Reading;
use crate::xml::tree::{Syntax, parse};

/// The articles of a page; `None` when it is no export.
pub(crate) fn of_page(name: &str, html: &str) -> Option<Reading> {
    let marks = [
        "DocPublicationName",
        "titreArticle",
        "docOcurrContainer",
        "articleParagraph",
        "<b>HD</b>",
        "ProQuest document",
        "End of Document",
        " DOCUMENTS",
        "LOAD-DATE:",
        "Load-Date:",
        "Record Number:",
        ">Document ",
    ];
    if !marks.iter().any(|mark| html.contains(mark)) {
        return None;
    }
    let page = parse(html, Syntax::Loose).ok()?;
    if let Some(records) = europresse::records(&page) {
        return Some(reading(name, EUROPRESSE, records));
    }
    // A cell or paragraph a line; blank lines part paragraphs.
    articles(name, &page.paragraphs().join("\n\n"))
}
