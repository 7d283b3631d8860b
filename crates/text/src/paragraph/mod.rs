//! Paragraphs of a plain text: which lines belong together.
//!
//! A text is *wrapped* where its lines were broken at a fixed width: then the first
//! word of a line would not have fitted on the line before. That is seldom true of
//! lines that stand for themselves (lists, verse, tables, addresses, menus), so it is
//! tested for every pair of lines, at the width that fits most of the pairs that
//! surely belong together.

mod measure;
mod width;

use crate::Span;
use crate::lines::{Line, lines};
use measure::{Measured, Start, measure};
use width::{Part, Width, estimate};

/// One paragraph: one line, or several that were broken at a fixed width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From the first to the last character to be seen, in bytes; line ends within it
    /// are part of it.
    pub span: Span,
    /// Number of its first line in the text, from 1.
    pub number: u32,
    /// Number of blank lines before it, 255 at most.
    pub blank_before: u8,
    /// Number of its lines.
    pub lines: u32,
}

/// The paragraphs of `text` in order. Lines are joined where the text is wrapped;
/// any other line is a paragraph. Linear in the length of the text.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let measured: Vec<Measured> = lines.iter().map(|line| measure(text, line)).collect();
    let mut out: Vec<Paragraph> = Vec::with_capacity(lines.len());
    let width = estimate(&measured, Part::Whole);
    let indented = FirstLines::of(&measured, width);
    let mut start = 0;
    while start < lines.len() {
        let run = measured[start + 1..].iter().take_while(|line| line.blank_before == 0).count();
        let end = start + 1 + run;
        push_run(&lines[start..end], &measured[start..end], width, indented, &mut out);
        start = end;
    }
    out
}

/// Joins the lines of one run, which has no blank line in it.
fn push_run(
    lines: &[Line],
    measured: &[Measured],
    width: Option<Width>,
    indented: FirstLines,
    out: &mut Vec<Paragraph>,
) {
    // A quotation or a note in a text of another width.
    let other = if lines.len() > 3 { estimate(measured, Part::Run) } else { None };
    let mut in_item = false;
    for (at, line) in lines.iter().enumerate() {
        let here = &measured[at];
        let joins = at > 0 && {
            let above = &measured[at - 1];
            let follows = |width: Option<Width>| {
                width.is_some_and(|width| continues(above, here, width, indented, in_item))
            };
            follows(width) || follows(other)
        };
        match out.last_mut().filter(|_| joins) {
            Some(last) => {
                last.span = Span { start: last.span.start, end: line.span.end };
                last.lines += 1;
            }
            None => {
                in_item = here.is_item();
                out.push(Paragraph {
                    span: line.span,
                    number: line.number,
                    blank_before: line.blank_before,
                    lines: 1,
                });
            }
        }
    }
}

/// How the first lines of paragraphs are indented in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FirstLines {
    /// Deeper than the others: a line that is indented begins a paragraph.
    Indented,
    /// As the others, or not so deep.
    Flush,
}

impl FirstLines {
    fn of(lines: &[Measured], width: Option<Width>) -> FirstLines {
        let Some(width) = width else { return FirstLines::Flush };
        let (mut outdents, mut alike) = (0, 0);
        for pair in lines.windows(2).filter(|pair| pair[1].blank_before == 0) {
            if pair[0].indent > 0 && width.fills(&pair[0], &pair[1]) {
                outdents += usize::from(pair[1].indent < pair[0].indent);
                alike +=
                    usize::from(pair[1].indent == pair[0].indent && pair[0].leads_to(&pair[1]));
            }
        }
        if outdents > alike { FirstLines::Indented } else { FirstLines::Flush }
    }
}

/// Whether `line` goes on with the paragraph of the line above it.
fn continues(
    above: &Measured,
    line: &Measured,
    width: Width,
    indented: FirstLines,
    in_item: bool,
) -> bool {
    if above.parts_from(line) {
        return false;
    }
    let fills = width.fills(above, line);
    if line.number && (in_item || !(fills && above.open)) {
        return false;
    }
    if line.dash && (in_item || !(fills && above.open)) {
        return false;
    }
    let sure = above.leads_to(line);
    if line.indent > above.indent && !in_item && !(sure && fills) {
        return false;
    }
    if indented == FirstLines::Indented
        && line.indent > 0
        && line.indent >= above.indent
        && !in_item
    {
        return false;
    }
    fills || sure && width.nearly_fills(above)
}

#[cfg(test)]
mod tests;
