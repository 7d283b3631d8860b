//! Pages that would take a parser for ever: it needs the square of the depth of
//! elements, and of the attributes of one.

/// How many elements may stand open in each other. Tags are counted, those within
/// scripts too, and so many more are allowed than any real page has.
const MAX_DEPTH: usize = 2000;

/// Attributes of one element.
pub(super) const MAX_ATTRIBUTES: usize = 1000;

/// A page that cannot be parsed in reasonable time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hopeless {
    /// Elements stand too deep in each other.
    Deep,
    /// An element has too many attributes.
    Attributes,
    /// The tree is far larger than the page.
    Large,
}

/// Whether a page should not be parsed.
pub(super) fn hopeless(html: &str) -> Option<Hopeless> {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        match tag.as_bytes().first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(c) if c.is_ascii_alphabetic() => {
                if tag.len() > MAX_ATTRIBUTES * 2
                    && tag.bytes().filter(|b| matches!(b, b'=' | b' ' | b'\n' | b'/')).count()
                        > MAX_ATTRIBUTES
                    && attributes(tag) > MAX_ATTRIBUTES
                {
                    return Some(Hopeless::Attributes);
                }
                depth += usize::from(!is_void(tag));
            }
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    (deepest > MAX_DEPTH).then_some(Hopeless::Deep)
}

/// Number of attributes in a tag, which starts with its name.
fn attributes(tag: &str) -> usize {
    let (mut quote, mut count, mut inside) = (None, 0, true);
    for byte in tag.bytes() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => break,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'/') => inside = false,
            (None, _) if byte.is_ascii_whitespace() => inside = false,
            (None, _) => {
                count += usize::from(!inside);
                inside = true;
            }
        }
    }
    count
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
