//! HTML to plain lines, nothing left out but scripts and styles.

/// The text of a page or a part of one: a line a block, blank lines between blocks.
pub(crate) fn text(html: &str) -> String {
    dateline_html::paragraphs(html).join("\n\n")
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
            ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
            ("<h1>Oslo</h1><p>By Kari</p>", "Oslo\n\nBy Kari"),
            ("no tags", "no tags"),
            ("", ""),
            (deep.as_str(), "Rain."),
        ];
        for (html, want) in cases {
            assert_eq!(text(html), want, "{}", &html[..html.len().min(60)]);
        }
    }
}
