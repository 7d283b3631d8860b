//! Paths of files that name each other.

use percent_encoding::percent_decode_str;

/// The path that a reference in one of the files of a book or a saved page leads to; without what
/// stands behind `#` or `?`.
pub(crate) fn resolved(from: &str, href: &str) -> String {
    let href = href.split(['#', '?']).next().unwrap_or("");
    let href = percent_decode_str(href).decode_utf8_lossy();
    let mut parts: Vec<&str> = match from.rsplit_once('/') {
        Some((folder, _)) => folder.split('/').collect(),
        None => Vec::new(),
    };
    if href.is_empty() {
        return from.to_owned();
    }
    for part in href.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_in_a_book() {
        let cases = [
            ("OEBPS/content.opf", "text/c1.xhtml#a", "OEBPS/text/c1.xhtml"),
            ("feed_0/article_1/index.html", "../index.html", "feed_0/index.html"),
            ("content.opf", "a%20b.html", "a b.html"),
            ("a/b.html", "#note", "a/b.html"),
            ("a.html", "../../b.html", "b.html"),
        ];
        for (from, href, want) in cases {
            assert_eq!(resolved(from, href), want, "{from} {href}");
        }
    }
}
