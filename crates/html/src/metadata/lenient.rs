//! JSON as it stands in pages: with raw line ends in strings, commas before brackets,
//! comments and CDATA marks around it, brackets that are never closed, and several
//! values in one script.

use serde_json::Value;

/// The values in a script, as far as they can be read.
pub(super) fn values(script: &str) -> Vec<Value> {
    let script = unwrapped(script);
    if let Ok(value) = serde_json::from_str(script) {
        return vec![value];
    }
    let mended = mended(script);
    serde_json::Deserializer::from_str(&mended).into_iter().map_while(Result::ok).collect()
}

/// A script without the marks that hide it from old browsers.
fn unwrapped(script: &str) -> &str {
    let mut rest = script;
    loop {
        let before = rest.len();
        rest = rest.trim().trim_matches('\u{feff}');
        for mark in ["//", "/*", "<![CDATA[", "*/", "<!--"] {
            rest = rest.strip_prefix(mark).unwrap_or(rest).trim_start();
        }
        for mark in ["//", "*/", "]]>", "/*", "-->", ";"] {
            rest = rest.strip_suffix(mark).unwrap_or(rest).trim_end();
        }
        if rest.len() == before {
            return rest;
        }
    }
}

/// The same JSON with what is wrong put right.
fn mended(script: &str) -> String {
    let mut out = String::with_capacity(script.len() + 16);
    let mut open = Vec::new();
    let mut in_string = false;
    let mut chars = script.chars().peekable();
    while let Some(c) = chars.next() {
        if in_string {
            match c {
                '"' => {
                    in_string = false;
                    out.push(c);
                }
                '\\' => escape(&mut out, &mut chars),
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
            continue;
        }
        match c {
            '"' => {
                in_string = true;
                out.push(c);
            }
            '{' | '[' => {
                open.push(if c == '{' { '}' } else { ']' });
                out.push(c);
            }
            '}' | ']' => {
                without_comma(&mut out);
                // A bracket of the other kind closes what is open.
                if let Some(close) = open.pop() {
                    out.push(close);
                }
            }
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            '/' if chars.peek() == Some(&'*') => {
                let mut last = ' ';
                for c in chars.by_ref().skip(1) {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
            }
            ',' if out.trim_end().ends_with([',', '{', '[']) => {}
            c if c.is_control() || c == '\u{feff}' => out.push(' '),
            c => out.push(c),
        }
    }
    if in_string {
        out.push('"');
    }
    without_comma(&mut out);
    out.extend(open.into_iter().rev());
    out
}

/// An escape in a string; one that JSON does not know is the character itself.
fn escape(out: &mut String, chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match chars.next() {
        Some(c @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => {
            out.push('\\');
            out.push(c);
        }
        Some('u') => {
            let ahead: String = chars.clone().take(4).collect();
            let whole = ahead.len() == 4 && ahead.bytes().all(|b| b.is_ascii_hexdigit());
            out.push_str(if whole { "\\u" } else { "u" });
        }
        Some(c) if !c.is_control() => out.push(c),
        Some(_) => out.push(' '),
        None => {}
    }
}

fn without_comma(out: &mut String) {
    let end = out.trim_end().len();
    if out[..end].ends_with(',') {
        out.truncate(end - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn json_as_pages_write_it() {
        let one = json!([{"a": "b c"}]);
        let cases = [
            ("{\"a\": \"b c\"}", one.clone()),
            ("{\"a\": \"b\nc\"}", one.clone()),
            ("{\"a\": \"b c\",}", one.clone()),
            ("//<![CDATA[\n{\"a\": \"b c\"}\n//]]>", one.clone()),
            ("/* <![CDATA[ */ {\"a\": \"b c\"}; /* ]]> */", one.clone()),
            ("<!-- {\"a\": \"b c\"} -->", one.clone()),
            ("{\"a\": \"b c\" // the name\n}", one.clone()),
            ("{\"a\": /* here */ \"b c\"", one.clone()),
            ("{\"a\": \"b c", one),
            ("{\"a\": \"it\\'s\"}", json!([{"a": "it's"}])),
            ("{\"a\": [1, 2,,],}", json!([{"a": [1, 2]}])),
            ("{\"a\": 1}{\"b\": 2}", json!([{"a": 1}, {"b": 2}])),
            ("{\"a\": \"http://x/\"}", json!([{"a": "http://x/"}])),
            ("", json!([])),
            ("window.x = 1", json!([])),
        ];
        for (script, want) in cases {
            assert_eq!(Value::Array(values(script)), want, "{script}");
        }
    }
}
