//! Word documents: the paragraphs of the text as it stands, without what was deleted.

use crate::article::{Article, Reading};
use crate::containers::zip::reason;
use crate::format::{Format, Reader};
use crate::office::parts::part;
use crate::xml::walk::{Met, attribute, walk};
use dateline_corpus::Input;
use std::io::Cursor;
use zip::ZipArchive;

/// Office Open XML of Word.
pub(crate) static FORMAT: Format = Format {
    name: "DOCX",
    label: "DOCX",
    endings: &["docx"],
    member: Some(DOCUMENT),
    reader: Reader::Whole(|file| article(file.name, file.bytes).map(Reading::from)),
    ..Format::BASE
};

/// The part with the text.
const DOCUMENT: &str = "word/document.xml";

/// The article of a Word document. Office Open XML (ECMA-376), part `word/document.xml`.
///
/// # Errors
/// When it is damaged, or holds no text.
fn article(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| reason(&e))?;
    let xml = part(&mut archive, DOCUMENT)?.ok_or("not a DOCX: it has no text part")?;
    let text = paragraphs(&xml)?;
    if text.body.is_empty() {
        return Err("no text in this document; pictures of text are not read".into());
    }
    let mut input = Input::dump(name, text.body.join("\n\n"));
    input.metadata.title = text.title;
    Ok(Article::new("DOCX", input))
}

#[derive(Default)]
struct Text {
    title: Option<String>,
    body: Vec<String>,
}

fn paragraphs(xml: &[u8]) -> Result<Text, String> {
    let mut text = Text::default();
    let (mut paragraph, mut in_text, mut is_title) = (String::new(), false, false);
    walk(xml, |met| match met {
        Met::Start("t", _) => in_text = true,
        Met::End("t") => in_text = false,
        Met::Text(words) if in_text => paragraph.push_str(words),
        Met::Start("tab", _) => paragraph.push('\t'),
        Met::Start("br" | "cr", _) => paragraph.push('\n'),
        Met::Start("pStyle", tag) => {
            is_title = attribute(tag, "val").is_some_and(|style| style == "Title");
        }
        Met::End("p") => {
            let done = std::mem::take(&mut paragraph);
            let done = done.trim();
            if !done.is_empty() {
                if std::mem::take(&mut is_title) {
                    text.title.get_or_insert_with(|| done.to_owned());
                }
                text.body.push(done.to_owned());
            }
        }
        _ => {}
    })?;
    Ok(text)
}
