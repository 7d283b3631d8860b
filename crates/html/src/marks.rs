//! Marks of programs that save pages: the address that they note, and what they add.
//! Their dates are those of saving and are not read.

use crate::dom::{Data, Dom, ROOT};

/// Whether an element of this id was put into the page by the Wayback Machine.
pub(crate) fn is_toolbar(id: &str) -> bool {
    matches!(id, "wm-ipp-base" | "wm-ipp" | "wm-ipp-print" | "donato" | "playback")
}

/// The address that a program noted when it saved the page: SingleFile, HTTrack, and the
/// "saved from" of browsers.
pub(crate) fn address(dom: &Dom) -> Option<String> {
    dom.below(ROOT).take(50).find_map(|id| match dom.data(id) {
        Data::Comment(text) => noted(text),
        _ => None,
    })
}

fn noted(comment: &str) -> Option<String> {
    let text = comment.trim();
    let found = if text.starts_with("Page saved with SingleFile") {
        let after = text.split_once("url:")?.1;
        after.split_whitespace().next()?.to_owned()
    } else if let Some(after) = text.strip_prefix("saved from url=") {
        after.split_once(')')?.1.split_whitespace().next()?.to_owned()
    } else if let Some(after) = text.strip_prefix("Mirrored from ") {
        format!("http://{}", after.split_once(" by HTTrack")?.0.trim())
    } else {
        return None;
    };
    found.starts_with("http").then_some(found)
}

/// An address without the archive that it was fetched through.
pub(crate) fn without_archive(url: &str) -> &str {
    let Some((_, after)) = url.split_once("web.archive.org/web/") else { return url };
    match after.split_once('/') {
        Some((_, original)) if original.starts_with("http") => original,
        _ => url,
    }
}
