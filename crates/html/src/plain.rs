//! Text that is not read as a tree.

use crate::words::tidy;

/// The paragraphs of a text that may hold markup.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    if text.contains('<') && text.contains('>') || text.contains('&') && text.contains(';') {
        let broken = text.replace("\r\n", "\n").replace("\n\n", "<p>");
        return crate::paragraphs(&broken);
    }
    text.lines().map(tidy).filter(|l| !l.is_empty()).collect()
}

/// What is left when every tag is taken for the end of a paragraph.
pub(crate) fn between_tags(html: &str) -> Vec<String> {
    let parts = html.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
        Some((_, after)) if at > 0 => after,
        _ if at > 0 => "",
        _ => part,
    });
    parts.flat_map(str::lines).map(tidy).filter(|l| !l.is_empty()).collect()
}
