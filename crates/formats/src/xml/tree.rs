//! A tree of elements, from XML and from what looks like it: SGML, and HTML that a program
//! wrote.

use quick_xml::Reader;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// How deep elements may stand in each other; the text of deeper ones goes to the last that
/// is counted.
const MAX_DEPTH: usize = 200;

/// The most attributes of an element that are read.
const MAX_ATTRIBUTES: usize = 64;

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// The name without its prefix.
    pub(crate) name: String,
    /// The prefix: `dc` of `dc:creator`; empty where there is none.
    pub(crate) prefix: String,
    /// Names, without prefixes, and values.
    pub(crate) attributes: Vec<(String, String)>,
    /// Elements and texts in their order.
    pub(crate) children: Vec<Child>,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Child {
    Element(Element),
    Text(String),
}

/// How strict a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// XML: elements end as they begin.
    Xml,
    /// HTML and SGML: ends may be missing, some elements never have one, and names count in
    /// small letters.
    Loose,
}

/// The root of a document: an element without a name that holds everything.
///
/// # Errors
/// When XML is not well-formed.
pub(crate) fn parse(text: &str, syntax: Syntax) -> Result<Element, String> {
    let mut reader = Reader::from_str(text);
    let loose = syntax == Syntax::Loose;
    reader.config_mut().allow_dangling_amp = true;
    if loose {
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
    }
    let mut open = vec![Element::default()];
    // Elements beyond the depth that is kept.
    let mut deeper = 0_usize;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) if loose => break,
            Err(error) => {
                let at = reader.error_position();
                let line = text.get(..at as usize).map_or(0, |t| t.matches('\n').count()) + 1;
                return Err(format!("damaged XML in line {line}: {error}; save it again"));
            }
        };
        match event {
            Event::Start(tag) => {
                let element = element(&tag, loose);
                if loose && is_void(&element.name) {
                    add(&mut open, Child::Element(element));
                } else if open.len() > MAX_DEPTH {
                    deeper += 1;
                } else {
                    open.push(element);
                }
            }
            Event::Empty(tag) => add(&mut open, Child::Element(element(&tag, loose))),
            Event::End(_) if deeper > 0 => deeper -= 1,
            Event::End(tag) => {
                let name = cased(tag.local_name().as_ref(), loose);
                let Some(at) = open.iter().skip(1).rposition(|e| e.name == name) else { continue };
                while open.len() > at + 1 {
                    close(&mut open);
                }
            }
            Event::Text(words) => text_to(&mut open, &words),
            Event::CData(words) => text_to(&mut open, &words),
            Event::GeneralRef(reference) => text_to(&mut open, &resolved(&reference)),
            Event::Eof if !loose && open.len() > 1 => {
                return Err("cut off: the XML ends too early; copy it again".into());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    Ok(open.pop().unwrap_or_default())
}

fn close(open: &mut Vec<Element>) {
    if let Some(element) = open.pop() {
        add(open, Child::Element(element));
    }
}

fn add(open: &mut [Element], child: Child) {
    if let Some(last) = open.last_mut() {
        last.children.push(child);
    }
}

fn text_to(open: &mut [Element], words: &str) {
    let Some(last) = open.last_mut() else { return };
    match last.children.last_mut() {
        Some(Child::Text(text)) => text.push_str(words),
        _ => last.children.push(Child::Text(words.to_owned())),
    }
}

fn element(tag: &BytesStart<'_>, loose: bool) -> Element {
    let name = tag.name();
    let name: &str = name.as_ref();
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let mut attributes = Vec::new();
    let mut read = tag.html_attributes();
    let found = read.with_checks(false).flatten().take(MAX_ATTRIBUTES);
    for attribute in found {
        let key: &str = attribute.key.as_ref();
        let key = key.rsplit(':').next().unwrap_or(key);
        attributes.push((cased(key, loose), entities(&attribute.value)));
    }
    Element {
        name: cased(local, loose),
        prefix: prefix.to_owned(),
        attributes,
        children: Vec::new(),
    }
}

fn cased(name: &str, loose: bool) -> String {
    if loose { name.to_ascii_lowercase() } else { name.to_owned() }
}

/// Elements of HTML that have no end.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "wbr"
    )
}

/// The character that a reference stands for; entities of a document's own are not expanded.
fn resolved(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) if !character.is_control() || character == '\n' => {
            character.to_string()
        }
        Ok(Some(_)) | Err(_) => String::new(),
        Ok(None) => match resolve_html5_entity(reference) {
            Some(text) => text.to_owned(),
            None if reference.is_empty() => "&".to_owned(),
            None => format!("&{};", &**reference),
        },
    }
}

/// A text with its entities as the characters that they stand for; an ampersand that begins
/// none stays.
pub(crate) fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((character, length)) => {
                out.push_str(&character);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The entity that a text begins with, and its length in bytes.
fn entity(text: &str) -> Option<(String, usize)> {
    const MAX_NAME: usize = 32;
    let end = text.bytes().take(MAX_NAME).position(|b| b == b';')?;
    let name = &text[1..end];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Numbers of Windows-1252, as browsers read them.
        let character = match u8::try_from(code) {
            Ok(byte @ 0x80..=0x9F) => {
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()?
            }
            _ => char::from_u32(code)?,
        };
        return Some((character.to_string(), end + 1));
    }
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    Some((resolve_html5_entity(name)?.to_owned(), end + 1))
}

impl Element {
    /// The elements in it, one level deep.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name, one level deep.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// All elements that fit, at any depth, in their order; not those within one that fits.
    pub(crate) fn all<'e>(&'e self, fits: &dyn Fn(&Element) -> bool) -> Vec<&'e Element> {
        let mut found = Vec::new();
        let mut open: Vec<&Element> = self.elements().collect();
        open.reverse();
        while let Some(element) = open.pop() {
            if fits(element) {
                found.push(element);
            } else {
                let from = open.len();
                open.extend(element.elements());
                open[from..].reverse();
            }
        }
        found
    }

    /// All elements of this name.
    pub(crate) fn all_named<'e>(&'e self, name: &str) -> Vec<&'e Element> {
        self.all(&|element| element.name == name)
    }

    /// The first element of this name, at any depth.
    pub(crate) fn find(&self, name: &str) -> Option<&Element> {
        self.all_named(name).into_iter().next()
    }

    /// The value of an attribute; `None` when it is missing or empty.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether its `class` holds this word.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|c| c.split_whitespace().any(|word| word == class))
    }

    /// All its words as one line; `None` when it has none.
    pub(crate) fn line(&self) -> Option<String> {
        let text = self.paragraphs().join(" ");
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(line).filter(|line| !line.is_empty())
    }

    /// All its characters as they stand.
    pub(crate) fn characters(&self) -> String {
        let mut out = String::new();
        for child in &self.children {
            match child {
                Child::Text(text) => out.push_str(text),
                Child::Element(inner) => out.push_str(&inner.characters()),
            }
        }
        out
    }

    /// The pieces of its text in their order; `None` stands for a break between lines.
    pub(crate) fn pieces(&self) -> Vec<Option<String>> {
        let piece = |child: &Child| match child {
            Child::Text(text) => Some(text.clone()),
            Child::Element(inner) if matches!(inner.name.as_str(), "br" | "lb") => None,
            Child::Element(inner) => Some(inner.characters()),
        };
        self.children.iter().map(piece).collect()
    }

    /// Its words, a paragraph for each block, in their order. Where nothing but characters is in
    /// it, blank lines part its paragraphs.
    pub(crate) fn paragraphs(&self) -> Vec<String> {
        if let [Child::Text(text)] = self.children.as_slice() {
            let lines: Vec<&str> = text.lines().collect();
            let parts = lines.split(|line| line.trim().is_empty());
            let words =
                parts.map(|part| part.join(" ").split_whitespace().collect::<Vec<_>>().join(" "));
            return words.filter(|words| !words.is_empty()).collect();
        }
        let mut out = Paragraphs::default();
        out.walk(self);
        out.end();
        out.done
    }
}

/// Elements that stand within a line, of HTML, TEI, NITF and DocBook.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "chron",
    "cite",
    "classifier",
    "code",
    "copyrite",
    "corr",
    "date",
    "del",
    "dfn",
    "em",
    "emph",
    "emphasis",
    "font",
    "foreign",
    "hi",
    "i",
    "ins",
    "kbd",
    "lang",
    "link",
    "location",
    "mark",
    "mentioned",
    "money",
    "name",
    "num",
    "org",
    "orgName",
    "orgname",
    "orig",
    "person",
    "persName",
    "persname",
    "placeName",
    "placename",
    "q",
    "ref",
    "reg",
    "rs",
    "s",
    "said",
    "samp",
    "sic",
    "small",
    "soCalled",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "term",
    "time",
    "title",
    "tt",
    "u",
    "ulink",
    "var",
    "virtloc",
];

/// Elements without words for a reader.
const HIDDEN: &[&str] = &["script", "style", "template", "noscript", "metadata"];

#[derive(Default)]
struct Paragraphs {
    done: Vec<String>,
    open: String,
}

impl Paragraphs {
    fn walk(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                // Of a page: its title and what else no reader sees.
                Child::Element(inner) if inner.name == "head" && element.name == "html" => {}
                Child::Text(text) => self.open.push_str(text),
                Child::Element(inner) if HIDDEN.contains(&inner.name.as_str()) => {}
                Child::Element(inner) if matches!(inner.name.as_str(), "br" | "lb") => {
                    self.open.push('\n');
                }
                Child::Element(inner) if INLINE.contains(&inner.name.as_str()) => self.walk(inner),
                Child::Element(inner) => {
                    self.end();
                    self.walk(inner);
                    self.end();
                }
            }
        }
    }

    /// Ends a paragraph. Lines within it stand apart only where the document breaks them.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.open);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            self.done.push(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_of_markup() {
        let cases: [(&str, Syntax, &[&str]); 5] = [
            (
                "<p>It <b>rained</b>.</p><p>Twice &amp; more&hellip;</p>",
                Syntax::Xml,
                &["It rained.", "Twice & more…"],
            ),
            (
                "<TITLE>RAIN</TITLE>in <P>Peru &#5;<P>Chile",
                Syntax::Loose,
                &["RAINin", "Peru", "Chile"],
            ),
            ("<x><![CDATA[a < b]]> &unknown; AT&T</x>", Syntax::Xml, &["a < b &unknown; AT&T"]),
            ("<div><script>x()</script><td>a</td><td>b</td></div>", Syntax::Loose, &["a", "b"]),
            ("", Syntax::Xml, &[]),
        ];
        for (markup, syntax, want) in cases {
            let tree = parse(markup, syntax).expect(markup);
            assert_eq!(tree.paragraphs(), want, "{markup}");
        }
        assert!(parse("<a><b></a>", Syntax::Xml).is_err());
        assert!(parse("<a>", Syntax::Xml).is_err());
    }

    #[test]
    fn entities_are_letters() {
        let cases = [
            ("caf&eacute; &#8211; &#x201C;x&#x201D;", "café – “x”"),
            ("AT&T and R&D; &nonsense; &", "AT&T and R&D; &nonsense; &"),
            ("&#146;", "’"),
            ("&amp;lt;", "&lt;"),
        ];
        for (text, want) in cases {
            assert_eq!(entities(text), want);
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("{}Rain.{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        assert_eq!(parse(&deep, Syntax::Xml).expect("a tree").line().as_deref(), Some("Rain."));
    }
}
