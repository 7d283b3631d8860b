//! Word documents: the paragraphs of the text as it stands, without what was deleted, moved
//! away or hidden.

use crate::article::{Article, Reading};
use crate::containers::zip::reason;
use crate::format::{Format, Reader};
use crate::office::paragraphs::{self, Paragraph, Paragraphs, Properties};
use crate::office::parts::{Archive, part};
use crate::xml::walk::{Met, attribute, walk};
use quick_xml::events::BytesStart;
use std::collections::{HashMap, HashSet};
use std::io::Cursor;
use zip::ZipArchive;

/// Office Open XML of Word.
pub(crate) static FORMAT: Format = Format {
    name: "DOCX",
    label: "DOCX",
    endings: &["docx", "docm"],
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
    let styles = styles(&mut archive);
    let text = read(&xml, &styles)?;
    let said = properties(&mut archive);
    let article = paragraphs::article(name, "DOCX", &text.paragraphs, &said)?;
    let embedded = (text.embedded > 0)
        .then(|| format!("documents within the document left out: {}", text.embedded));
    Ok(article.noting(embedded))
}

/// Names of the styles by their ids, which are translated, and the ids of hidden ones.
#[derive(Default)]
struct Styles {
    names: HashMap<String, String>,
    hidden: HashSet<String>,
}

/// What the part of styles says; a damaged one says nothing.
fn styles(archive: &mut Archive<'_>) -> Styles {
    let mut styles = Styles::default();
    let Ok(Some(xml)) = part(archive, "word/styles.xml") else { return styles };
    let mut id = String::new();
    let _: Result<(), String> = walk(&xml, |met| match met {
        Met::Start("style", tag) => id = attribute(tag, "styleId").unwrap_or_default(),
        Met::Start("name", tag) => {
            if let Some(name) = attribute(tag, "val") {
                styles.names.insert(id.clone(), name);
            }
        }
        Met::Start("vanish", tag) if is_on(tag) => {
            styles.hidden.insert(id.clone());
        }
        _ => {}
    });
    styles
}

/// Whether a property that is on or off is on.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !attribute(tag, "val").is_some_and(|v| ["0", "false", "off"].contains(&v.as_str()))
}

fn properties(archive: &mut Archive<'_>) -> Properties {
    let mut said = Properties::default();
    let mut open = String::new();
    if let Ok(Some(xml)) = part(archive, "docProps/core.xml") {
        let _: Result<(), String> = walk(&xml, |met| match met {
            Met::Start(name, _) => name.clone_into(&mut open),
            Met::End(_) => open.clear(),
            Met::Text(text) if open == "title" => said.title.push_str(text),
            Met::Text(text) if open == "creator" => said.author.push_str(text),
            _ => {}
        });
    }
    if let Ok(Some(xml)) = part(archive, "docProps/custom.xml") {
        let mut is_date = false;
        let _: Result<(), String> = walk(&xml, |met| match met {
            Met::Start("property", tag) => {
                is_date = attribute(tag, "name").is_some_and(|n| n.eq_ignore_ascii_case("date"));
            }
            Met::Text(text) if is_date => said.date.push_str(text),
            _ => {}
        });
    }
    said
}

#[derive(Default)]
struct Text {
    paragraphs: Vec<Paragraph>,
    /// How many other documents it embeds.
    embedded: usize,
}

/// Elements whose text is none: what was moved away or deleted, the second form of a drawing
/// for old programs, readings over characters, and fields' instructions.
const LEFT_OUT: [&str; 6] = ["moveFrom", "del", "Fallback", "rt", "instrText", "delText"];

/// What is open on the way through the part with the text.
#[derive(Default)]
struct Open {
    /// How many elements are open that are left out.
    left_out: usize,
    /// Properties of a paragraph, of a run.
    in_paragraph_properties: bool,
    in_text: bool,
    is_hidden: bool,
    /// A field for text to come, as a form holds it.
    fields: Vec<bool>,
}

fn read(xml: &[u8], styles: &Styles) -> Result<Text, String> {
    let (mut document, mut open, mut embedded) = (Paragraphs::default(), Open::default(), 0);
    walk(xml, |met| {
        match &met {
            Met::Start(name, _) if LEFT_OUT.contains(name) => open.left_out += 1,
            Met::End(name) if LEFT_OUT.contains(name) => {
                open.left_out = open.left_out.saturating_sub(1);
            }
            _ => {}
        }
        if open.left_out > 0 {
            return;
        }
        match met {
            Met::Start("p", _) => document.begin(""),
            Met::End("p") => document.end(),
            Met::Start("pPr", _) => open.in_paragraph_properties = true,
            Met::End("pPr") => open.in_paragraph_properties = false,
            Met::Start("pStyle", tag) => {
                if let Some(id) = attribute(tag, "val") {
                    document.style(styles.names.get(&id).unwrap_or(&id));
                }
            }
            _ if open.in_paragraph_properties => {}
            Met::Start("r", _) => open.is_hidden = false,
            Met::Start("vanish", tag) => open.is_hidden = is_on(tag),
            Met::Start("rStyle", tag) => {
                open.is_hidden |=
                    attribute(tag, "val").is_some_and(|id| styles.hidden.contains(&id));
            }
            Met::Start("txbxContent", _) => document.begin_box(),
            Met::End("txbxContent") => document.end_box(),
            Met::Start("tr", _) => document.begin_row(),
            Met::End("tc") => document.end_cell(),
            Met::End("tr") => document.end_row(),
            Met::Start("sdt", _) => open.fields.push(false),
            Met::Start("showingPlcHdr", tag) => {
                if let Some(is_to_come) = open.fields.last_mut() {
                    *is_to_come = is_on(tag);
                }
            }
            Met::End("sdt") => {
                open.fields.pop();
            }
            Met::Start("altChunk", _) => embedded += 1,
            Met::Start("t", _) => open.in_text = true,
            Met::End("t") => open.in_text = false,
            _ if open.is_hidden || open.fields.contains(&true) => {}
            Met::Text(words) if open.in_text => document.push(words),
            Met::Start("tab", _) => document.push("\t"),
            Met::Start("br" | "cr", _) => document.push("\n"),
            Met::Start("noBreakHyphen", _) => document.push("\u{2011}"),
            _ => {}
        }
    })?;
    Ok(Text { paragraphs: document.finish(), embedded })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_as_it_stands() {
        let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
        let cases: &[(&str, String, &[&str])] = &[
            ("deleted", format!("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>{}</w:p>", run("here")), &["here"]),
            (
                "moved",
                format!("<w:p><w:moveFrom>{0}</w:moveFrom></w:p><w:p><w:moveTo>{0}</w:moveTo></w:p>", run("once")),
                &["once"],
            ),
            (
                "hidden run",
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>".to_owned(),
                &["yes"],
            ),
            (
                "hidden mark of a paragraph alone",
                format!("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{}</w:p>", run("yes")),
                &["yes"],
            ),
            (
                "hidden by its style",
                "<w:p><w:r><w:rPr><w:rStyle w:val='H'/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>".to_owned(),
                &["yes"],
            ),
            (
                "tab stops are no tabs",
                format!("<w:p>{}</w:p><w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>{}</w:p>", run("a"), run("b")),
                &["a", "b"],
            ),
            (
                "a row of values is a line",
                format!("<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>", run("Peru"), run("7")),
                &["Peru\t7"],
            ),
            (
                "a field that waits for text",
                format!("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>", run("Click here")),
                &[],
            ),
            (
                "a box, and the same for old programs",
                format!(
                    "<w:p>{0}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{1}</w:p></w:txbxContent></mc:Choice>\
                     <mc:Fallback><w:txbxContent><w:p>{1}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>{2}</w:p>",
                    run("It "), run("box"), run("rained.")
                ),
                &["It rained.", "box"],
            ),
        ];
        let styles = Styles { hidden: HashSet::from(["H".to_owned()]), ..Styles::default() };
        for (what, body, want) in cases {
            let xml = format!("<w:document><w:body>{body}</w:body></w:document>");
            let text = read(xml.as_bytes(), &styles).expect("well-formed");
            let got: Vec<&str> = text.paragraphs.iter().map(|p| p.text.as_str()).collect();
            assert_eq!(got, *want, "{what}");
        }
    }
}
