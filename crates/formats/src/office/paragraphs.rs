//! Paragraphs of a document as an office program nests them: in cells of tables, and in text
//! boxes that are tied to another paragraph.

use crate::article::Article;
use dateline_corpus::{Input, Metadata};

/// A document as it is put together, from the first paragraph to the last.
#[derive(Debug, Default)]
pub(crate) struct Paragraphs {
    /// Where paragraphs go: the document, or the rows and boxes that are open in it.
    within: Vec<Within>,
    done: Vec<Paragraph>,
    open: Vec<Paragraph>,
    /// Paragraphs of boxes that stand in an open paragraph, to come behind it.
    boxed: Vec<Paragraph>,
}

/// One paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// The name of its style; empty for none.
    pub(crate) style: String,
    pub(crate) text: String,
}

#[derive(Debug)]
enum Within {
    /// A row of a table: its cells with their paragraphs.
    Row(Vec<Vec<Paragraph>>),
    /// A text box, and how many paragraphs were open around it.
    Box(Vec<Paragraph>, usize),
}

/// A cell with more characters than this is a column of text and no value.
const MAX_VALUE_CHARS: usize = 200;

impl Paragraphs {
    /// Begins a paragraph. One that is open in the same box ends here: a paragraph within a
    /// paragraph is read once, as one of its own.
    pub(crate) fn begin(&mut self, style: &str) {
        let floor = self.floor();
        while self.open.len() > floor {
            self.end();
        }
        self.open.push(Paragraph { style: style.to_owned(), text: String::new() });
    }

    /// Gives the open paragraph a style.
    pub(crate) fn style(&mut self, style: &str) {
        if let Some(open) = self.open.last_mut() {
            style.clone_into(&mut open.style);
        }
    }

    /// Adds to the open paragraph; opens one where none is.
    pub(crate) fn push(&mut self, text: &str) {
        if self.open.len() == self.floor() {
            self.begin("");
        }
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(text);
        }
    }

    /// Ends the open paragraph.
    pub(crate) fn end(&mut self) {
        if self.open.len() == self.floor() {
            return;
        }
        let ended = self.open.pop();
        self.put(ended);
        if self.open.is_empty() {
            let boxed = std::mem::take(&mut self.boxed);
            self.put(boxed);
        }
    }

    /// Begins a row of a table.
    pub(crate) fn begin_row(&mut self) {
        self.end();
        self.within.push(Within::Row(vec![Vec::new()]));
    }

    /// Whether a row is open that no box stands in.
    pub(crate) fn is_in_row(&self) -> bool {
        matches!(self.within.last(), Some(Within::Row(_)))
    }

    /// Ends a cell of the open row.
    pub(crate) fn end_cell(&mut self) {
        self.end();
        if let Some(Within::Row(cells)) = self.within.last_mut() {
            cells.push(Vec::new());
        }
    }

    /// Ends the open row: a line, if its cells hold values, else the paragraphs of its cells.
    pub(crate) fn end_row(&mut self) {
        self.end();
        if !self.is_in_row() {
            return;
        }
        let Some(Within::Row(cells)) = self.within.pop() else { return };
        let is_value = |cell: &Vec<Paragraph>| match cell.as_slice() {
            [] => true,
            [one] => one.text.chars().count() <= MAX_VALUE_CHARS,
            _ => false,
        };
        if cells.iter().all(is_value) {
            let values: Vec<String> = cells.into_iter().flatten().map(|p| p.text).collect();
            self.put([Paragraph { style: String::new(), text: values.join("\t") }]);
        } else {
            self.put(cells.into_iter().flatten());
        }
    }

    /// Begins a text box, which may stand in a paragraph that goes on behind it.
    pub(crate) fn begin_box(&mut self) {
        self.within.push(Within::Box(Vec::new(), self.open.len()));
    }

    /// Ends the text box.
    pub(crate) fn end_box(&mut self) {
        self.end();
        while self.is_in_row() {
            self.end_row();
        }
        let Some(Within::Box(paragraphs, _)) = self.within.pop() else { return };
        if self.open.len() > self.floor() {
            self.boxed.extend(paragraphs);
        } else {
            self.put(paragraphs);
        }
    }

    /// All paragraphs with text.
    pub(crate) fn finish(mut self) -> Vec<Paragraph> {
        while !self.within.is_empty() {
            if self.is_in_row() {
                self.end_row();
            } else {
                self.end_box();
            }
        }
        self.end();
        self.done
    }

    /// How many paragraphs are open around the innermost box.
    fn floor(&self) -> usize {
        let boxes = self.within.iter().rev();
        let floor = boxes.filter_map(|w| if let Within::Box(_, f) = w { Some(*f) } else { None });
        floor.max().unwrap_or(0)
    }

    fn put(&mut self, paragraphs: impl IntoIterator<Item = Paragraph>) {
        let into = match self.within.last_mut() {
            None => &mut self.done,
            Some(Within::Box(inside, _)) => inside,
            Some(Within::Row(cells)) => {
                if cells.is_empty() {
                    cells.push(Vec::new());
                }
                let last = cells.len() - 1;
                &mut cells[last]
            }
        };
        for mut paragraph in paragraphs {
            let text = paragraph.text.trim();
            if !text.is_empty() {
                paragraph.text = text.to_owned();
                into.push(paragraph);
            }
        }
    }
}

/// What a document's properties say of it. Programs fill most of them in by themselves:
/// title and author count only where the first paragraphs say the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Properties {
    pub(crate) title: String,
    pub(crate) author: String,
    /// A date that the author entered, never that of saving.
    pub(crate) date: String,
}

/// How many paragraphs from the first may hold title, author and date.
const MAX_HEADER_PARAGRAPHS: usize = 8;

/// The names of the style of a title in documents: `Title`, and what pandoc and
/// translated programs call it.
fn is_title(style: &str) -> bool {
    ["title", "titel", "titre", "título", "titolo"].contains(&style.to_lowercase().as_str())
}

/// The article of a document.
///
/// # Errors
/// When it holds no text.
pub(crate) fn article(
    name: &str,
    format: &'static str,
    paragraphs: &[Paragraph],
    said: &Properties,
) -> Result<Article, String> {
    if paragraphs.is_empty() {
        return Err("no text in this document; pictures of text are not read".into());
    }
    let header = &paragraphs[..paragraphs.len().min(MAX_HEADER_PARAGRAPHS)];
    let same = |a: &str, b: &str| a.split_whitespace().eq(b.split_whitespace());
    let styled = |is: &dyn Fn(&str) -> bool| {
        let found = paragraphs.iter().find(|p| is(&p.style))?;
        Some(found.text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let confirmed = |value: &str| {
        let found = header.iter().any(|p| same(&p.text, value));
        (found && !value.trim().is_empty()).then(|| value.trim().to_owned())
    };
    let printed = styled(&|style| style == "Date");
    let dated = |text: &str| crate::dates::any_date(text).filter(|date| date.day().is_some());
    let (date, evidence) = match (dated(&said.date), printed.as_deref().and_then(dated)) {
        (Some(date), _) => (Some(date), "property \"date\" of the document"),
        (None, Some(date)) => (Some(date), "paragraph in the style \"Date\""),
        (None, None) => (None, ""),
    };
    let metadata = Metadata {
        title: styled(&is_title).or_else(|| confirmed(&said.title)),
        byline: styled(&|style| style == "Author").or_else(|| confirmed(&said.author)),
        date,
        ..Metadata::default()
    };
    let texts: Vec<&str> = paragraphs.iter().map(|p| p.text.as_str()).collect();
    let evidence = evidence.to_owned();
    let input = Input { metadata, evidence, ..Input::dump(name, texts.join("\n\n")) };
    Ok(Article::new(format, input))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_boxes_and_paragraphs_within_paragraphs() {
        let mut document = Paragraphs::default();
        document.begin("Title");
        document.push("Rain");
        document.end();
        document.begin("");
        document.push("It rained ");
        document.begin_box();
        document.begin("");
        document.push("A box.");
        document.end();
        document.end_box();
        document.push("in Peru.");
        document.end();
        document.begin_row();
        for cell in ["Town", "Rain"] {
            document.push(cell);
            document.end_cell();
        }
        document.end_row();
        document.begin_row();
        document.push("First column.");
        document.end();
        document.push("Its second paragraph.");
        document.end_cell();
        document.end_row();
        document.begin("");
        document.push("Outer");
        document.begin("");
        document.push("inner");
        document.end();
        document.push("more");
        let texts: Vec<String> = document.finish().into_iter().map(|p| p.text).collect();
        let want = [
            "Rain",
            "It rained in Peru.",
            "A box.",
            "Town\tRain",
            "First column.",
            "Its second paragraph.",
            "Outer",
            "inner",
            "more",
        ];
        assert_eq!(texts, want);
    }
}
