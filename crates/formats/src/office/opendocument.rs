//! What texts and workbooks of OpenDocument have in common: a zip with a part `content.xml`,
//! or one XML with everything.

use crate::containers::zip::reason;
use crate::office::paragraphs::Properties;
use crate::office::parts::part;
use crate::xml::walk::{Met, attribute, walk};
use std::io::Cursor;
use zip::ZipArchive;

/// The part with the text.
pub(crate) const CONTENT: &str = "content.xml";

/// The XML with the text, and what the document says of itself. OpenDocument 1.3, part 2.
///
/// # Errors
/// When it is damaged or locked.
pub(crate) fn open(bytes: &[u8]) -> Result<(Vec<u8>, Properties), String> {
    if !bytes.starts_with(b"PK") {
        let said = properties(bytes)?;
        return Ok((bytes.to_vec(), said));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| reason(&e))?;
    if let Ok(Some(manifest)) = part(&mut archive, "META-INF/manifest.xml")
        && manifest.windows(16).any(|w| w == b":encryption-data")
    {
        return Err("password-protected; save it without a password".into());
    }
    let missing = format!("not an OpenDocument file: its part {CONTENT} is missing");
    let content = part(&mut archive, CONTENT)?.ok_or(missing)?;
    let said = part(&mut archive, "meta.xml").ok().flatten();
    let said = said.and_then(|meta| properties(&meta).ok()).unwrap_or_default();
    Ok((content, said))
}

/// What a document says of itself. Its `dc:date` is that of saving.
fn properties(xml: &[u8]) -> Result<Properties, String> {
    let mut said = Properties::default();
    let (mut in_meta, mut open) = (false, None);
    walk(xml, |met| match met {
        Met::Start("meta", _) => in_meta = true,
        Met::End("meta") => in_meta = false,
        _ if !in_meta => {}
        Met::Start("title", _) => open = Some(Key::Title),
        Met::Start("creator" | "initial-creator", _) => open = Some(Key::Author),
        Met::Start("user-defined", tag) => {
            let is_date = attribute(tag, "name").is_some_and(|n| n.eq_ignore_ascii_case("date"));
            open = is_date.then_some(Key::Date);
        }
        Met::End(_) => open = None,
        Met::Text(text) => match open {
            Some(Key::Title) => said.title.push_str(text),
            Some(Key::Author) if said.author.is_empty() => text.clone_into(&mut said.author),
            Some(Key::Date) => said.date.push_str(text),
            _ => {}
        },
        Met::Start(..) => {}
    })?;
    Ok(said)
}

#[derive(Clone, Copy)]
enum Key {
    Title,
    Author,
    Date,
}
