//! HTML to plain lines, nothing left out but scripts and styles.

use dom_query::Document;

/// How deep elements may stand in each other; further ones are what breaks readers.
pub(crate) const DEEPEST: usize = 400;

/// The text of a page or a part of one, with a line a block.
pub(crate) fn text(html: &str) -> String {
    if is_hopeless(html) {
        return without_tags(html);
    }
    let document = Document::from(html);
    if is_deep(&document) {
        return without_tags(html);
    }
    document.select("script, style, template, noscript, head > title").remove();
    tidy(&document.formatted_text())
}

/// Lines without space around them, one empty line between blocks at most.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('\n');
        }
        gap = false;
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a page seems to nest so deep that parsing it would take for ever: that takes
/// the square of the depth. Counts tags, those in scripts too, and so allows many.
pub(crate) fn is_hopeless(html: &str) -> bool {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        match tag.as_bytes().first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(c) if c.is_ascii_alphabetic() && !is_void(tag) => depth += 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest > DEEPEST * 10
}

/// Elements that have no end, or often go without one.
fn is_void(tag: &str) -> bool {
    const NAMES: [&str; 18] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "td", "option",
    ];
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    NAMES.iter().any(|name| tag[..end].eq_ignore_ascii_case(name))
        || tag.split('>').next().is_some_and(|t| t.ends_with('/'))
}

/// Whether a page nests deeper than is safe to walk by recursion, as foreign readers do.
pub(crate) fn is_deep(page: &Document) -> bool {
    let mut open = vec![(page.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > DEEPEST {
            return true;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

/// What is left when every tag is taken for a line end.
fn without_tags(html: &str) -> String {
    let parts = html.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
        Some((_, after)) if at > 0 => after,
        _ if at > 0 => "",
        _ => part,
    });
    tidy(&parts.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_as_lines() {
        let deep = format!("{}Rain.{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let cases = [
            (
                "<p>It <b>rained</b>.</p><script>x()</script><p>Twice &amp; more.</p>",
                "It rained.\n\nTwice & more.",
            ),
            ("<ul><li>one<li>two</ul>", "one\ntwo"),
            ("no tags", "no tags"),
            ("", ""),
            (deep.as_str(), "Rain."),
        ];
        for (html, want) in cases {
            let got = text(html);
            assert_eq!(
                got.replace("\n\n", "\n"),
                want.replace("\n\n", "\n"),
                "{}",
                &html[..html.len().min(60)]
            );
        }
    }
}
