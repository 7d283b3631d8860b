//! A walk over an XML, an event at a time.

use crate::text::decode::{declared_within, decode};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a walk over an XML meets, names without their prefix.
pub(crate) enum Met<'a> {
    /// An element begins (and ends, when it is empty).
    Start(&'a str, &'a BytesStart<'a>),
    /// An element ends.
    End(&'a str),
    /// Characters.
    Text(&'a str),
}

/// Walks over an XML from the first byte to the last.
///
/// # Errors
/// When it is not well-formed.
pub(crate) fn walk(xml: &[u8], mut visit: impl FnMut(Met<'_>)) -> Result<(), String> {
    let text = decode(xml, declared_within(xml).as_deref())?.text;
    let mut reader = Reader::from_str(&text);
    loop {
        let failed = |e: &dyn std::fmt::Display| format!("damaged XML: {e}; save it again");
        match reader.read_event().map_err(|e| failed(&e))? {
            Event::Start(tag) => visit(Met::Start(tag.local_name().as_ref(), &tag)),
            Event::Empty(tag) => {
                visit(Met::Start(tag.local_name().as_ref(), &tag));
                visit(Met::End(tag.local_name().as_ref()));
            }
            Event::End(tag) => visit(Met::End(tag.local_name().as_ref())),
            Event::Text(text) => visit(Met::Text(&text)),
            Event::CData(text) => visit(Met::Text(&text)),
            Event::GeneralRef(reference) => visit(Met::Text(&resolved(&reference))),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The character that a reference stands for; entities of one's own are not expanded.
fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    quick_xml::escape::resolve_html5_entity(reference).unwrap_or_default().to_owned()
}

/// The value of an attribute by its name without prefix.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}
