//! Keys and values of a fragment as text: read as browsers read a query string,
//! written with as few escapes as a link in running text allows.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What must be escaped: what ends a pair or a link, and what other programs
/// cut links at.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'')
    .add(b'(')
    .add(b')');

/// The pairs of a fragment in order; broken escapes are taken as they stand.
pub(super) fn decode(fragment: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(fragment.as_bytes()).into_owned().collect()
}

/// A key or value ready to stand in a fragment.
pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string().replace("%20", "+")
}
