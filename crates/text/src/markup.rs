//! Text inside HTML and XML.

/// Appends `text` so that it is only ever text: between the tags of HTML or XML, or in a
/// quoted attribute. `& < > " '` become references; control characters other than tab and
/// line feed, and the noncharacters U+FFFE and U+FFFF, none of which XML 1.0 can hold, become
/// spaces.
pub fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

/// `text` as [`push_escaped`] writes it.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_stays_text() {
        let rows = [
            ("<b a='\"'>&", "&lt;b a=&#39;&quot;&#39;&gt;&amp;"),
            ("&amp;", "&amp;amp;"),
            ("né — 日本", "né — 日本"),
            ("a\u{1}b\u{7f}c\u{85}d\re", "a b c d e"),
            ("a\tb\nc", "a\tb\nc"),
            ("\u{fffe}\u{ffff}", "  "),
        ];
        rows.iter().for_each(|(text, want)| assert_eq!(escape(text), *want, "{text:?}"));
    }
}
