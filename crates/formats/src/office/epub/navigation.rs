//! What a book calls its files: the navigation of EPUB 3, and the NCX of EPUB 2.

use crate::paths::resolved;
use crate::xml::walk::{Met, attribute, walk};
use std::collections::HashMap;

/// The first label of each file that a list of contents leads to; `path` is the list's own
/// path. A damaged list names none.
pub(crate) fn labels(xml: &[u8], path: &str) -> HashMap<String, String> {
    let mut labels = HashMap::new();
    let (mut label, mut is_label, mut link) = (String::new(), false, None);
    let mut name = |file: String, label: &str| {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        if !label.is_empty() {
            labels.entry(file).or_insert(label);
        }
    };
    let _: Result<(), String> = walk(xml, |met| match met {
        Met::Start("navLabel", _) => {
            label.clear();
            is_label = true;
        }
        Met::End("navLabel") => is_label = false,
        Met::Start("content", tag) => {
            if let Some(href) = attribute(tag, "src") {
                name(resolved(path, &href), &label);
            }
        }
        Met::Start("a", tag) => {
            link = attribute(tag, "href");
            label.clear();
            is_label = true;
        }
        Met::End("a") => {
            is_label = false;
            if let Some(href) = link.take() {
                name(resolved(path, &href), &label);
            }
        }
        Met::Text(text) if is_label => label.push_str(text),
        _ => {}
    });
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_files() {
        let ncx = "<ncx><navMap><navPoint><navLabel><text>Rain</text></navLabel><content src='c/1.html#a'/>\
                   <navPoint><navLabel><text>More rain</text></navLabel><content src='c/1.html#b'/></navPoint>\
                   </navPoint></navMap></ncx>";
        let nav = "<html><body><nav><ol><li><a href='c/1.html'>Ra<b>in</b></a></li></ol></nav></body></html>";
        for xml in [ncx, nav] {
            let labels = labels(xml.as_bytes(), "O/toc.xml");
            assert_eq!(labels.get("O/c/1.html").map(String::as_str), Some("Rain"), "{xml}");
        }
    }
}
