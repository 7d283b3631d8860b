//! What a saved page shows besides its text: pictures, frames and scripts in files beside it.

use crate::paths::resolved;
use std::collections::HashSet;

/// Elements that show or run a file, and whether that file may be a page.
const ELEMENTS: [(&[u8], bool); 8] = [
    (b"iframe", true),
    (b"frame", true),
    (b"img", false),
    (b"script", false),
    (b"source", false),
    (b"video", false),
    (b"audio", false),
    (b"embed", false),
];

/// Bytes of a tag that are looked at.
const MAX_TAG_BYTES: usize = 1 << 16;

/// Adds the paths of the files that a page shows to `paths`; `path` is its own. Addresses on the
/// web are no files.
pub(crate) fn embedded(html: &[u8], path: &str, paths: &mut HashSet<String>) {
    let mut rest = html;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = &rest[at + 1..];
        let is_named = |name: &[u8]| {
            rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
                && rest.get(name.len()).is_some_and(u8::is_ascii_whitespace)
        };
        let Some((_, may_be_page)) = ELEMENTS.iter().find(|(name, _)| is_named(name)) else {
            continue;
        };
        let tag = &rest[..rest.len().min(MAX_TAG_BYTES)];
        let tag = &tag[..tag.iter().position(|byte| *byte == b'>').unwrap_or(tag.len())];
        let Some(address) = source(tag) else { continue };
        let address = String::from_utf8_lossy(address);
        let is_on_the_web = address.starts_with(['/', '#']) || address.contains(':');
        let file = resolved(path, &address);
        if is_on_the_web || file == path || !may_be_page && is_page(&file) {
            continue;
        }
        paths.insert(file);
    }
}

/// Whether a name is that of a page.
pub(crate) fn is_page(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    matches!(ending.as_str(), "html" | "htm" | "xhtml")
}

/// The value of `src` in a tag.
fn source(tag: &[u8]) -> Option<&[u8]> {
    let key = b"src=";
    let at = tag.windows(key.len() + 1).position(|window| {
        window[0].is_ascii_whitespace() && window[1..].eq_ignore_ascii_case(key)
    })?;
    let mut value = &tag[at + key.len() + 1..];
    let quote = *value.first()?;
    let end = match quote {
        b'"' | b'\'' => {
            value = &value[1..];
            value.iter().position(|byte| *byte == quote)
        }
        _ => value.iter().position(u8::is_ascii_whitespace),
    };
    let end = end.unwrap_or(value.len());
    Some(&value[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_beside_a_page() {
        let cases: [(&str, &[&str]); 8] = [
            ("<img class=a src=\"photo.png\">", &["a/photo.png"]),
            ("<IFRAME SRC='../ad.html'></IFRAME>", &["ad.html"]),
            ("<script src=app.js></script>", &["a/app.js"]),
            ("<img src=\"https://a.example/b.png\"><img src=\"/b.png\"><img src=\"data:x\">", &[]),
            ("<a href=\"story.html\">Rain</a>", &[]),
            ("<img src=\"story.html\">", &[]),
            ("<iframe src=\"#x\"></iframe><iframe srcdoc=\"y\"></iframe>", &[]),
            ("<img src=\"Rain%20in%20Peru.png\"", &["a/Rain in Peru.png"]),
        ];
        for (html, want) in cases {
            let mut paths = HashSet::new();
            embedded(html.as_bytes(), "a/page.html", &mut paths);
            assert_eq!(paths, want.iter().map(|path| (*path).to_owned()).collect(), "{html}");
        }
    }
}
