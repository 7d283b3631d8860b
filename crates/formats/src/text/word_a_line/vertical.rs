//! Vertical text: a word in the first column of a line, tags of elements on lines of their own.

use super::Text;
use crate::tables::columns::Row;
use crate::xml::tree::entities;

/// Elements of vertical text that hold an article.
const TEXTS: &[&str] = &["text", "doc", "document", "article"];
/// Elements that a paragraph ends with.
const PARAGRAPHS: &[&str] = &["p", "par", "head", "heading", "text", "doc", "document", "article"];

/// The texts of vertical text: a word in the first column of a line, tags of elements on lines of
/// their own, `<g/>` where no space stands.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let (mut rows, mut current) = (Vec::new(), Text::default());
    // Where nobody says that no space stands, punctuation does.
    let says = text.lines().any(|line| matches!(line.trim(), "<g/>" | "<g />"));
    for line in text.lines() {
        let tag = line.trim().strip_prefix('<').and_then(|l| l.strip_suffix('>'));
        match tag.filter(|tag| !tag.is_empty() && !line.contains('\t')) {
            Some(tag) => {
                let closes = tag.starts_with('/');
                let name: String = tag
                    .trim_start_matches('/')
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                if name == "g" {
                    current.glued = true;
                }
                if TEXTS.contains(&name.as_str()) {
                    current.finish(&mut rows);
                    if !closes {
                        current.facts = attributes(tag);
                    }
                } else if PARAGRAPHS.contains(&name.as_str()) {
                    current.end_paragraph();
                }
            }
            None => {
                let word = line.split('\t').next().unwrap_or("").trim();
                if !word.is_empty() {
                    let word = entities(word);
                    let is_end = !says
                        && word.starts_with([
                            '.', ',', ';', ':', '!', '?', ')', ']', '»', '”', '’', '%',
                        ]);
                    current.push(&word, !is_end);
                    current.glued |= !says && matches!(&*word, "(" | "[" | "«" | "“" | "„");
                }
            }
        }
    }
    current.finish(&mut rows);
    rows
}

/// The attributes of a tag: `text id="a1" date="2024-05-13"`.
fn attributes(tag: &str) -> Row {
    let mut row = Row::new();
    let mut rest = tag.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((value, next)) = after[1..].split_once(quote) else { break };
        let value = entities(value);
        if !matches!(value.trim(), "" | "===NONE===") {
            row.push((name.trim().to_owned(), vec![value.trim().to_owned()]));
        }
        rest = next;
    }
    row
}
