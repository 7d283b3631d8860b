//! Just enough HTML to edit the one page that this project has.

use std::ops::Range;

use anyhow::{Context, Result};

/// A start tag with its attributes, and for scripts the text up to the end tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Bytes of the whole element.
    pub range: Range<usize>,
    /// Names in lower case, values as written.
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute; an attribute without a value has an empty one.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every `<name …>`, with its content when `name` has an end tag of its own.
#[must_use]
pub fn elements(html: &str, name: &str) -> Vec<Element> {
    let open = format!("<{name}");
    let close = format!("</{name}>");
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find(&open).map(|at| from + at) {
        let after = start + open.len();
        from = after;
        if !html[after..].starts_with(|next: char| next.is_ascii_whitespace() || next == '>') {
            continue;
        }
        let Some((attributes, tag_end)) = attributes(html, after) else { break };
        let end = match name {
            "link" | "meta" => tag_end,
            _ => html[tag_end..].find(&close).map_or(tag_end, |at| tag_end + at + close.len()),
        };
        found.push(Element { range: start..end, attributes });
        from = end;
    }
    found
}

/// Reads attributes from `at` to the `>` of the tag; hands back the place after it.
fn attributes(html: &str, mut at: usize) -> Option<(Vec<(String, String)>, usize)> {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    loop {
        while bytes.get(at)?.is_ascii_whitespace() || bytes[at] == b'/' {
            at += 1;
        }
        if bytes[at] == b'>' {
            return Some((found, at + 1));
        }
        let end = at + html[at..].find(|c: char| c.is_ascii_whitespace() || "=>/".contains(c))?;
        let name = html[at..end].to_ascii_lowercase();
        at = end;
        if bytes.get(at) != Some(&b'=') {
            found.push((name, String::new()));
            continue;
        }
        let (value, next) = value(html, at + 1)?;
        found.push((name, value));
        at = next;
    }
}

fn value(html: &str, at: usize) -> Option<(String, usize)> {
    match html.as_bytes().get(at)? {
        quote @ (b'"' | b'\'') => {
            let start = at + 1;
            let end = start + html[start..].find(char::from(*quote))?;
            Some((html[start..end].to_owned(), end + 1))
        }
        _ => {
            let end = at + html[at..].find(|c: char| c.is_ascii_whitespace() || c == '>')?;
            Some((html[at..end].to_owned(), end))
        }
    }
}

/// The page without these elements.
#[must_use]
pub fn without(html: &str, elements: &[Element]) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut from = 0;
    let mut ranges: Vec<_> = elements.iter().map(|element| element.range.clone()).collect();
    ranges.sort_by_key(|range| range.start);
    for range in ranges {
        kept.push_str(&html[from..range.start]);
        from = range.end;
    }
    kept.push_str(&html[from..]);
    kept
}

/// Puts `text` directly after `<meta charset>`, before everything that could load something.
///
/// # Errors
/// When the page has no `<meta charset>`.
pub fn into_head(html: &str, text: &str) -> Result<String> {
    let charset =
        elements(html, "meta").into_iter().find(|meta| meta.attribute("charset").is_some());
    let end = charset.context("index.html has no <meta charset=\"utf-8\">")?.range.end;
    Ok(format!("{}\n{text}{}", &html[..end], &html[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><LINK><linkage>\
        <link rel=stylesheet href='./a.css' /><link data-x rel=\"preload\" href=\"b>c\">\
        <script type=\"module\">if (a > b) { \"<link>\" }</script></head>";

    #[test]
    fn finds_elements_with_their_attributes() {
        let links = elements(PAGE, "link");
        let seen: Vec<_> = links
            .iter()
            .map(|link| {
                (link.attribute("rel").unwrap_or("-"), link.attribute("href").unwrap_or("-"))
            })
            .collect();
        assert_eq!(seen[..2], [("stylesheet", "./a.css"), ("preload", "b>c")][..]);
    }

    #[test]
    fn takes_a_script_with_its_content() {
        let scripts = elements(PAGE, "script");
        assert_eq!(scripts.len(), 1);
        assert!(PAGE[scripts[0].range.clone()].ends_with("</script>"));
        assert!(without(PAGE, &scripts).ends_with("href=\"b>c\"></head>"));
    }

    #[test]
    fn writes_after_the_charset() {
        let page = into_head(PAGE, "<meta policy>").expect("the page has a charset");
        assert!(page.starts_with("<head><meta charset=\"utf-8\">\n<meta policy><LINK>"));
        assert!(into_head("<head></head>", "").is_err());
    }
}
