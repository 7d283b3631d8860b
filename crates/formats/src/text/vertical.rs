//! Corpora with a word a line: vertical text (of the Corpus Workbench, Sketch Engine and NoSketch
//! Engine) and CoNLL-U (of Universal Dependencies). The words are put together to the text again.

use crate::Columns;
use crate::article::Skipped;
use crate::bytes::bounded;
use crate::document::{Content, Document};
use crate::format::{Format, Reader};
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::tables::columns::Row;
use crate::tables::dates::{DateOrders, Seen};
use crate::text::decode::decode;
use crate::xml::tree::entities;

/// A word a line.
pub(crate) static FORMAT: Format = Format {
    name: "vertical text and CoNLL-U",
    label: "corpus",
    endings: &["vrt", "vert", "conllu", "conll"],
    reader: Reader::Cut(texts),
    ..Format::BASE
};

/// Elements of vertical text that hold an article.
const TEXTS: &[&str] = &["text", "doc", "document", "article"];
/// Elements that a paragraph ends with.
const PARAGRAPHS: &[&str] = &["p", "par", "head", "heading", "text", "doc", "document", "article"];

fn texts<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let bytes = match bounded(file.read(), place.limits.document) {
        Ok(bytes) => bytes,
        Err(reason) => return place.refuse(reason),
    };
    let decoded = match decode(&bytes, None) {
        Ok(decoded) => decoded,
        Err(reason) => return place.refuse(reason),
    };
    let is_conll = decoded.text.lines().any(|line| line.starts_with("1\t"));
    let rows = if is_conll { conll(&decoded.text) } else { vertical(&decoded.text) };
    if rows.is_empty() {
        return place.refuse("no text in it: neither <text> or <doc> nor words in columns");
    }
    let columns = place.limits.columns.clone();
    let mut seen = Seen::default();
    rows.iter().for_each(|row| seen.see_row(row, &columns));
    let orders = seen.orders();
    Box::new(rows.into_iter().zip(1..).map(move |(row, number)| {
        Ok::<_, Skipped>(document(&place, row, number, &columns, &orders))
    }))
}

fn document(
    place: &Place,
    row: Row,
    number: usize,
    columns: &Columns,
    orders: &DateOrders,
) -> Document {
    let id = crate::tables::columns::id(&row, columns).unwrap_or_else(|| number.to_string());
    let content = Content::Row(row, columns.clone(), orders.clone());
    Document { name: format!("{}#{id}", place.name), content }
}

/// A text that is put together, with what is said of it.
#[derive(Default)]
struct Text {
    facts: Row,
    body: String,
    /// Whether the next word follows without a space.
    glued: bool,
}

impl Text {
    fn push(&mut self, word: &str, spaced: bool) {
        if spaced && !self.glued && !self.body.is_empty() && !self.body.ends_with('\n') {
            self.body.push(' ');
        }
        self.glued = false;
        self.body.push_str(word);
    }

    fn end_paragraph(&mut self) {
        self.glued = false;
        if !self.body.is_empty() && !self.body.ends_with("\n\n") {
            self.body.push_str("\n\n");
        }
    }

    /// The row of the text, unless it has no word; leaves an empty one.
    fn finish(&mut self, rows: &mut Vec<Row>) {
        let text = std::mem::take(self);
        if !text.body.trim().is_empty() {
            let mut row = text.facts;
            row.push(("body".to_owned(), vec![text.body.trim().to_owned()]));
            rows.push(row);
        }
    }
}

/// The texts of vertical text: a word in the first column of a line, tags of elements on lines of
/// their own, `<g/>` where no space stands.
fn vertical(text: &str) -> Vec<Row> {
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

/// The texts of CoNLL-U: sentences with their text in a comment, else put together from the words.
fn conll(text: &str) -> Vec<Row> {
    let (mut rows, mut current) = (Vec::new(), Text::default());
    let mut sentence: Option<String> = None;
    // The last word of a contraction that is printed as one ("1-2").
    let mut covered = 0_usize;
    for line in text.lines().chain([""]) {
        if let Some(comment) = line.strip_prefix('#') {
            let (key, value) = comment.split_once('=').map_or((comment, ""), |(k, v)| (k, v));
            match (key.trim(), value.trim()) {
                ("newdoc" | "newdoc id", id) => {
                    current.finish(&mut rows);
                    if !id.is_empty() {
                        current.facts.push(("id".to_owned(), vec![id.to_owned()]));
                    }
                }
                ("newpar" | "newpar id", _) => current.end_paragraph(),
                ("text", value) => sentence = Some(value.to_owned()),
                ("sent_id" | "global.columns" | "text_en", _) | (_, "") => {}
                (key, value) => {
                    let key = key.trim_start_matches("meta::").to_owned();
                    if current.body.is_empty() && current.facts.iter().all(|(k, _)| *k != key) {
                        current.facts.push((key, vec![value.to_owned()]));
                    }
                }
            }
            continue;
        }
        if line.trim().is_empty() {
            if let Some(sentence) = sentence.take() {
                current.push(&sentence, true);
            }
            covered = 0;
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let (Some(number), Some(word)) = (columns.first(), columns.get(1)) else { continue };
        let is_covered = number.parse().is_ok_and(|number: usize| number <= covered);
        if sentence.is_some() || is_covered || number.contains('.') {
            continue;
        }
        if let Some((_, last)) = number.split_once('-') {
            covered = last.parse().unwrap_or(0);
        }
        current.push(word, true);
        current.glued = columns.last().is_some_and(|misc| misc.contains("SpaceAfter=No"));
    }
    current.finish(&mut rows);
    rows
}
