//! Texts of OpenDocument (LibreOffice Writer, Google Docs), zipped or as one XML.

use crate::article::{Article, Reading};
use crate::format::{Format, Reader};
use crate::office::opendocument::{CONTENT, open};
use crate::office::paragraphs::{self, Paragraph, Paragraphs};
use crate::xml::walk::{Met, attribute, walk};
use std::collections::{HashMap, HashSet};

/// OpenDocument texts.
pub(crate) static FORMAT: Format = Format {
    name: "ODT",
    label: "ODT",
    endings: &["odt", "fodt"],
    member: Some(CONTENT),
    looks_like,
    reader: Reader::Whole(|file| article(file.name, file.bytes).map(Reading::from)),
    ..Format::BASE
};

fn looks_like(head: &[u8]) -> bool {
    let holds = |what: &[u8]| head.windows(what.len()).any(|window| window == what);
    holds(b"<office:document ") && !holds(b"opendocument.spreadsheet")
}

/// The article of a text.
///
/// # Errors
/// When it is damaged, locked, or holds no text.
fn article(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let (xml, said) = open(bytes)?;
    let read = read(&xml)?;
    let article = paragraphs::article(name, "ODT", &read.paragraphs, &said)?;
    let notes = (read.notes > 0).then(|| format!("footnotes left out: {}", read.notes));
    Ok(article.noting(notes))
}

struct Read {
    paragraphs: Vec<Paragraph>,
    notes: usize,
}

/// Elements whose text is none: notes, comments, deleted text, readings over characters,
/// what frames are called, and what only scripts and forms use.
const LEFT_OUT: [&str; 12] = [
    "annotation",
    "tracked-changes",
    "ruby-text",
    "title",
    "desc",
    "forms",
    "scripts",
    "note",
    "meta",
    "settings",
    "styles",
    "master-styles",
];

/// The most spaces that one element may stand for.
const MAX_SPACES: usize = 100;

/// Styles of the document, which name the style that they are made from.
#[derive(Default)]
struct Styles {
    parents: HashMap<String, String>,
    hidden: HashSet<String>,
}

impl Styles {
    /// The name of a style as people see it: `P1` is made for one paragraph from `Title`.
    fn name(&self, style: &str) -> String {
        self.parents.get(style).map_or(style, String::as_str).replace("_20_", " ")
    }
}

fn read(xml: &[u8]) -> Result<Read, String> {
    let mut document = Paragraphs::default();
    let mut styles = Styles::default();
    let (mut left_out, mut notes, mut style) = (0_usize, 0, String::new());
    let (mut in_body, mut in_paragraph) = (false, 0_usize);
    // For each open span and section, whether its text is hidden.
    let mut hidden: Vec<bool> = Vec::new();
    walk(xml, |met| {
        match &met {
            Met::Start(name, _) if LEFT_OUT.contains(name) => {
                notes += usize::from(*name == "note" && left_out == 0);
                left_out += 1;
            }
            Met::End(name) if LEFT_OUT.contains(name) => left_out = left_out.saturating_sub(1),
            _ => {}
        }
        if left_out > 0 {
            return;
        }
        match met {
            Met::Start("body", _) => in_body = true,
            Met::Start("style", tag) if !in_body => {
                style = attribute(tag, "name").unwrap_or_default();
                if let Some(parent) = attribute(tag, "parent-style-name") {
                    styles.parents.insert(style.clone(), parent);
                }
            }
            Met::Start("text-properties", tag)
                if !in_body
                    && attribute(tag, "display").is_some_and(|display| display == "none") =>
            {
                styles.hidden.insert(style.clone());
            }
            _ if !in_body => {}
            Met::Start("section", tag) => {
                hidden.push(attribute(tag, "display").is_some_and(|display| display == "none"));
            }
            Met::Start("span", tag) => {
                let style = attribute(tag, "style-name");
                hidden.push(style.is_some_and(|style| styles.hidden.contains(&style)));
            }
            Met::End("section" | "span") => {
                hidden.pop();
            }
            Met::Start("p" | "h", tag) => {
                let style = attribute(tag, "style-name").unwrap_or_default();
                document.begin(&styles.name(&style));
                hidden.push(styles.hidden.contains(&style));
                in_paragraph += 1;
            }
            Met::End("p" | "h") => {
                document.end();
                hidden.pop();
                in_paragraph = in_paragraph.saturating_sub(1);
            }
            Met::Start("text-box", _) => document.begin_box(),
            Met::End("text-box") => document.end_box(),
            Met::Start("table-row", _) => document.begin_row(),
            Met::End("table-cell") => document.end_cell(),
            Met::End("table-row") => document.end_row(),
            _ if in_paragraph == 0 || hidden.contains(&true) => {}
            Met::Text(words) => document.push(&words.replace(['\n', '\t'], " ")),
            Met::Start("s", tag) => {
                let count = attribute(tag, "c").and_then(|c| c.parse().ok()).unwrap_or(1);
                document.push(&" ".repeat(MAX_SPACES.min(count)));
            }
            Met::Start("tab", _) => document.push("\t"),
            Met::Start("line-break", _) => document.push("\n"),
            _ => {}
        }
    })?;
    Ok(Read { paragraphs: document.finish(), notes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_as_it_stands() {
        let cases: [(&str, &str, &[&str]); 8] = [
            (
                "deleted",
                "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>here</text:p>",
                &["here"],
            ),
            (
                "a paragraph in a paragraph",
                "<text:p>outer<text:p>inner</text:p></text:p>",
                &["outer", "inner"],
            ),
            (
                "spaces and line breaks",
                "<text:p>a<text:s text:c='2'/>b<text:line-break/>c</text:p>",
                &["a  b\nc"],
            ),
            (
                "a comment",
                "<text:p>It <office:annotation><text:p>really?</text:p></office:annotation>rained.</text:p>",
                &["It rained."],
            ),
            (
                "a hidden span",
                "<text:p>It <text:span text:style-name='T1'>never </text:span>rained.</text:p>",
                &["It rained."],
            ),
            (
                "a hidden section",
                "<text:section text:display='none'><text:p>no</text:p></text:section><text:p>yes</text:p>",
                &["yes"],
            ),
            (
                "a box in a paragraph",
                "<text:p>It <draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:desc>a picture</svg:desc></draw:frame>rained.</text:p>",
                &["It rained.", "box"],
            ),
            (
                "a row of values",
                "<table:table-row><table:table-cell><text:p>Peru</text:p></table:table-cell><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row>",
                &["Peru\t7"],
            ),
        ];
        for (what, body, want) in cases {
            let styles = "<office:automatic-styles><style:style style:name='T1'><style:text-properties text:display='none'/></style:style></office:automatic-styles>";
            let xml = format!("<d>{styles}<office:body>{body}</office:body></d>");
            let read = read(xml.as_bytes()).expect("well-formed");
            let got: Vec<&str> = read.paragraphs.iter().map(|p| p.text.as_str()).collect();
            assert_eq!(got, want, "{what}");
        }
    }
}
