//! Corpora with a word a line: vertical text (of the Corpus Workbench, Sketch Engine and NoSketch
//! Engine) and CoNLL-U (of Universal Dependencies). The words are put together to the text again.

mod conll;
mod vertical;

use crate::bytes::bounded;
use crate::format::{Format, Reader};
use crate::opened::Opened;
use crate::place::{Documents, Place};
use crate::tables::columns::Row;
use crate::tables::dates::Seen;
use crate::tables::row::document;
use crate::text::decode::decode;

/// A word a line.
pub(crate) static FORMAT: Format = Format {
    name: "vertical text and CoNLL-U",
    label: "corpus",
    endings: &["vrt", "vert", "conllu", "conll"],
    reader: Reader::Cut(texts),
    ..Format::BASE
};

fn texts<'a>(place: Place, file: Opened<'a>) -> Documents<'a> {
    let bytes = match bounded(file.read(), place.limits.document) {
        Ok(bytes) => bytes,
        Err(reason) => return place.refuse(reason),
    };
    let decoded = match decode(&bytes, None) {
        Ok(decoded) => decoded,
        Err(reason) => return place.refuse(reason),
    };
    let rows = if conll::is_conll(&decoded.text) {
        conll::rows(&decoded.text)
    } else {
        vertical::rows(&decoded.text)
    };
    if rows.is_empty() {
        return place.refuse("no text in it: neither <text> or <doc> nor words in columns");
    }
    let mut seen = Seen::default();
    rows.iter().for_each(|row| seen.see_row(row, &place.limits.columns));
    let orders = seen.orders();
    Box::new(
        rows.into_iter()
            .zip(1..)
            .map(move |(row, number)| Ok(document(&place, row, number, &orders))),
    )
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
